import sqlite3InitModule, { type Database, type SqlValue } from '@sqlite.org/sqlite-wasm'
import { SqliteDialect, type SqliteStatement } from 'kysely'
import { openStore } from '../../proxy/store/sql/index.ts'
import type { Store } from '../../proxy/store/store.ts'

// It would warn that the page has no file system for it, which nobody wants.
Object.assign(globalThis, { sqlite3ApiConfig: { warn: () => undefined } })
const loading = sqlite3InitModule()

/** A real SQLite in memory, of its own for each call: the store for pages, where there is no server to keep one. */
export async function pageStore(): Promise<Store> {
  const sqlite = await loading
  const database = new sqlite.oo1.DB(':memory:')
  const prepare = (sql: string) => statement(database, sql)
  return openStore(new SqliteDialect({ database: { prepare, close: () => database.close() } }), 'sqlite')
}

function statement(database: Database, sql: string): SqliteStatement {
  const prepared = database.prepare(sql)
  function* iterate(values: readonly unknown[]) {
    try {
      if (values.length) prepared.bind(values as SqlValue[])
      while (prepared.step()) yield prepared.get({})
    } finally {
      prepared.finalize()
    }
  }
  return {
    reader: prepared.columnCount > 0,
    iterate,
    all: (values) => [...iterate(values)],
    run(values) {
      for (const _ of iterate(values));
      return { changes: database.changes(), lastInsertRowid: 0 }
    },
  }
}
