import { sql } from 'kysely'
import { DatabaseError } from '../error.ts'
import { addColumn, type Column } from './add-column.ts'
import { heart } from './heart.ts'
import { serialised } from './serialised.ts'
import type { Database } from './tables.ts'

/**
 * The steps to the schema of today, oldest first; what has once been released stays as it is. Several instances may
 * start at once, and any of them may die on the way, and D1 knows no transactions: so each step can be run again.
 */
const MIGRATIONS: readonly { name: string; steps: readonly (string | Column)[] }[] = [
  { name: '001-heart', steps: heart },
  { name: '002-ads', steps: [{ table: 'journal', name: 'ads_version' }] },
]

/** Brings the schema up to date. Throws `DatabaseError` for one that is newer than this program. */
export function migrate(database: Database): Promise<void> {
  return serialised(database, 'migrations', async (db) => {
    await sql`create table if not exists migrations (name text primary key)`.execute(db)
    const rows = await db.selectFrom('migrations').select('name').execute()
    const done = new Set(rows.map(({ name }) => name))
    const unknown = [...done].find((name) => !MIGRATIONS.some((known) => known.name === name))
    if (unknown) throw new DatabaseError('was brought up to date by a newer version of this program: use that one')
    for (const { name, steps } of MIGRATIONS.filter((one) => !done.has(one.name))) {
      for (const step of steps)
        await (typeof step === 'string' ? sql.raw(step).execute(db) : addColumn(db, database.engine, step))
      await db
        .insertInto('migrations')
        .values({ name })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  })
}
