import { chmodSync, closeSync, existsSync, fchmodSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { SqliteDialect } from 'kysely'
import Libsql from 'libsql'
import { openStore } from './sql/index.ts'

/** How long a writer waits for another process, in ms. */
const BUSY_MS = 5_000
const PAUSE_MS = 20

const OWNER_ALONE = { file: 0o600, folder: 0o700 }

/**
 * A store in one file (`:memory:`: none, gone with the process), which only its owner may read. Throws `DatabaseError`.
 */
export function sqliteStore(file: string) {
  return openStore(new SqliteDialect({ database: () => whenFree(() => openFile(file)) }), 'sqlite')
}

/** Of two that open a new file at once, one is refused at once, whatever the busy timeout says: it tries again. */
async function whenFree<T>(open: () => T): Promise<T> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return open()
    } catch (error) {
      if (Object(error).code !== 'SQLITE_BUSY' || waited >= BUSY_MS) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}

/** Opens a file, or makes one. For `sqliteStore`. */
export function openFile(file: string): Libsql.Database {
  if (file !== ':memory:') claim(file)
  const database = new Libsql(file)
  try {
    database.pragma(`busy_timeout = ${BUSY_MS}`)
    database.pragma('journal_mode = WAL')
    // What was answered must outlive a power cut, too.
    database.pragma('synchronous = FULL')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Before anything is in it: SQLite gives the files beside it the rights that this one has. */
function claim(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: OWNER_ALONE.folder })
  const handle = openSync(file, 'a', OWNER_ALONE.file)
  fchmodSync(handle, OWNER_ALONE.file)
  closeSync(handle)
  for (const beside of [`${file}-wal`, `${file}-shm`]) if (existsSync(beside)) chmodSync(beside, OWNER_ALONE.file)
}
