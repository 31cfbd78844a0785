import { describe, expect, it } from 'vitest'
import { once } from '../../proxy/booking/once.ts'
import { memoryStore } from '../../proxy/store/memory.ts'

const now = () => new Date('2026-11-22T12:00:00Z')

describe('doing something once for a key', () => {
  it('does not do it again when it was done but could not be kept', async () => {
    const store = memoryStore({ now })
    const broken = { ...store, set: () => Promise.reject(new Error('disk full')) }
    let done = 0
    const work = async () => ++done
    await expect(once(broken, 'key', 'body', work)).rejects.toThrow('disk full')
    await expect(once(store, 'key', 'body', work)).rejects.toMatchObject({ code: 'in_progress' })
    expect(done).toBe(1)
  })

  it('keeps neither the key nor the request, but as digests', async () => {
    const store = memoryStore({ now })
    const kept: unknown[] = []
    const watched: typeof store = {
      ...store,
      add(...entry) {
        kept.push(entry)
        return store.add(...entry)
      },
      set(...entry) {
        kept.push(entry)
        return store.set(...entry)
      },
    }
    await once(watched, 'a-secret-key', 'a-secret-body', async () => 1)
    expect(kept).toHaveLength(2)
    expect(JSON.stringify(kept)).not.toContain('secret')
  })
})
