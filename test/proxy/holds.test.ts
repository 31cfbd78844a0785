import { describe, expect, it } from 'vitest'
import { START, setup } from '../support/proxy.ts'

const NEXT = '2026-11-25T07:40:00.000Z'
const MINUTE = 60_000

/** A proxy with its holds: `keep` asks for one, `free` tells what is offered. */
async function holding() {
  const all = await setup({ env: { TRUST_PROXY: '1' } })
  const { app } = all
  const keep = (changes: object = {}, address = '203.0.113.7') =>
    app.request('/v1/holds', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ event: 'delo-40min', start: START, ...changes }),
    })
  const let_go = (id: string) => app.request(`/v1/holds/${id}/release`, { method: 'POST' })
  const free = async () => (await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()).slots
  return { ...all, keep, letGo: let_go, free }
}

describe('POST /v1/holds', () => {
  it('keeps a time for five minutes, and Cal.com knows nothing of it', async () => {
    const { keep, free, book, simulator } = await holding()
    const res = await keep()
    expect(res.status).toBe(201)
    expect(await res.json()).toEqual({
      id: expect.stringMatching(/^[\da-f]{32}$/),
      start: START,
      until: '2026-11-22T12:05:00.000Z',
    })
    expect(await free()).not.toContain(START)
    expect((await book()).status).toBe(409)
    expect(simulator.account.reservations).toHaveLength(0)
    simulator.clock.advance(5 * MINUTE + 1_000)
    expect(await free()).toContain(START)
    expect((await book()).status).toBe(201)
  })

  it('lets its owner book, and is over then', async () => {
    const { keep, book, store, heart } = await holding()
    const { id } = await (await keep()).json()
    expect((await book({ hold: id })).status).toBe(201)
    expect(await store.claims.find(id, heart.now().toISOString())).toBeUndefined()
  })

  it('lets its owner book by an id of his own making, though the answer never reached him', async () => {
    const { keep, book, free } = await holding()
    const hold = '0123456789abcdef0123456789abcdef'
    expect((await (await keep({ hold })).json()).id).toBe(hold)
    expect(await free()).not.toContain(START)
    expect((await book()).status).toBe(409)
    expect((await book({ hold })).status).toBe(201)
  })

  it('that has run out still lets its owner book, if nobody was faster', async () => {
    const { keep, book, simulator } = await holding()
    const { id } = await (await keep()).json()
    const other = await (await keep({ start: NEXT })).json()
    simulator.clock.advance(6 * MINUTE)
    expect((await book({ hold: id })).status).toBe(201)
    expect((await book({ start: NEXT })).status).toBe(201)
    expect((await book({ start: NEXT, hold: other.id })).status).toBe(409)
  })

  it('is renewed, or moved to another time, by who has it', async () => {
    const { keep, free, simulator } = await holding()
    const first = await (await keep()).json()
    simulator.clock.advance(4 * MINUTE)
    const renewed = await (await keep({ hold: first.id })).json()
    expect(renewed).toEqual({ ...first, until: '2026-11-22T12:09:00.000Z' })
    const moved = await (await keep({ hold: first.id, start: NEXT })).json()
    expect(moved.id).toBe(first.id)
    expect(await free()).toContain(START)
    expect(await free()).not.toContain(NEXT)
  })

  it('is let go by a beacon, which has no body', async () => {
    const { keep, letGo, free } = await holding()
    const { id } = await (await keep()).json()
    const res = await letGo(id)
    expect([res.status, await res.text()]).toEqual([204, ''])
    expect(await free()).toContain(START)
    expect((await letGo(id)).status).toBe(204)
  })

  it('cannot be let go by a name that names no hold', async () => {
    const { book, letGo, free } = await holding()
    const { ref } = await (await book()).json()
    expect((await letGo(ref)).status).toBe(404)
    expect(await free()).not.toContain(START)
  })

  it('goes to one of two who want the same time, whatever the event type', async () => {
    const { keep } = await holding()
    const wanted = [
      keep({}, '203.0.113.1'),
      keep({ event: '30min' }, '203.0.113.2'),
      keep({ event: '15min' }, '203.0.113.3'),
    ]
    const statuses = (await Promise.all(wanted)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 409, 409])
  })

  it('names the nearest free times when this one is not to be had', async () => {
    const { keep } = await holding()
    await keep()
    const res = await keep({}, '203.0.113.8')
    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({ code: 'slot_taken', alternatives: expect.arrayContaining([NEXT]) })
  })

  it('is given twice to an address, and not a third time', async () => {
    const { keep } = await holding()
    const [first, second, third] = [START, NEXT, '2026-11-25T08:20:00.000Z']
    const { id } = await (await keep({ start: first })).json()
    expect((await keep({ start: second })).status).toBe(201)
    const res = await keep({ start: third })
    expect(res.status).toBe(429)
    expect(await res.json()).toMatchObject({ code: 'too_many_holds' })
    expect((await keep({ start: third, hold: id })).status).toBe(201)
    expect((await keep({ start: first }, '203.0.113.9')).status).toBe(201)
  })

  it('is not given to the thirty-first, whoever asks: nobody may hide the whole calendar', async () => {
    const { app, keep } = await holding()
    const { slots } = await (await app.request('/v1/slots?event=delo-40min&month=2026-12')).json()
    const statuses: number[] = []
    for (const [index, start] of slots.slice(0, 31).entries())
      statuses.push((await keep({ start }, `203.0.113.${index}`)).status)
    expect(statuses).toEqual([...Array(30).fill(201), 429])
  })

  it.each([
    ['a start that is not offered', { start: '2026-11-25T07:07:00Z' }, 409, 'slot_taken'],
    ['a start that is past', { start: '2026-11-20T07:00:00Z' }, 422, 'invalid_fields'],
    ['a length that is not offered', { duration: 25 }, 422, 'invalid_fields'],
    ['an event type that is not offered', { event: 'nope' }, 404, 'event_not_found'],
    ['a name of a hold that is none', { hold: 'mine' }, 422, 'invalid_fields'],
    ['what it does not know', { uid: 'x' }, 422, 'invalid_fields'],
  ])('refuses %s', async (_, changes, status, code) => {
    const { keep } = await holding()
    const res = await keep(changes)
    expect([res.status, (await res.json()).code]).toEqual([status, code])
  })

  it('costs nothing of what is kept for bookings: anybody may ask for as many as he likes', async () => {
    const { app, keep, book, store, simulator } = await holding()
    await app.request('/v1/events/delo-40min')
    for (let call = 0; call < 60; call++) await store.budget.take('read', simulator.clock.now().toISOString())
    const calls = simulator.calls.length
    expect((await keep()).status).toBe(201)
    expect(simulator.calls).toHaveLength(calls)
    expect((await book({ start: NEXT })).status).toBe(201)
  })

  it('may be had while Cal.com is down, of a time that was last seen free', async () => {
    const { keep, free, simulator } = await holding()
    await free()
    simulator.break({ kind: 'refuse' })
    simulator.clock.advance(MINUTE)
    expect((await keep()).status).toBe(201)
    expect((await keep({ start: '2026-11-25T07:07:00Z' })).status).toBe(409)
  })
})
