import { postgresStore } from './postgres.node.ts'
import { sqliteStore } from './sqlite.node.ts'
import type { Store } from './store.ts'

/** Opens the database that `DATABASE_URL` names. */
export async function openDatabase(url: string): Promise<Store> {
  return /^postgres(ql)?:/.test(url) ? postgresStore(url) : sqliteStore(url.replace(/^file:/, ''))
}
