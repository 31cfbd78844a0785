import { LRUCache } from 'lru-cache'
import type { Store } from './store.ts'

/**
 * A store for one process: what it holds is gone with it, and two instances do not see each other's.
 * No verb awaits between reading and writing, or two callers would both win.
 */
export function memoryStore({ now, max = 10_000 }: { now: () => Date; max?: number }): Store {
  const entries = new LRUCache<string, string>({ max, ttlResolution: 0, perf: { now: () => now().getTime() } })
  const write = (key: string, value: string, ttlSeconds: number) => {
    entries.set(key, value, { ttl: ttlSeconds * 1000 })
  }
  return {
    async add(key, value, ttlSeconds) {
      if (entries.has(key)) return false
      write(key, value, ttlSeconds)
      return true
    },
    async get(key) {
      return entries.get(key)
    },
    async set(key, value, ttlSeconds) {
      write(key, value, ttlSeconds)
    },
    async delete(key) {
      entries.delete(key)
    },
  }
}
