import { afterAll, describe, expect, it } from 'vitest'
import type { Claim } from '../../../proxy/store/store.ts'
import { closeStores, ENGINES, twoOf } from '../../support/stores.ts'

const NOW = '2026-11-22T12:00:00.000Z'
const LATER = '2026-11-22T12:05:00.000Z'
const at = (time: string) => `2026-11-25T${time}:00.000Z`

const claim = (changes: Partial<Omit<Claim, 'settledAt'>> = {}): Omit<Claim, 'settledAt'> => ({
  id: crypto.randomUUID(),
  kind: 'request',
  host: 'olgarozet',
  from: at('07:00'),
  to: at('07:40'),
  until: LATER,
  address: null,
  ...changes,
})
const hold = (changes: Partial<Omit<Claim, 'settledAt'>> = {}) => claim({ kind: 'hold', address: 'a1', ...changes })

afterAll(closeStores)

describe.each(ENGINES)('claims in $name', (engine) => {
  it('keep others away from every overlap, and from nothing else', async () => {
    const [{ claims }] = await twoOf(engine)
    expect(await claims.take(claim(), { now: NOW })).toBe(true)
    const other = (from: string, to: string) => claims.take(claim({ from: at(from), to: at(to) }), { now: NOW })
    expect(await other('07:00', '07:40')).toBe(false)
    expect(await other('06:30', '07:01')).toBe(false)
    expect(await other('07:39', '08:00')).toBe(false)
    expect(await other('07:10', '07:20')).toBe(false)
    expect(await other('06:00', '09:00')).toBe(false)
    expect(await other('06:20', '07:00')).toBe(true)
    expect(await other('07:40', '08:20')).toBe(true)
    expect(await claims.take(claim({ host: 'another' }), { now: NOW })).toBe(true)
  })

  it.each([8, 32])('go to exactly one of %i who overlap and come at once, by two instances', async (many) => {
    const instances = await twoOf(engine)
    const minute = (index: number) => at(`07:${String(index).padStart(2, '0')}`)
    const takes = Array.from({ length: many }, (_, index) =>
      instances[index % 2]?.claims.take(claim({ from: minute(index), to: at('08:00') }), { now: NOW }),
    )
    expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1)
    expect(await instances[0].claims.live(NOW, NOW)).toHaveLength(1)
  })

  it('go to all who come at once and do not overlap', async () => {
    const instances = await twoOf(engine)
    const hour = (index: number) => at(`${String(index).padStart(2, '0')}:00`)
    const takes = Array.from({ length: 16 }, (_, index) =>
      instances[index % 2]?.claims.take(claim({ from: hour(index), to: hour(index + 1) }), { now: NOW }),
    )
    expect(await Promise.all(takes)).toEqual(Array(16).fill(true))
  })

  it('end by themselves', async () => {
    const [{ claims }] = await twoOf(engine)
    const first = claim()
    await claims.take(first, { now: NOW })
    expect(await claims.find(first.id, NOW)).toEqual({ ...first, settledAt: null })
    expect(await claims.find(first.id, LATER)).toBeUndefined()
    expect(await claims.take(claim(), { now: LATER })).toBe(true)
  })

  it('can be given back, also twice, also by nobody', async () => {
    const [{ claims }] = await twoOf(engine)
    const first = claim()
    await claims.take(first, { now: NOW })
    await claims.release(first.id)
    await claims.release(first.id)
    await claims.release('nobody')
    expect(await claims.take(claim(), { now: NOW })).toBe(true)
  })

  it('can be taken anew under their id, at another time and for longer, and are no longer settled', async () => {
    const [{ claims }] = await twoOf(engine)
    const first = claim()
    await claims.take(first, { now: NOW })
    await claims.settle(first.id, NOW, LATER)
    const moved = { ...first, from: at('07:20'), to: at('08:00'), until: '2026-11-22T12:10:00.000Z' }
    expect(await claims.take(moved, { now: NOW })).toBe(true)
    expect(await claims.live(NOW, NOW)).toEqual([{ ...moved, settledAt: null }])
  })

  it('are not moved to where somebody else is', async () => {
    const [{ claims }] = await twoOf(engine)
    const first = claim()
    await claims.take(first, { now: NOW })
    await claims.take(claim({ from: at('08:00'), to: at('08:40') }), { now: NOW })
    expect(await claims.take({ ...first, from: at('07:30'), to: at('08:10') }, { now: NOW })).toBe(false)
    expect(await claims.find(first.id, NOW)).toMatchObject({ from: at('07:00') })
  })

  it("may overlap the visitor's own hold and the booking that is moved", async () => {
    const [{ claims }] = await twoOf(engine)
    const [held, moved] = [hold(), claim({ from: at('07:40'), to: at('08:20') })]
    await claims.take(held, { now: NOW })
    await claims.take(moved, { now: NOW })
    const both = claim({ from: at('07:20'), to: at('08:00') })
    expect(await claims.take(both, { now: NOW, except: [held.id] })).toBe(false)
    expect(await claims.take(both, { now: NOW, except: [held.id, moved.id] })).toBe(true)
  })

  it('hold for longer when they are extended, unless they are over', async () => {
    const [{ claims }] = await twoOf(engine)
    const running = claim({ until: at('09:00') })
    const over = claim({ from: at('08:00'), to: at('08:40'), until: at('06:00') })
    for (const one of [running, over]) await claims.take(one, { now: NOW })
    for (const { id } of [running, over]) await claims.extend(id, at('06:30'), at('10:00'))
    const live = await claims.live(at('06:30'), at('06:30'))
    expect(live.map(({ id, until }) => [id, until])).toEqual([[running.id, at('10:00')]])
  })

  it('stay for a while when they are settled, and are remembered longer than they hold', async () => {
    const [{ claims }] = await twoOf(engine)
    const first = claim()
    await claims.take(first, { now: NOW })
    await claims.settle(first.id, at('07:00'), at('07:01'))
    expect(await claims.find(first.id, at('07:00'))).toMatchObject({ settledAt: at('07:00'), until: at('07:01') })
    expect(await claims.live(at('07:05'), at('06:59'))).toHaveLength(1)
    expect(await claims.live(at('07:05'), at('07:00'))).toEqual([])
  })

  it('are forgotten when they neither hold nor are remembered', async () => {
    const [{ claims }] = await twoOf(engine)
    const [running, over, settled] = [
      claim(),
      claim({ from: at('08:00'), to: at('08:40'), until: NOW }),
      claim({ from: at('09:00'), to: at('09:40') }),
    ]
    for (const one of [running, over, settled]) await claims.take(one, { now: '2026-11-22T11:00:00.000Z' })
    await claims.settle(settled.id, '2026-11-22T11:59:00.000Z', NOW)
    await claims.forget(NOW, '2026-11-22T11:58:00.000Z')
    const ids = async () => (await claims.live('', '')).map(({ id }) => id).sort()
    expect(await ids()).toEqual([running.id, settled.id].sort())
    await claims.forget(NOW, '2026-11-22T11:59:00.000Z')
    expect(await ids()).toEqual([running.id])
  })
})

