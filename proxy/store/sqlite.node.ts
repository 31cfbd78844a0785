import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { openStore } from './sql/index.ts'

/** How long a writer waits for another process, in ms. */
const BUSY_MS = 5_000

/** A store in one file (`:memory:`: none, gone with the process), which only its owner may read. */
export function sqliteStore(file: string) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new Libsql(file)
  if (file !== ':memory:') chmodSync(file, 0o600)
  database.pragma(`busy_timeout = ${BUSY_MS}`)
  database.pragma('journal_mode = WAL')
  // What was answered must outlive a power cut, too.
  database.pragma('synchronous = FULL')
  return openStore(new SqliteDialect({ database }), 'sqlite')
}
