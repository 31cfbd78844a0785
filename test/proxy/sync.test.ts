import { describe, expect, it } from 'vitest'
import { booking } from '../../demo/simulator/index.ts'
import { sync } from '../../proxy/reconcile/sync.ts'
import { LATER, setupBooked } from '../support/managed.ts'
import { START, setup } from '../support/proxy.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const lists = (calls: { method: string; path: string }[]) =>
  calls.filter(({ method, path }) => method === 'GET' && path.startsWith('/v2/bookings?'))

describe('in step with Cal.com, when no webhook comes', () => {
  it('offers the time again that Olga called off, and the visitor sees it', async () => {
    const { heart, simulator, entry, byOlga, free } = await setupBooked()
    simulator.clock.advance(2 * MINUTE)
    expect(await free()).not.toContain(START)
    simulator.clock.advance(3 * SECOND)
    await byOlga('cancel', (await entry()).uid ?? '', { cancellationReason: 'Заболела' })
    expect(await free()).not.toContain(START)
    await sync(heart)
    expect(await free()).toContain(START)
    expect(await entry()).toMatchObject({ state: 'cancelled', standing: 'cancelled', dueAt: null })
  })

  it('gives back the claim of a booking that Olga called off within its minute', async () => {
    const { heart, store, entry, byOlga, booked } = await setupBooked()
    const claim = () => store.claims.find(booked.ref, heart.now().toISOString())
    expect(await claim()).toBeDefined()
    await byOlga('cancel', (await entry()).uid ?? '', { cancellationReason: 'Заболела' })
    await sync(heart)
    expect(await claim()).toBeUndefined()
  })

  it('follows a booking that Olga moved, twice', async () => {
    const { heart, simulator, entry, byOlga, free, see, live } = await setupBooked()
    await byOlga('reschedule', (await entry()).uid ?? '', { start: '2026-11-25T09:00:00Z' })
    await byOlga('reschedule', live()[0]?.uid ?? '', { start: LATER })
    // So long Cal.com repeats its last answer about free times.
    simulator.clock.advance(3 * SECOND)
    await sync(heart)
    expect(await entry()).toMatchObject({ start: LATER, uid: live()[0]?.uid, state: 'confirmed' })
    expect(await see()).toMatchObject({ start: LATER, status: 'accepted', changeable: true })
    expect(await free()).toContain(START)
    expect(await free()).not.toContain(LATER)
  })

  it('learns that Olga accepted or declined a request', async () => {
    const { heart, simulator, book, store, byOlga } = await setupBooked()
    for (const type of simulator.account.eventTypes) type.confirmationPolicy = { type: 'always' } as never
    const refs: string[] = []
    for (const start of [LATER, '2026-11-27T09:00:00.000Z']) refs.push((await (await book({ start })).json()).ref)
    const [accepted, declined] = await Promise.all(refs.map(async (ref) => (await store.journal.find(ref))?.uid ?? ''))
    await byOlga('confirm', accepted ?? '', {})
    await byOlga('decline', declined ?? '', { reason: 'Нет' })
    await sync(heart)
    expect(await store.journal.find(refs[0] ?? '')).toMatchObject({ state: 'confirmed', standing: 'accepted' })
    expect(await store.journal.find(refs[1] ?? '')).toMatchObject({ state: 'cancelled', standing: 'rejected' })
  })

  it('finds the booking whose answer never came', async () => {
    const { heart, book, simulator, store } = await setup()
    simulator.break({ kind: 'reset', done: true, times: 1, on: { method: 'POST' } })
    simulator.break({ kind: 'status', on: { method: 'GET', path: /^\/v2\/bookings\?/ } })
    const res = await book()
    expect(res.status).toBe(202)
    simulator.mend()
    const { ref } = await res.json()
    simulator.mend()
    await sync(heart)
    expect(await store.journal.find(ref)).toMatchObject({
      state: 'confirmed',
      uid: simulator.account.bookings[0]?.uid,
      dueAt: null,
    })
  })

  it('leaves alone what was not booked here, but asks for the times anew', async () => {
    const { heart, simulator, free, entry } = await setupBooked()
    expect(await free()).toContain(LATER)
    const before = await entry()
    simulator.clock.advance(3 * SECOND)
    simulator.account.bookings.push(booking({ start: LATER, updatedAt: heart.now().toISOString() }))
    await sync(heart)
    expect(await free()).not.toContain(LATER)
    expect(await entry()).toEqual(before)
  })

  it('looks every five minutes, however many instances and rounds there are', async () => {
    const { heart, work, simulator } = await setupBooked()
    await Promise.all([sync(heart), sync(heart)])
    await work()
    expect(lists(simulator.calls)).toHaveLength(1)
    simulator.clock.advance(5 * MINUTE)
    await work()
    expect(lists(simulator.calls)).toHaveLength(2)
  })

  it('asks from where it was last in step, a little before; the first time from the oldest request to come', async () => {
    const { heart, simulator, store } = await setupBooked()
    const since = () =>
      new URL(lists(simulator.calls).at(-1)?.path ?? '', 'http://x').searchParams.get('afterUpdatedAt')
    simulator.clock.advance(60 * MINUTE)
    await sync(heart)
    expect(since()).toBe('2026-11-22T11:58:00.000Z')
    simulator.clock.advance(7 * MINUTE)
    await sync(heart)
    expect(since()).toBe('2026-11-22T12:58:00.000Z')
    expect(await store.marks.get('synced')).toBe('2026-11-22T13:07:00.000Z')
  })

  it('goes on past what it cannot read, and says so', async () => {
    const { heart, simulator, entry, byOlga, workLog } = await setupBooked()
    await sync(heart)
    simulator.clock.advance(5 * MINUTE)
    const strange = booking({ start: LATER, updatedAt: heart.now().toISOString() })
    simulator.account.bookings.unshift({ ...strange, status: 'awaiting_host' as never })
    await byOlga('cancel', (await entry()).uid ?? '', { cancellationReason: 'Заболела' })
    await sync(heart)
    expect(await entry()).toMatchObject({ state: 'cancelled' })
    expect(workLog.map(({ cause }) => cause)).toContain('1 bookings of an unknown shape were left out')
  })

  it('tries again within a minute what failed, and misses nothing', async () => {
    const { heart, simulator, entry, byOlga } = await setupBooked()
    await sync(heart)
    simulator.clock.advance(5 * MINUTE)
    await byOlga('cancel', (await entry()).uid ?? '', { cancellationReason: 'Заболела' })
    simulator.break({ kind: 'status', on: { method: 'GET' } })
    for (const _ of [1, 2, 3, 4]) {
      await expect(sync(heart)).rejects.toThrow('GET /v2/bookings')
      simulator.clock.advance(MINUTE)
    }
    simulator.mend()
    await sync(heart)
    expect(await entry()).toMatchObject({ state: 'cancelled' })
  })

  it('reads on where a page ends', async () => {
    const { heart, simulator, entry, byOlga } = await setupBooked()
    const updatedAt = heart.now().toISOString()
    const others = Array.from({ length: 600 }, () => booking({ start: '2026-10-01T07:00:00Z', updatedAt }))
    simulator.account.bookings.unshift(...others)
    simulator.clock.advance(MINUTE)
    await byOlga('cancel', (await entry()).uid ?? '', { cancellationReason: 'Заболела' })
    await sync(heart)
    expect(await entry()).toMatchObject({ state: 'cancelled' })
  })
})
