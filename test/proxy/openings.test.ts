import { describe, expect, it } from 'vitest'
import { eventType, type Simulator } from '../../demo/simulator/index.ts'
import { CalcomNoAnswer } from '../../proxy/calcom/index.ts'
import type { Store } from '../../proxy/store/store.ts'
import { memoryStore } from '../support/memory-store.ts'
import { NOW, START, setup } from '../support/proxy.ts'

type Proxy = Awaited<ReturnType<typeof setup>>

const SECOND = 1_000
const MINUTE = 60 * SECOND
const PATH = '/v1/slots?event=delo-40min&month=2026-11'

const asked = ({ calls }: Simulator) => calls.filter(({ path }) => path.startsWith('/v2/slots')).length

async function times({ app }: Pick<Proxy, 'app'>, path = PATH) {
  const res = await app.request(path)
  expect(res.status).toBe(200)
  return res.json()
}

/** Asks until it is so; a second later each time, as an answer is given again for so long. */
function until(proxy: Proxy, what: object) {
  const ask = () => {
    proxy.simulator.clock.advance(SECOND)
    return times(proxy)
  }
  return expect.poll(ask, { interval: 5 }).toMatchObject(what)
}

/** Two instances of the proxy on one store, for one Cal.com. */
async function two() {
  const one = await setup()
  const { store, simulator } = one
  return { one, other: await setup({ store, simulator }), store, simulator }
}

/** Olga has something else at `START`, which Cal.com knows from its own calendars. */
function busyAtStart({ account }: Simulator) {
  account.busy.push({ start: START, end: '2026-11-25T07:40:00.000Z' })
}

const offerOf = (proxy: Proxy) => proxy.heart.catalog.get('delo-40min')

describe('free times', () => {
  it('F093 are given as they are for 10 minutes, while Cal.com is asked behind it', async () => {
    const proxy = await setup()
    const { asOf } = await times(proxy)
    proxy.simulator.clock.advance(31 * SECOND)
    const { arrived, letGo } = proxy.hold('GET')
    expect(await times(proxy)).toMatchObject({ asOf, stale: false })
    await arrived
    expect(await times(proxy)).toMatchObject({ asOf, stale: false })
    letGo()
    await until(proxy, { asOf: '2026-11-22T12:00:31.000Z', stale: false })
    expect(asked(proxy.simulator)).toBe(2)
  })

  it('are waited for when they are older', async () => {
    const proxy = await setup()
    await times(proxy)
    proxy.simulator.clock.advance(11 * MINUTE)
    expect(await times(proxy)).toMatchObject({ asOf: '2026-11-22T12:11:00.000Z', stale: false })
  })

  it('F093 are the last known for 15 minutes when Cal.com is down, and then none', async () => {
    const proxy = await setup()
    const { asOf } = await times(proxy)
    proxy.simulator.break({ kind: 'refuse' })
    proxy.simulator.clock.advance(15 * MINUTE)
    expect(await times(proxy)).toMatchObject({ asOf, stale: true })
    proxy.simulator.clock.advance(SECOND)
    expect((await proxy.app.request(PATH)).status).toBe(503)
  })

  it('say that they are stale once Cal.com could not be asked, until it can', async () => {
    const proxy = await setup()
    await times(proxy)
    proxy.simulator.clock.advance(31 * SECOND)
    proxy.simulator.break({ kind: 'refuse' })
    await until(proxy, { stale: true })
    proxy.simulator.mend()
    await until(proxy, { stale: false })
  })

  it('leave Cal.com alone for a while when it has failed, and say so once in the log', async () => {
    const proxy = await setup()
    await times(proxy)
    const calls = asked(proxy.simulator)
    proxy.simulator.break({ kind: 'refuse', on: { path: /slots/ } })
    proxy.simulator.clock.advance(11 * MINUTE)
    await Promise.all([times(proxy), times(proxy), times(proxy)])
    proxy.simulator.clock.advance(4 * SECOND)
    await times(proxy)
    expect(asked(proxy.simulator)).toBe(calls + 1)
    expect(proxy.workLog.map(({ cause }) => cause)).toEqual(['CalcomNoAnswer GET /v2/slots: no answer'])
  })

  it('of this month and the next cost one call', async () => {
    const { app, simulator } = await setup()
    for (const month of ['', '&month=2026-11', '&month=2026-12']) await app.request(`${PATH.split('&')[0]}${month}`)
    expect(asked(simulator)).toBe(1)
  })

  it('are still to come', async () => {
    const proxy = await setup()
    for (const type of proxy.simulator.account.eventTypes) type.minimumBookingNotice = 0
    proxy.simulator.clock.set('2026-11-23T06:55:00Z')
    expect((await times(proxy)).slots[0]).toBe('2026-11-23T07:00:00.000Z')
    proxy.simulator.break({ kind: 'refuse' })
    proxy.simulator.clock.advance(5 * MINUTE)
    expect((await times(proxy)).slots[0]).toBe('2026-11-23T07:40:00.000Z')
  })

  it('cost no access to the store while they are fresh', async () => {
    const { store, count } = counting(await memoryStore())
    const proxy = await setup({ store })
    await times(proxy)
    const before = count()
    // Each by an address of his own, so that none gets the answer that was written for another.
    for (let visitor = 0; visitor < 10; visitor++) await times(proxy, `${PATH}&visitor=${visitor}`)
    expect(count() - before).toBe(0)
  })

  it('are given though the store is gone', async () => {
    const proxy = await setup()
    const { asOf } = await times(proxy)
    await proxy.store.close()
    proxy.simulator.clock.advance(2 * SECOND)
    expect(await times(proxy)).toMatchObject({ asOf, stale: false })
    proxy.simulator.clock.advance(14 * MINUTE)
    expect(await times(proxy)).toMatchObject({ asOf, stale: true })
  })
})

