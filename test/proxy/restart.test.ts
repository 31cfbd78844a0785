import { describe, expect, it } from 'vitest'
import { sqliteStore } from '../../proxy/store/sqlite.node.ts'
import type { Store } from '../../proxy/store/store.ts'
import { newKey, START, setup } from '../support/proxy.ts'

type Verb = 'record' | 'change' | 'take' | 'settle' | 'release'

/**
 * A store whose process dies at the n-th call of a verb, before or after it is done: no call comes back from then on.
 */
function dying(store: Store, verb: Verb, nth: number, when: 'before' | 'after') {
  let left = nth
  let isDead = false
  let die = () => {}
  const died = new Promise<void>((resolve) => {
    die = resolve
  })
  const wrap = <T extends object>(verbs: T): T =>
    new Proxy(verbs, {
      get: (target, name) => {
        const call = Reflect.get(target, name)
        if (typeof call !== 'function') return call
        return async (...args: unknown[]) => {
          if (isDead) return new Promise(() => {})
          const isLast = name === verb && --left === 0
          if (isLast && when === 'before') isDead = true
          const result = isDead ? undefined : await Reflect.apply(call, target, args)
          if (isLast) isDead = true
          if (!isDead) return result
          die()
          return new Promise(() => {})
        }
      },
    })
  return { store: { ...store, journal: wrap(store.journal), claims: wrap(store.claims) }, died }
}

const MOMENTS = (['record', 'take', 'change', 'settle'] as const).flatMap((verb) =>
  (['before', 'after'] as const).flatMap((when) =>
    (verb === 'change' ? [1, 2] : [1]).map((nth) => [verb, nth, when] as const),
  ),
)

describe('a proxy that dies while it books', () => {
  it.each(MOMENTS)('at %s %i, %s it: the next one brings the request to its end, once', async (verb, nth, when) => {
    const disk = await sqliteStore(':memory:')
    const { store, died } = dying(disk, verb, nth, when)
    const first = await setup({ store })
    const key = newKey()
    void first.post(first.request(), { 'idempotency-key': key })
    await died

    const { simulator } = first
    const next = await setup({ store: disk, simulator })
    const status = async () => (await (await next.app.request(`/v1/bookings/status/${key}`)).json()).status
    for (const ms of [46_000, 71_000, 71_000]) {
      simulator.clock.advance(ms)
      await next.work()
    }
    const isRecorded = !(verb === 'record' && when === 'before')
    expect(await status()).toBe(isRecorded ? 'accepted' : 'unseen')
    // The visitor, who got no answer, asks once more.
    const res = await next.post(next.request(), { 'idempotency-key': key })
    expect(res.status).toBe(201)
    const live = simulator.account.bookings.filter((booking) => booking.status === 'accepted')
    expect(live.map(({ start }) => start)).toEqual([START])
    expect(await disk.journal.list()).toMatchObject([{ state: 'confirmed', uid: live[0]?.uid, dueAt: null }])
  })

  it('gives its claims up: the time is free again', async () => {
    const disk = await sqliteStore(':memory:')
    const { store, died } = dying(disk, 'take', 1, 'after')
    const first = await setup({ store })
    void first.book()
    await died
    const { simulator } = first
    const [entry] = await disk.journal.list()
    if (entry) await disk.journal.change(entry, { state: 'refused', dueAt: null }, entry.createdAt)
    const next = await setup({ store: disk, simulator })
    expect((await next.book()).status).toBe(409)
    simulator.clock.advance(120_000)
    expect((await next.book()).status).toBe(201)
  })
})

describe('two instances on one journal', () => {
  it('book once under one key, however often and wherever it is sent', async () => {
    const store = await sqliteStore(':memory:')
    const one = await setup({ store })
    const two = await setup({ store, simulator: one.simulator })
    const headers = { 'idempotency-key': newKey() }
    const sent = Array.from({ length: 8 }, (_, index) => (index % 2 ? one : two).post(one.request(), headers))
    const statuses = (await Promise.all(sent)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0)
    expect(statuses.filter((status) => ![201, 202, 409].includes(status))).toEqual([])
    expect((await two.post(one.request(), headers)).status).toBe(201)
    expect(one.simulator.account.bookings).toHaveLength(1)
  })

  it('do not book overlapping times, though Cal.com would', async () => {
    const store = await sqliteStore(':memory:')
    const one = await setup({ store })
    const two = await setup({ store, simulator: one.simulator })
    const { arrived, letGo } = one.hold('POST')
    const first = one.book({ start: '2026-11-25T07:40:00Z' })
    await arrived
    expect((await two.book({ event: '30min', start: '2026-11-25T07:30:00Z' })).status).toBe(409)
    letGo()
    expect((await first).status).toBe(201)
  })

  it('help each other: what one has not begun, the other may', async () => {
    const store = await sqliteStore(':memory:')
    const one = await setup({ store })
    const { simulator } = one
    const two = await setup({ store, simulator })
    simulator.break({ kind: 'refuse', on: { method: 'POST' }, times: 2 })
    for (const [name, start] of [
      ['ivan', START],
      ['olga', '2026-11-25T07:40:00.000Z'],
    ] as const)
      await one.book({ start, answers: { name, email: `${name}@example.com` } })
    simulator.clock.advance(60_000)
    const { arrived, letGo } = one.hold('POST')
    const busy = one.work()
    await arrived
    await two.work()
    expect(simulator.account.bookings).toHaveLength(1)
    letGo()
    await busy
    expect(simulator.account.bookings).toHaveLength(2)
  })

  it('take up what waits once', async () => {
    const store = await sqliteStore(':memory:')
    const one = await setup({ store })
    const { simulator } = one
    const two = await setup({ store, simulator })
    simulator.break({ kind: 'refuse', on: { method: 'POST' }, times: 3 })
    const starts = [START, '2026-11-25T07:40:00.000Z', '2026-11-25T08:20:00.000Z']
    for (const [index, start] of starts.entries())
      await one.book({ start, answers: { name: 'Иван', email: `ivan${index}@example.com` } })
    simulator.clock.advance(60_000)
    await Promise.all([one.work(), two.work(), one.work()])
    expect(simulator.account.bookings).toHaveLength(3)
    expect(simulator.calls.filter(({ method }) => method === 'POST')).toHaveLength(6)
  })
})
