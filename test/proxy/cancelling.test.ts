import { describe, expect, it } from 'vitest'
import type { Fault } from '../../demo/simulator/index.ts'
import { LATER, setupBooked } from '../support/managed.ts'
import { newKey, START, setup } from '../support/proxy.ts'

const timeouts = { read: 5_000, write: 500 }
const on = { method: 'POST', path: /cancel$/ }
const posts = (calls: { method: string; path: string }[]) => calls.filter(({ path }) => path.endsWith('/cancel'))

describe('POST /v1/bookings/:token/cancel', () => {
  it('calls the booking off at Cal.com, with the reason, and its time is free at once', async () => {
    const { cancel, see, entry, free, live, simulator, booked } = await setupBooked()
    simulator.clock.advance(3_000)
    const res = await cancel({ reason: ' Заболел ' })
    expect(res.status).toBe(200)
    expect(res.headers.get('cache-control')).toBe('no-store')
    expect(await res.json()).toEqual({ ...booked, status: 'cancelled' })
    expect(live()).toEqual([])
    expect(simulator.account.bookings[0]).toMatchObject({ status: 'cancelled', cancellationReason: 'Заболел' })
    expect(await entry()).toMatchObject({ state: 'cancelled', standing: 'cancelled' })
    expect(await see()).toMatchObject({ status: 'cancelled', changeable: false })
    expect(await free()).toContain(START)
  })

  it.each([
    [{}, 'Отменено посетителем'],
    [{ reason: '  ', lang: 'en' }, 'Cancelled by the attendee'],
  ])('gives Cal.com, which wants one, a reason of its own for %j', async (body, words) => {
    const { cancel, simulator } = await setupBooked()
    expect((await cancel(body)).status).toBe(200)
    expect(simulator.account.bookings[0]?.cancellationReason).toBe(words)
  })

  it('is recorded before Cal.com is called, and says how it ended', async () => {
    const { cancel, hold, store, booked } = await setupBooked()
    const held = hold('POST')
    const answer = cancel({ reason: 'Заболел' })
    await held.arrived
    expect(await store.journal.list({ of: booked.ref })).toMatchObject([
      { action: 'cancel', state: 'sent', email: null },
    ])
    held.letGo()
    await answer
    expect(await store.journal.list({ of: booked.ref })).toMatchObject([{ state: 'confirmed', dueAt: null }])
  })

  it('answers the same key the same, and says so; another body is refused', async () => {
    const { cancel, simulator } = await setupBooked()
    const key = newKey()
    const first = await (await cancel({}, key)).text()
    const again = await cancel({}, key)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(await again.text()).toBe(first)
    expect(posts(simulator.calls)).toHaveLength(1)
    const other = await cancel({ reason: 'другое' }, key)
    expect([other.status, (await other.json()).code]).toEqual([422, 'idempotency_key_reused'])
  })

  it('tells a second request to wait while the first one runs: the same, or another', async () => {
    const { cancel, move, hold, simulator } = await setupBooked()
    const key = newKey()
    const held = hold('POST')
    const first = cancel({}, key)
    await held.arrived
    for (const second of [cancel({}, key), cancel(), move(LATER)]) {
      const res = await second
      expect([res.status, (await res.json()).code]).toEqual([409, 'in_progress'])
    }
    held.letGo()
    expect((await first).status).toBe(200)
    expect(simulator.calls.filter(({ path }) => path.endsWith('/reschedule'))).toEqual([])
  })

  it('cannot be done twice, nor when the meeting has begun', async () => {
    const { cancel, simulator } = await setupBooked()
    await cancel()
    expect(await (await cancel()).json()).toMatchObject({ status: 409, code: 'not_changeable' })
    const other = await setupBooked()
    other.simulator.clock.set(START)
    expect(await (await other.cancel()).json()).toMatchObject({ status: 409, code: 'not_changeable' })
    expect(posts(simulator.calls)).toHaveLength(1)
  })

  it('needs a key, JSON, and nothing it does not know', async () => {
    const { app, at, cancel } = await setupBooked()
    const headers = { 'content-type': 'application/json' }
    const bare = await app.request(`${at}/cancel`, { method: 'POST', headers, body: '{}' })
    expect([bare.status, (await bare.json()).code]).toEqual([400, 'idempotency_key_required'])
    expect((await cancel({ uid: 'x' })).status).toBe(422)
    expect((await cancel({ reason: 'x'.repeat(501) })).status).toBe(422)
  })

  it('reaches a booking that Olga has moved and nobody told us', async () => {
    const { cancel, entry, byOlga, live } = await setupBooked()
    await byOlga('reschedule', (await entry()).uid ?? '', { start: LATER })
    expect(await (await cancel()).json()).toMatchObject({ status: 'cancelled', start: LATER })
    expect(live()).toEqual([])
  })

  it('is done when Olga was faster', async () => {
    const { cancel, entry, byOlga } = await setupBooked()
    await byOlga('cancel', (await entry()).uid ?? '', { cancellationReason: 'Заболела' })
    expect((await cancel()).status).toBe(200)
  })

  it('withdraws a request that waits for Cal.com, without asking it', async () => {
    const { app, book, work, store, simulator, heart } = await setup()
    simulator.break({ kind: 'refuse', on: { method: 'POST' } })
    const { token, ref } = await (await book()).json()
    const cancel = (key = newKey()) =>
      app.request(`/v1/bookings/${token}/cancel`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: '{}',
      })
    const key = newKey()
    expect(await (await cancel(key)).json()).toMatchObject({ ref, status: 'cancelled' })
    expect(await store.claims.find(ref, heart.now().toISOString())).toBeUndefined()
    expect(await (await cancel(key)).json()).toMatchObject({ ref, status: 'cancelled' })
    simulator.mend()
    simulator.clock.advance(3_600_000)
    await work()
    expect(simulator.account.bookings).toEqual([])
    expect(await store.journal.find(ref)).toMatchObject({ state: 'cancelled', dueAt: null })
  })

  it('may be asked for twenty times an hour', async () => {
    const { cancel, simulator } = await setupBooked()
    simulator.break({ kind: 'refuse', on: { method: 'POST' } })
    for (const _ of Array.from({ length: 20 })) expect((await cancel()).status).toBe(503)
    expect((await cancel()).status).toBe(429)
    simulator.mend()
    simulator.clock.advance(3_600_001)
    expect((await cancel()).status).toBe(200)
  })
})

