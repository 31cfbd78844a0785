import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { openStore } from './sql/index.ts'

/** A database that hangs must not hang a visitor: after so many ms a verb fails. */
const PATIENCE_MS = 5_000

interface Options {
  /** Another schema than the user's own. */
  schema?: string
  /** How long to wait for a connection, or for one answer (default: 5 s). */
  patienceMs?: number
}

/** A store in PostgreSQL, for several instances at once. Throws `DatabaseError`. */
export function postgresStore(url: string, { schema, patienceMs = PATIENCE_MS }: Options = {}) {
  const options = schema && `-c search_path=${schema}`
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: patienceMs,
    // An instance that dies with a lock in its hand lets it go.
    idle_in_transaction_session_timeout: patienceMs,
    // Where not even the server's own word comes through.
    query_timeout: patienceMs + 500,
    ...(options && { options }),
  })
  // A connection that is lost is no reason to end the process: who uses it gets an error, the next one a new
  // connection.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return openStore(new PostgresDialect({ pool: withoutDead(pool) }), 'postgres')
}

/**
 * The same pool, but a connection that left a question unanswered is given up: all others would wait behind that one.
 */
function withoutDead(pool: pg.Pool): PostgresPool {
  return {
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const query = async (text: string, values: readonly unknown[]) =>
        client.query(text, [...values]).catch((error: unknown) => {
          if (isSilence(error)) void client.end().catch(() => undefined)
          throw error
        })
      // Kysely asks with a text and its values, unless it streams, which nobody here does.
      return { query, release: () => client.release() } as unknown as PostgresPoolClient
    },
  }
}

const isSilence = (error: unknown) => error instanceof Error && error.message === 'Query read timeout'
