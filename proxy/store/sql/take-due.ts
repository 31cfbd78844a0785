import { type RawBuilder, sql } from 'kysely'
import type { Database, Tables } from './tables.ts'

/** The keys of rows that are due, earliest first. In PostgreSQL those that somebody else is just taking are left to him. */
export function takeDue<T extends 'journal' | 'inbox' | 'messages'>(
  { engine }: Database,
  table: T,
  key: string & keyof Tables[T],
  now: string,
  most: number,
): RawBuilder<string> {
  const dueAt = sql.ref('dueAt')
  const alone = engine === 'postgres' ? sql`for update skip locked` : sql``
  return sql`(select ${sql.ref(key)} from ${sql.table(table)} where ${dueAt} <= ${now} order by ${dueAt} limit ${sql.lit(most)} ${alone})`
}
