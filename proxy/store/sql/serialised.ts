import { type Kysely, sql } from 'kysely'
import type { Database, Tables } from './tables.ts'

/**
 * Runs a statement that looks and then writes so that no other of the same `lock` runs beside it. SQLite and D1 have
 * one writer at a time; in PostgreSQL two such statements would not see each other's rows. There, and only there,
 * several statements are one transaction.
 */
export function serialised<T>(
  { db, engine }: Database,
  lock: string,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (engine === 'sqlite') return work(db)
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext(${lock}))`.execute(transaction)
    return work(transaction)
  })
}
