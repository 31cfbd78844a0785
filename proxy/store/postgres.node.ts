import { PostgresDialect } from 'kysely'
import pg from 'pg'
import { openStore } from './sql/index.ts'

/** A store in PostgreSQL, for several instances at once. `schema`: another one than the user's own (for tests). */
export function postgresStore(url: string, schema?: string) {
  const options = schema && `-c search_path=${schema}`
  const pool = new pg.Pool({ connectionString: url, max: 10, ...(options && { options }) })
  // A connection that is lost while nobody uses it is no reason to end.
  pool.on('error', () => undefined)
  return openStore(new PostgresDialect({ pool }), 'postgres')
}
