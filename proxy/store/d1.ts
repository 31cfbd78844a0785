import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { openStore } from './sql/index.ts'

/** As much of a Worker's binding to D1 as is needed. */
export interface D1 {
  prepare(sql: string): { bind(...values: unknown[]): { all<Row>(): Promise<D1Answer<Row>> } }
}

interface D1Answer<Row> {
  results: Row[]
  meta: { changes?: number | undefined }
}

/** A store in Cloudflare's D1, for Workers. Throws `DatabaseError`. */
export function d1Store(database: D1) {
  return openStore(dialectOf(database), 'sqlite')
}

/** SQLite that is asked over the network. It has neither connections nor transactions: each statement stands alone. */
const dialectOf = (database: D1): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new D1Driver(database),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

class D1Driver extends DummyDriver {
  constructor(private readonly database: D1) {
    super()
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return { executeQuery: (query) => ask(this.database, query), streamQuery: noStream }
  }

  override async beginTransaction(): Promise<void> {
    throw new TypeError('D1 has no transactions')
  }
}

async function ask<Row>(database: D1, { sql, parameters }: CompiledQuery) {
  const { results, meta } = await database
    .prepare(sql)
    .bind(...parameters)
    .all<Row>()
  return { rows: results, numAffectedRows: BigInt(meta.changes ?? 0) }
}

// biome-ignore lint/correctness/useYield: there is nothing to give
async function* noStream(): AsyncGenerator<never> {
  throw new TypeError('D1 has no streams')
}