describe('cancelling, when Cal.com …', () => {
  const faults: [string, Fault, number, number][] = [
    ['answers late', { kind: 'slow', ms: 30 }, 200, 0],
    ['never answers, once', { kind: 'never', times: 1 }, 200, 0],
    ['never answers', { kind: 'never' }, 503, 1],
    ['does it and never answers', { kind: 'never', done: true }, 200, 0],
    ['resets before doing it', { kind: 'reset', times: 1 }, 200, 0],
    ['blocks us', { kind: 'status', status: 429 }, 503, 1],
    ['breaks once', { kind: 'status', times: 1 }, 200, 0],
    ['breaks', { kind: 'status' }, 503, 1],
    ['does it and answers a page', { kind: 'html', done: true }, 200, 0],
    ['does it and answers half of it', { kind: 'cut', done: true }, 200, 0],
    ['does it and answers in another shape', { kind: 'shape', done: true }, 200, 0],
    ['cannot be reached', { kind: 'refuse' }, 503, 1],
  ]
  it.each(faults)('%s', async (_, fault, status, left) => {
    const { cancel, simulator, store, booked, live, see } = await setupBooked({ timeouts })
    simulator.break({ ...fault, on })
    const res = await cancel()
    expect([res.status, live().length]).toEqual([status, left])
    expect(res.headers.has('retry-after')).toBe(fault.status === 429)
    const body = await res.json()
    expect(body).toMatchObject(status === 200 ? { status: 'cancelled' } : { code: 'upstream_unavailable' })
    expect(JSON.stringify(body)).not.toMatch(/cal_test|gateway|INTERNAL/i)
    expect(await store.journal.list({ of: booked.ref })).toMatchObject([
      { state: status === 200 ? 'confirmed' : 'refused', dueAt: null },
    ])
    simulator.mend()
    simulator.clock.advance(61_000)
    expect(await see()).toMatchObject({ status: left ? 'accepted' : 'cancelled' })
  })

  it('can be tried again under the same key once it is certain that nothing was done', async () => {
    const { cancel, simulator, live } = await setupBooked()
    simulator.break({ kind: 'refuse', on, times: 1 })
    const key = newKey()
    expect((await cancel({}, key)).status).toBe(503)
    expect((await cancel({}, key)).status).toBe(200)
    expect(live()).toEqual([])
  })

  it('answers nothing at all: the visitor is told that it is under way, and it is done later', async () => {
    const { app, cancel, simulator, work, see, live, booked } = await setupBooked({ timeouts })
    simulator.break({ kind: 'reset' })
    const key = newKey()
    const res = await cancel({}, key)
    expect([res.status, (await res.json()).status]).toEqual([202, 'processing'])
    expect(await see()).toMatchObject({ status: 'processing', changeable: false })
    simulator.mend()
    simulator.clock.advance(60_000)
    await work()
    expect(live()).toEqual([])
    expect(await see()).toMatchObject({ status: 'cancelled' })
    const replayed = await cancel({}, key)
    expect([replayed.status, (await replayed.json()).status]).toEqual([200, 'cancelled'])
    const status = await (await app.request(`/v1/bookings/status/${key}`)).json()
    expect(status).toMatchObject({ status: 'cancelled', booking: { ref: booked.ref, token: booked.token } })
  })

  it('takes longer than a visitor waits: he is told so, and it is done behind', async () => {
    const { cancel, hold, see, live } = await setupBooked({ times: { answer: 50 } })
    const held = hold('POST')
    const res = await cancel()
    expect([res.status, (await res.json()).status]).toEqual([202, 'processing'])
    held.letGo()
    await expect.poll(async () => (await see()).status).toBe('cancelled')
    expect(live()).toEqual([])
  })
})
