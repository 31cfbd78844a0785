import { describe, expect, it } from 'vitest'
import { type Fault, olga } from '../../demo/simulator/index.ts'
import { newKey, START, setup } from '../support/proxy.ts'

const on = { method: 'POST', path: /bookings$/ }
const LOOKS = /^\/v2\/bookings\?/

const attendee = { name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Europe/Moscow' }

/** A booking that meets a fault, and a look for it that meets another; `later` lets time pass and works. */
async function unlucky(fault: Omit<Fault, 'on'>, whenLooked?: Omit<Fault, 'on'>) {
  const all = await setup(fault.kind === 'never' ? { timeouts: { read: 5_000, write: 50 } } : {})
  const { simulator, post, request, work, app, store } = all
  simulator.break({ times: 1, on, ...fault })
  if (whenLooked) simulator.break({ on: { path: LOOKS }, ...whenLooked })
  const key = newKey()
  const ask = () => post(request(), { 'idempotency-key': key })
  return {
    ...all,
    ask,
    first: await ask(),
    async later(ms: number) {
      simulator.clock.advance(ms)
      await work()
    },
    status: async () => (await app.request(`/v1/bookings/status/${key}`)).json(),
    /** Cal.com does at last what it was asked to at first. */
    async makeLate() {
      const [entry] = await store.journal.list()
      const { fetch } = simulator
      const body = { start: START, eventTypeId: 3, attendee, metadata: { request: entry?.mark } }
      const headers = { 'cal-api-version': '2024-08-13', 'content-type': 'application/json' }
      await fetch('http://cal/v2/bookings', { method: 'POST', headers, body: JSON.stringify(body) })
    },
    live: () => simulator.account.bookings.filter(({ status }) => status === 'accepted'),
  }
}

describe('a booking whose outcome is unknown', () => {
  it.each(['reset', 'never', 'status', 'html'] as const)(
    'was not made (%s): is made after a minute, once',
    async (kind) => {
      const { first, later, status, live } = await unlucky({ kind })
      expect(first.status).toBe(202)
      expect(await status()).toMatchObject({ status: 'processing' })
      await later(69_000)
      expect(live()).toHaveLength(0)
      await later(2_000)
      expect(live()).toHaveLength(1)
      expect(await status()).toMatchObject({ status: 'accepted', booking: { start: START } })
    },
  )

  it('came to be late, after the first look: is found at the second one, and not made anew', async () => {
    const { later, status, live, makeLate } = await unlucky({ kind: 'reset' })
    await makeLate()
    await later(71_000)
    expect(await status()).toMatchObject({ status: 'accepted' })
    expect(live()).toHaveLength(1)
  })

  it('is found though it is longer than was known: Olga has just changed the event type', async () => {
    const { app, book, simulator } = await setup()
    await app.request('/v1/events/delo-40min')
    const eventType = simulator.account.eventTypes.find(({ slug }) => slug === 'delo-40min')
    if (eventType) eventType.lengthInMinutes = 60
    simulator.break({ kind: 'reset', done: true, times: 1, on })
    const res = await book()
    expect(res.status).toBe(201)
    expect(await res.json()).toMatchObject({ start: START, end: '2026-11-25T08:00:00.000Z' })
  })

  it('is looked for until Cal.com answers, and never made anew before', async () => {
    const { first, later, status, simulator, live } = await unlucky({ kind: 'reset', done: true }, { kind: 'status' })
    expect(first.status).toBe(202)
    for (const ms of [16_000, 60_000, 600_000]) {
      await later(ms)
      expect(await status()).toMatchObject({ status: 'processing' })
    }
    simulator.mend()
    await later(600_000)
    expect(await status()).toMatchObject({ status: 'accepted' })
    expect(live()).toHaveLength(1)
    expect(simulator.calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('is not called absent while one that may be it cannot be read', async () => {
    const { first, later, status, simulator, live, makeLate } = await unlucky({ kind: 'reset' })
    expect(first.status).toBe(202)
    await makeLate()
    for (const booking of simulator.account.bookings) booking.status = 'awaiting_host' as never
    await later(71_000)
    await later(71_000)
    expect(await status()).toMatchObject({ status: 'processing' })
    for (const booking of simulator.account.bookings) booking.status = 'accepted'
    await later(300_000)
    expect(await status()).toMatchObject({ status: 'accepted' })
    expect(live()).toHaveLength(1)
  })

  it('keeps its time from others', async () => {
    const { book, app } = await unlucky({ kind: 'reset' })
    expect((await book()).status).toBe(409)
    const { slots } = await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()
    expect(slots).not.toContain(START)
  })

  it('is looked up when its repeat is refused: the first call may have come late', async () => {
    const { later, status, hold, live, makeLate } = await unlucky({ kind: 'reset' })
    const { arrived, letGo } = hold('POST')
    const working = later(71_000)
    await arrived
    await makeLate()
    letGo()
    await working
    expect(await status()).toMatchObject({ status: 'accepted' })
    expect(live()).toHaveLength(1)
  })
})

describe('a calendar that cannot be reached', () => {
  it('gets the booking as soon as it can, and others not its time meanwhile', async () => {
    const { first, later, status, live, book, simulator } = await unlucky({ kind: 'refuse', times: 3 })
    expect(first.status).toBe(202)
    expect((await book()).status).toBe(409)
    await later(16_000)
    await later(31_000)
    expect(await status()).toMatchObject({ status: 'queued' })
    await later(300_000)
    expect(live()).toHaveLength(1)
    expect(await status()).toMatchObject({ status: 'accepted' })
    expect(simulator.account.bookings).toHaveLength(1)
  })

  it('has given the time away when it comes back: the request is refused', async () => {
    const { later, status, simulator } = await unlucky({ kind: 'refuse', times: 1 })
    simulator.account.busy.push({ ...olga().busy[0], start: START, end: '2026-11-25T07:30:00.000Z' } as never)
    await later(60_000)
    expect(await status()).toEqual({
      status: 'refused',
      code: 'slot_taken',
      title: 'Это время уже занято. Выберите, пожалуйста, другое',
      alternatives: expect.any(Array),
    })
  })

  it('is asked until the start is two hours away, and then no more', async () => {
    const { later, status, simulator } = await unlucky({ kind: 'refuse', times: 1e6 })
    for (const at of ['2026-11-23T12:00:00Z', '2026-11-25T04:59:00Z']) {
      simulator.clock.set(at)
      await later(0)
      expect(await status()).toMatchObject({ status: 'queued' })
    }
    simulator.mend()
    simulator.clock.set('2026-11-25T05:00:00Z')
    await later(600_000)
    expect(await status()).toEqual({ status: 'refused', code: 'too_late', title: expect.stringContaining('не успели') })
    expect(simulator.account.bookings).toHaveLength(0)
  })

  it('cannot be asked for a start in less than two hours: nobody waits for that', async () => {
    const { post, request, simulator } = await setup()
    for (const type of simulator.account.eventTypes) Object.assign(type, { minimumBookingNotice: 0 })
    simulator.clock.set('2026-11-25T06:00:00Z')
    simulator.break({ kind: 'refuse', on })
    const res = await post(request())
    expect(res.status).toBe(503)
    expect(await res.json()).toMatchObject({ code: 'upstream_unavailable' })
  })
})
