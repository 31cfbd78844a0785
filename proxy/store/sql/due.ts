import { type SqlBool, sql } from 'kysely'
import type { Database, Tables } from './tables.ts'

/**
 * Of rows that are due, those that are so the longest. In PostgreSQL those that somebody else is just taking are left
 * to him.
 */
export function isDue<T extends 'journal' | 'inbox' | 'messages'>(
  { engine }: Database,
  table: T,
  key: string & keyof Tables[T],
  now: string,
  most: number,
) {
  const [name, dueAt] = [sql.ref(key), sql.ref('dueAt')]
  const due = sql`select ${name} from ${sql.table(table)} where ${dueAt} <= ${now} order by ${dueAt} limit ${sql.lit(most)}`
  // As an array it is read once: a plan that reads it twice would take twice as many.
  if (engine === 'postgres') return sql<SqlBool>`${name} = any(array(${due} for update skip locked))`
  return sql<SqlBool>`${name} in (${due})`
}
