import { describe, expect, it } from 'vitest'
import { createSimulator } from '../../demo/simulator/index.ts'
import { type Calcom, CalcomError, CalcomNoAnswer, CalcomRefused, CalcomThrottled } from '../../proxy/calcom/index.ts'
import { createUpstream } from '../../proxy/upstream.ts'
import { memoryStore } from '../support/memory-store.ts'
import { KEY, NOW } from '../support/proxy.ts'

const SECOND = 1_000
const CONFIG = { CAL_API_KEY: KEY, CAL_API_URL: 'https://api.cal.com' }

/** Two instances' ways to one Cal.com, over one store. */
async function setup(timeouts = { read: 5_000, write: 10_000 }) {
  const simulator = createSimulator({ apiKey: KEY })
  simulator.clock.set(NOW)
  const store = await memoryStore()
  const now = () => simulator.clock.now()
  const create = () => createUpstream(CONFIG, { store, now, fetch: simulator.fetch, timeouts })
  return { one: create(), other: create(), simulator, store }
}

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

async function times(count: number, call: (turn: number) => Promise<unknown>) {
  for (let turn = 0; turn < count; turn++) await call(turn)
}

const failing = async (calcom: Calcom) => {
  const error = await thrownBy(calcom.me.get())
  return error instanceof CalcomNoAnswer ? error.reached : error
}

describe('the budget of calls', () => {
  it('is 100 in a minute, over all instances', async () => {
    const { one, other, simulator } = await setup()
    await times(100, async (turn) => {
      simulator.clock.advance(100)
      await (turn % 2 ? one : other).bookings.me.get()
    })
    expect(await thrownBy(one.bookings.me.get())).toMatchObject({ call: 'GET /v2/me', retryAfter: 51 })
    expect(await thrownBy(other.bookings.me.get())).toBeInstanceOf(CalcomThrottled)
    expect(simulator.calls).toHaveLength(100)
    simulator.clock.advance(51 * SECOND)
    await other.bookings.me.get()
  })

  it('leaves 40 of them to bookings', async () => {
    const { one, other, simulator } = await setup()
    await times(60, () => one.reads.me.get())
    expect(await thrownBy(other.reads.me.get())).toBeInstanceOf(CalcomThrottled)
    await times(40, () => other.bookings.me.get())
    expect(await thrownBy(other.bookings.me.get())).toBeInstanceOf(CalcomThrottled)
    expect(simulator.calls).toHaveLength(100)
  })

  it('is spent for a minute when Cal.com says that it was too much, for all', async () => {
    const { one, other, simulator } = await setup()
    simulator.break({ kind: 'status', status: 429, times: 1 })
    expect(await thrownBy(one.reads.me.get())).toBeInstanceOf(CalcomThrottled)
    simulator.clock.advance(59 * SECOND)
    for (const calcom of [one.reads, one.bookings, other.reads, other.bookings])
      expect(await thrownBy(calcom.me.get())).toBeInstanceOf(CalcomThrottled)
    expect(simulator.calls).toHaveLength(1)
    simulator.clock.advance(SECOND)
    for (const calcom of [one.reads, other.bookings]) await calcom.me.get()
  })

  it('stops reads when it cannot be asked, and no booking', async () => {
    const { one, simulator, store } = await setup()
    await store.close()
    expect(await thrownBy(one.reads.me.get())).not.toBeInstanceOf(CalcomError)
    expect(simulator.calls).toHaveLength(0)
    await one.bookings.me.get()
  })
})

describe('Cal.com that is down', () => {
  it('is left alone after five failures, until one call in 15 seconds gets an answer', async () => {
    const { one, simulator } = await setup()
    simulator.break({ kind: 'refuse' })
    await times(5, () => failing(one.reads))
    expect(await failing(one.bookings)).toBe(false)
    expect(simulator.calls).toHaveLength(5)
    simulator.clock.advance(15 * SECOND)
    await Promise.all([failing(one.reads), failing(one.reads), failing(one.bookings)])
    expect(simulator.calls).toHaveLength(6)
    simulator.clock.advance(15 * SECOND)
    simulator.mend()
    await one.reads.me.get()
    await one.bookings.me.get()
  })

  it('is not taken to be down because it refuses', async () => {
    const { one, simulator } = await setup()
    await times(6, async () => expect(await thrownBy(one.reads.eventTypes.get(99))).toBeInstanceOf(CalcomRefused))
    expect(simulator.calls).toHaveLength(6)
  })
})

describe('a read that failed', () => {
  it.each([
    ['is cut off', { kind: 'reset' }, 2],
    ['is broken', { kind: 'status', status: 500 }, 2],
    ['gives cut JSON', { kind: 'cut' }, 2],
    ['is down', { kind: 'refuse' }, 1],
    ['is silent', { kind: 'never' }, 1],
    ['refuses', { kind: 'status', status: 429 }, 1],
  ] as const)('is tried again only where that helps and keeps nobody waiting: Cal.com %s', async (_, fault, calls) => {
    const { one, simulator } = await setup({ read: 50, write: 50 })
    simulator.break({ ...fault, times: 1 })
    await thrownBy(one.reads.me.get())
    expect(simulator.calls).toHaveLength(calls)
  })

  it('is no write: that is sent once', async () => {
    const { one, simulator } = await setup()
    simulator.break({ kind: 'status', status: 500, times: 1 })
    await thrownBy(one.bookings.bookings.cancel('thLa8sDCyQjhoGjth5a517', { cancellationReason: 'Передумал' }))
    expect(simulator.calls).toHaveLength(1)
  })
})