describe('free times of two instances', () => {
  it('are asked for once', async () => {
    const { one, other, simulator } = await two()
    const [mine, theirs] = await Promise.all([times(one), times(other)])
    expect(mine).toEqual(theirs)
    simulator.clock.advance(31 * SECOND)
    await Promise.all([times(one), times(other)])
    await Promise.all([one, other].map((proxy) => until(proxy, { asOf: '2026-11-22T12:00:31.000Z' })))
    expect(asked(simulator)).toBe(2)
  })

  it('are asked for by the other when one has failed', async () => {
    const { one, other, simulator } = await two()
    await Promise.all([offerOf(one), offerOf(other)])
    simulator.break({ kind: 'refuse', times: 1 })
    const answers = await Promise.all([one.app.request(PATH), other.app.request(PATH)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503])
  })

  it('outlive a start anew while Cal.com is down', async () => {
    const { one, other, simulator } = await two()
    const { asOf } = await times(one)
    simulator.break({ kind: 'refuse' })
    simulator.clock.advance(12 * MINUTE)
    expect(await times(other)).toMatchObject({ asOf, stale: true })
  })

  it('are both without what one of them holds: here at once, there within a second', async () => {
    const { one, other, simulator } = await two()
    expect((await times(one)).slots).toContain(START)
    expect((await times(other)).slots).toContain(START)
    const res = await one.app.request('/v1/holds', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: 'delo-40min', start: START }),
    })
    const { id } = await res.json()
    expect((await times(one)).slots).not.toContain(START)
    simulator.clock.advance(SECOND)
    expect((await times(other)).slots).not.toContain(START)
    await one.app.request(`/v1/holds/${id}/release`, { method: 'POST' })
    expect((await times(one)).slots).toContain(START)
  })

  it('are asked anew by both when something has changed at Cal.com', async () => {
    const { one, other, simulator } = await two()
    await Promise.all([times(one), times(other)])
    busyAtStart(simulator)
    simulator.clock.advance(5 * SECOND)
    await one.heart.openings.drop()
    simulator.clock.advance(1)
    expect((await times(one)).slots).not.toContain(START)
    simulator.clock.advance(SECOND)
    expect((await times(other)).slots).not.toContain(START)
    expect(asked(simulator)).toBe(2)
  })
})

describe('free times, laid over with what Cal.com does not show', () => {
  it('leave out whatever overlaps a claim, with the buffers of the event type', async () => {
    const proxy = await setup({ env: { EVENTS: 'calm' } })
    const buffers = { beforeEventBuffer: 10, afterEventBuffer: 20 }
    proxy.simulator.account.eventTypes.push(eventType({ slug: 'calm', slotInterval: 10, ...buffers }))
    const claim = { id: 'c', kind: 'request' as const, host: 'olgarozet', address: null }
    const span = { from: '2026-11-25T09:00:00.000Z', to: '2026-11-25T10:00:00.000Z' }
    await proxy.store.claims.take({ ...claim, ...span, until: '2026-11-22T12:05:00.000Z' }, { now: NOW })
    const { slots } = await times(proxy, '/v1/slots?event=calm&month=2026-11')
    const near = slots.filter((start: string) => start >= '2026-11-25T08:10' && start < '2026-11-25T10:20')
    expect(near).toEqual(['2026-11-25T08:10:00.000Z', '2026-11-25T10:10:00.000Z'])
  })

  it('leave alone what is claimed of somebody else’s time', async () => {
    const proxy = await setup()
    const claim = { id: 'c', kind: 'request' as const, host: 'ivan', address: null }
    const span = { from: START, to: '2026-11-25T07:40:00.000Z' }
    await proxy.store.claims.take({ ...claim, ...span, until: '2026-11-22T12:05:00.000Z' }, { now: NOW })
    expect((await times(proxy)).slots).toContain(START)
  })

  it('leave out a booking as long as Cal.com’s answer may be older than it', async () => {
    const proxy = await setup()
    await times(proxy)
    expect((await proxy.book()).status).toBe(201)
    proxy.simulator.clock.advance(61 * SECOND)
    const { arrived, letGo } = proxy.hold('GET')
    expect(await times(proxy)).toMatchObject({ asOf: '2026-11-22T12:00:00.000Z' })
    expect((await times(proxy)).slots).not.toContain(START)
    await arrived
    letGo()
  })

  it('are asked again soon after a change, as Cal.com may have answered from before it', async () => {
    const proxy = await setup()
    await times(proxy)
    busyAtStart(proxy.simulator)
    proxy.simulator.clock.advance(SECOND)
    await proxy.heart.openings.drop()
    expect((await times(proxy)).slots).toContain(START)
    const calls = asked(proxy.simulator)
    proxy.simulator.clock.advance(3 * SECOND + 1)
    await times(proxy)
    await expect.poll(() => asked(proxy.simulator)).toBe(calls + 1)
    await until(proxy, { slots: expect.not.arrayContaining([START]) })
  })
})