describe.each(ENGINES)('holds in $name', (engine) => {
  it('are so many for an address, also when they are asked for at once', async () => {
    const instances = await twoOf(engine)
    const [{ claims }] = instances
    const takes = Array.from({ length: 12 }, (_, index) => {
      const hour = String(index).padStart(2, '0')
      const terms = { now: NOW, most: 2 }
      return instances[index % 2]?.claims.take(hold({ from: at(`${hour}:00`), to: at(`${hour}:40`) }), terms)
    })
    expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(2)
    expect(await claims.holdsOf('a1', NOW)).toBe(2)
    expect(await claims.holdsOf('a2', NOW)).toBe(0)
    expect(await claims.holdsOf('a1', LATER)).toBe(0)
    const another = hold({ address: 'a2', from: at('20:00'), to: at('20:40') })
    expect(await claims.take(another, { now: NOW, most: 2 })).toBe(true)
  })

  it('can be renewed by an address that has all it may have', async () => {
    const [{ claims }] = await twoOf(engine)
    const first = hold()
    await claims.take(first, { now: NOW, most: 1 })
    const renewed = { ...first, until: '2026-11-22T12:09:00.000Z' }
    expect(await claims.take(renewed, { now: NOW, most: 1 })).toBe(true)
    expect(await claims.find(first.id, NOW)).toMatchObject({ until: renewed.until })
    expect(await claims.take(hold({ from: at('09:00'), to: at('09:40') }), { now: NOW, most: 1 })).toBe(false)
  })

  it('do not count requests of the same address', async () => {
    const [{ claims }] = await twoOf(engine)
    await claims.take(claim({ address: 'a1' }), { now: NOW })
    expect(await claims.holdsOf('a1', NOW)).toBe(0)
    expect(await claims.take(hold({ from: at('09:00'), to: at('09:40') }), { now: NOW, most: 1 })).toBe(true)
  })
})
