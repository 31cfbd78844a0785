import { type Kysely, sql } from 'kysely'
import type { Engine, Tables } from './tables.ts'

/** A column that a table of an earlier schema lacks; text, and null in the rows that there are. */
export interface Column {
  table: keyof Tables
  name: string
}

/**
 * Adds it, unless it is there: one instance may have died right after, and another may be adding it this moment. SQLite
 * and D1 have no `if not exists` for it, and no error of its own.
 */
export async function addColumn(db: Kysely<Tables>, engine: Engine, { table, name }: Column): Promise<void> {
  if (engine === 'postgres') {
    await sql.raw(`alter table ${table} add column if not exists ${name} text`).execute(db)
    return
  }
  if (await hasColumn(db, { table, name })) return
  await sql
    .raw(`alter table ${table} add column ${name} text`)
    .execute(db)
    .catch(async (error: unknown) => {
      if (!(await hasColumn(db, { table, name }))) throw error
    })
}

async function hasColumn(db: Kysely<Tables>, { table, name }: Column): Promise<boolean> {
  const { rows } = await sql`select name from pragma_table_info(${table}) where name = ${name}`.execute(db)
  return rows.length > 0
}
