import { describe, expect, it, vi } from 'vitest'
import type { BookingRequest } from '../../proxy/contract.ts'
import { newKey, setup } from '../support/proxy.ts'

const MINUTE_MS = 60_000

/** A month with so many free starts that none is booked twice. */
async function starting(options: Parameters<typeof setup>[0] = {}) {
  const all = await setup({ env: { TRUST_PROXY: '1' }, ...options })
  const res = await all.app.request('/v1/slots?event=15min&month=2026-11')
  const starts: string[] = (await res.json()).slots
  let guests = 0
  /** Somebody new, unless the request says who. */
  const book = (from: string, changes: Partial<BookingRequest> = {}, key = newKey()) => {
    const start = starts.shift() ?? ''
    const email = `guest${guests++}@example.com`
    const request = all.request({ event: '15min', start, answers: { name: 'Иван', email }, ...changes })
    return all.post(request, { 'x-forwarded-for': from, 'idempotency-key': key })
  }
  const pass = (minutes: number) => {
    all.simulator.clock.set(new Date(all.simulator.clock.now().getTime() + minutes * MINUTE_MS).toISOString())
  }
  /** So many bookings one after the other, and how each was answered. */
  const many = async (count: number, from: (index: number) => string) => {
    const statuses: number[] = []
    for (let index = 0; index < count; index++) statuses.push((await book(from(index))).status)
    return statuses
  }
  return { ...all, book, many, pass, last: () => starts.pop() ?? '' }
}

describe('F108 one address', () => {
  it('may book ten times an hour, and is told when it may again', async () => {
    const { book, many, pass } = await starting()
    expect(await many(1, () => '203.0.113.7')).toEqual([201])
    pass(20)
    expect(await many(9, () => '203.0.113.7')).toEqual(Array(9).fill(201))
    const refused = await book('203.0.113.7')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe(String(40 * 60))
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests' })
    expect((await book('203.0.113.8')).status).toBe(201)
    pass(40)
    expect((await book('203.0.113.7')).status).toBe(201)
    expect((await book('203.0.113.7')).status).toBe(429)
  })

  it('is, with IPv6, all of its /64', async () => {
    const { book, many } = await starting()
    expect(await many(10, (index) => `2001:db8:1:2::${index}`)).toEqual(Array(10).fill(201))
    expect((await book('2001:db8:1:2:ffff::1')).status).toBe(429)
    expect((await book('2001:db8:1:3::1')).status).toBe(201)
  })

  it('cannot make up others', async () => {
    const { book, many } = await starting()
    expect(await many(10, (index) => `198.51.100.${index}, 203.0.113.7`)).toEqual(Array(10).fill(201))
    expect((await book('198.51.100.99, 203.0.113.7')).status).toBe(429)
  })

  it('is nobody’s word where no proxy is trusted', async () => {
    const { book, many } = await starting({ env: {} })
    expect(await many(10, (index) => `198.51.100.${index}`)).toEqual(Array(10).fill(201))
    expect((await book('203.0.113.7')).status).toBe(429)
  })

  it('is kept as a digest alone', async () => {
    const { book, store } = await starting()
    await book('203.0.113.7')
    const entries = await store.journal.list()
    expect(entries[0]?.address).toMatch(/^[0-9a-f]{32}$/)
    expect(JSON.stringify(entries)).not.toContain('203.0.113.7')
  })

  it('is answered again under its key, however much it booked', async () => {
    const { many, post, request } = await starting()
    const key = newKey()
    const same = { 'x-forwarded-for': '203.0.113.7', 'idempotency-key': key }
    expect((await post(request(), same)).status).toBe(201)
    await many(9, () => '203.0.113.7')
    const again = await post(request(), same)
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })
})

describe('F108 one person', () => {
  it('may have three meetings to come, whatever letters the address is in', async () => {
    const { book, pass, last } = await starting()
    const by = (email: string) => ({ answers: { name: 'Иван', email } })
    for (let index = 0; index < 3; index++)
      expect((await book(`203.0.113.${index}`, by('Ivan@Example.com'))).status).toBe(201)
    const refused = await book('203.0.113.4', by('ivan@example.com'))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBeNull()
    expect((await book('203.0.113.4')).status).toBe(201)
    // By then they are over.
    pass(24 * 60)
    expect((await book('203.0.113.4', { ...by('ivan@example.com'), start: last() })).status).toBe(201)
  })

  it('has a meeting less once it is cancelled', async () => {
    const { book, store } = await starting()
    const answers = { name: 'Иван', email: 'ivan@example.com' }
    for (let index = 0; index < 3; index++) await book(`203.0.113.${index}`, { answers })
    expect((await book('203.0.113.4', { answers })).status).toBe(429)
    const [entry] = await store.journal.list()
    if (entry) await store.journal.change(entry, { state: 'cancelled' }, '2026-11-22T12:00:00.000Z')
    expect((await book('203.0.113.4', { answers })).status).toBe(201)
  })
})

describe('F108 all together', () => {
  it('may book thirty times a day', async () => {
    const { book, many, pass, last } = await starting()
    expect(await many(30, (index) => `203.0.113.${index}`)).toEqual(Array(30).fill(201))
    const refused = await book('203.0.113.99')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe(String(24 * 60 * 60))
    pass(24 * 60)
    expect((await book('203.0.113.99', { start: last() })).status).toBe(201)
  })

  it('are told so without a look at what came to nothing, of which there may be any number', async () => {
    const { app, book, many, store } = await starting()
    for (let index = 0; index < 30; index++) await app.request(`/v1/bookings/status/${newKey()}?abandon=1`)
    await many(10, () => '203.0.113.7')
    const list = vi.spyOn(store.journal, 'list')
    expect((await book('203.0.113.7')).status).toBe(429)
    const read = await Promise.all(list.mock.results.map(({ value }) => value))
    expect(read.flat()).toHaveLength(10)
  })

  it('are not kept from it by what came to nothing', async () => {
    const { app, book } = await starting()
    for (let index = 0; index < 30; index++) await app.request(`/v1/bookings/status/${newKey()}?abandon=1`)
    expect((await book('203.0.113.7')).status).toBe(201)
  })
})

describe('F107 a robot', () => {
  it.each([
    ['fills in what no person sees', { website: 'https://spam.example.com' }],
    ['is done before a person could be', { took: 1_999 }],
  ])('%s, and books nothing', async (_, changes) => {
    const { book, store, simulator } = await starting()
    const calls = simulator.calls.length
    const res = await book('203.0.113.7', changes)
    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ code: 'robot' })
    expect(await store.journal.list()).toEqual([])
    expect(simulator.calls).toHaveLength(calls)
  })

  it.each([{ website: '' }, { took: 2_000 }, {}])('is not who sends %j', async (changes) => {
    const { book } = await starting()
    expect((await book('203.0.113.7', changes)).status).toBe(201)
  })
})
