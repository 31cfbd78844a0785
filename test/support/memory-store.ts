import type { Store } from '../../proxy/store/store.ts'

/** A store of its own, gone with the test: in Node beside SQLite itself, in a page beside SQLite for pages. */
export async function memoryStore(): Promise<Store> {
  if (typeof process === 'undefined') return (await import('./page-store.ts')).pageStore()
  return (await import('../../proxy/store/sqlite.node.ts')).sqliteStore(':memory:')
}