describe('a start', () => {
  it('is free only by an answer of the last 30 seconds', async () => {
    const proxy = await setup()
    const offer = await offerOf(proxy)
    await times(proxy)
    busyAtStart(proxy.simulator)
    proxy.simulator.clock.advance(30 * SECOND)
    expect(await proxy.heart.openings.isFree(offer, 40, START)).toBe(true)
    proxy.simulator.clock.advance(SECOND)
    expect(await proxy.heart.openings.isFree(offer, 40, START)).toBe(false)
  })

  it('is asked about once, however many want to know', async () => {
    const proxy = await setup()
    const offer = await offerOf(proxy)
    await Promise.all(Array.from({ length: 3 }, () => proxy.heart.openings.isFree(offer, 40, START)))
    expect(asked(proxy.simulator)).toBe(1)
  })

  it('is neither free nor taken when Cal.com cannot be asked; what is known may tell that it is taken', async () => {
    const proxy = await setup()
    const { openings } = proxy.heart
    const offer = await offerOf(proxy)
    proxy.simulator.break({ kind: 'refuse' })
    await expect(openings.isFree(offer, 40, START)).rejects.toBeInstanceOf(CalcomNoAnswer)
    expect(await openings.mayBeFree(offer, 40, START)).toBe(true)
    proxy.simulator.mend()
    busyAtStart(proxy.simulator)
    await times(proxy)
    proxy.simulator.break({ kind: 'refuse' })
    proxy.simulator.clock.advance(15 * MINUTE)
    await expect(openings.isFree(offer, 40, START)).rejects.toBeInstanceOf(CalcomNoAnswer)
    expect(await openings.mayBeFree(offer, 40, START)).toBe(false)
    expect(await openings.mayBeFree(offer, 40, '2026-11-26T07:00:00.000Z')).toBe(true)
    proxy.simulator.clock.advance(SECOND)
    expect(await openings.mayBeFree(offer, 40, START)).toBe(true)
  })

  it('is asked about with the calls that are kept for bookings', async () => {
    const proxy = await setup()
    const offer = await offerOf(proxy)
    for (let call = 0; call < 60; call++) await proxy.store.budget.take('read', '2026-11-22T12:00:00.000Z')
    expect((await proxy.app.request(PATH)).status).toBe(503)
    expect(await proxy.heart.openings.isFree(offer, 40, START)).toBe(true)
  })

  it('that is gone, or more than a year away, costs no call', async () => {
    const proxy = await setup()
    const offer = await offerOf(proxy)
    const { length } = proxy.simulator.calls
    for (const start of ['2026-11-20T07:00:00.000Z', '2028-02-01T07:00:00.000Z'])
      expect(await proxy.heart.openings.isFree(offer, 40, start)).toBe(false)
    expect(proxy.simulator.calls).toHaveLength(length)
  })

  it('of one’s own booking is free when it is to be moved', async () => {
    const proxy = await setup()
    const { openings } = proxy.heart
    const offer = await offerOf(proxy)
    const { ref } = await (await proxy.book()).json()
    const [booking] = proxy.simulator.account.bookings
    proxy.simulator.clock.advance(5 * MINUTE)
    expect(await openings.isFree(offer, 40, START)).toBe(false)
    expect(await openings.isFree(offer, 40, START, { moving: booking?.uid ?? '', except: [ref] })).toBe(true)
  })
})

/** The store, and how often it was asked for anything. */
function counting(store: Store) {
  let asks = 0
  const counted = new Proxy(store, {
    get(target, part: keyof Store) {
      asks++
      return target[part]
    },
  })
  return { store: counted, count: () => asks }
}
