import { FORMS, readAddress } from './address.ts'
import { postgresStore } from './postgres.node.ts'
import { sqliteStore } from './sqlite.node.ts'
import type { Store } from './store.ts'

/** The store that `DATABASE_URL` names, brought up to date. Throws `DatabaseError`, or `Error` where it names none. */
export async function openDatabase(url: string): Promise<Store> {
  const address = readAddress(url)
  if (!address) throw new Error(`DATABASE_URL: ${FORMS}`)
  return address.engine === 'postgres' ? postgresStore(address.url) : sqliteStore(address.file)
}
