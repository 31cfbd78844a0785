import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Purpose } from '../../../proxy/store/store.ts'
import { NOW } from '../../support/entries.ts'
import { closeStores, ENGINES, twoOf } from '../../support/stores.ts'

afterAll(closeStores)

const seconds = (count: number) => new Date(Date.parse(NOW) + count * 1_000).toISOString()

describe.each(ENGINES)('the budget in $name', (engine) => {
  it('has 60 calls a minute for reads and 100 for bookings, who leave the reads theirs', async () => {
    const [{ budget }] = await twoOf(engine)
    const take = async (purpose: Purpose, count: number, at: number) => {
      const answers = await Promise.all(Array.from({ length: count }, () => budget.take(purpose, seconds(at))))
      return answers.filter(({ taken }) => taken).length
    }
    expect(await take('booking', 40, 0)).toBe(40)
    expect(await take('read', 61, 1)).toBe(60)
    expect(await budget.take('booking', seconds(2))).toEqual({ taken: false, freeAt: seconds(60) })
    expect(await budget.take('read', seconds(2))).toEqual({ taken: false, freeAt: seconds(61) })
    expect(await take('booking', 41, 60)).toBe(40)
    expect(await take('booking', 61, 61)).toBe(60)
    expect(await budget.take('read', seconds(62))).toEqual({ taken: false, freeAt: seconds(121) })
  })

  it('is there again when a clock that was wrong is put back', async () => {
    const [{ budget }] = await twoOf(engine)
    for (let count = 0; count < 100; count++) await budget.take('booking', seconds(3_600))
    expect(await budget.take('booking', NOW)).toEqual({ taken: true })
    expect(await budget.take('read', NOW)).toEqual({ taken: true })
  })

  it('is one for all instances, also when they ask at once', async () => {
    const instances = await twoOf(engine)
    const take = (purpose: Purpose, index: number) => instances[index % 2]?.budget.take(purpose, NOW)
    const reads = await Promise.all(Array.from({ length: 80 }, (_, index) => take('read', index)))
    expect(reads.filter((one) => one?.taken)).toHaveLength(60)
    const bookings = await Promise.all(Array.from({ length: 60 }, (_, index) => take('booking', index)))
    expect(bookings.filter((one) => one?.taken)).toHaveLength(40)
  })

  it('gives nothing for a minute once it is blocked, also by several at once', async () => {
    const instances = await twoOf(engine)
    await Promise.all(instances.map(({ budget }) => budget.block(NOW)))
    const [{ budget }] = instances
    // Whose clock is slow does not shorten it.
    await budget.block(seconds(-30))
    expect(await budget.take('read', seconds(59))).toEqual({ taken: false, freeAt: seconds(60) })
    expect(await budget.take('booking', seconds(59))).toEqual({ taken: false, freeAt: seconds(60) })
    expect(await budget.take('read', seconds(60))).toEqual({ taken: true })
  })
})

// D1 speaks the SQL of the others, and is slow to answer.
const QUICK = ENGINES.filter(({ name }) => name !== 'D1')

describe.each(QUICK)('the budget in $name', (engine) => {
  it('never gives more in any 60 seconds, whenever it is asked, by clocks that differ', async () => {
    const calls = fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 9_000 }),
        skew: fc.integer({ min: -3_000, max: 3_000 }),
        count: fc.integer({ min: 1, max: 30 }),
        isRead: fc.boolean(),
      }),
      { minLength: 10, maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(calls, async (bursts) => {
        const [{ budget }] = await twoOf(engine)
        const taken: { at: number; purpose: Purpose }[] = []
        let clock = Date.parse(NOW)
        for (const { wait, skew, count, isRead } of bursts) {
          clock += wait
          const [at, purpose] = [clock + skew, isRead ? 'read' : 'booking'] as const
          for (let index = 0; index < count; index++)
            if ((await budget.take(purpose, new Date(at).toISOString())).taken) taken.push({ at, purpose })
        }
        for (const { at: start } of taken) {
          const within = taken.filter(({ at }) => at >= start && at < start + 60_000)
          expect(within.length).toBeLessThanOrEqual(100)
          // Bookings may use up what reads have; reads never what is kept for bookings.
          expect(within.filter(({ purpose }) => purpose === 'read').length).toBeLessThanOrEqual(60)
        }
      }),
      { numRuns: 5 },
    )
  }, 60_000)
})
