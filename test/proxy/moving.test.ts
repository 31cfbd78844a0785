import { describe, expect, it } from 'vitest'
import type { Fault } from '../../demo/simulator/index.ts'
import { LATER, setupBooked } from '../support/managed.ts'
import { newKey, START, setup } from '../support/proxy.ts'

const timeouts = { read: 5_000, write: 500 }
const on = { method: 'POST', path: /reschedule$/ }
const posts = (calls: { method: string; path: string }[]) => calls.filter(({ path }) => path.endsWith('/reschedule'))

describe('POST /v1/bookings/:token/reschedule', () => {
  it('moves the booking, and its token opens it as before', async () => {
    const { move, see, entry, free, live, simulator, booked } = await setupBooked()
    const { uid } = await entry()
    const res = await move(LATER, { reason: 'Не успеваю' })
    expect(res.status).toBe(200)
    expect(await res.json()).toEqual({ ...booked, start: LATER, end: '2026-11-26T09:40:00.000Z' })
    expect(live()).toMatchObject([{ start: LATER, rescheduledFromUid: uid, reschedulingReason: 'Не успеваю' }])
    expect(await entry()).toMatchObject({ start: LATER, uid: live()[0]?.uid, state: 'confirmed', standing: 'accepted' })
    expect(await see()).toMatchObject({ start: LATER, changeable: true })
    simulator.clock.advance(3_000)
    expect(await free()).toContain(START)
    expect(await free()).not.toContain(LATER)
  })

  it('keeps the old time from nobody once it is given up, and the new one from all others', async () => {
    const { move, book, simulator } = await setupBooked()
    await move(LATER)
    simulator.clock.advance(3_000)
    expect((await book({ start: LATER })).status).toBe(409)
    expect((await book({ start: START })).status).toBe(201)
  })

  it('can be done again and again, and called off at the end', async () => {
    const { move, cancel, live } = await setupBooked()
    for (const start of [LATER, '2026-11-27T09:00:00.000Z', START]) expect((await move(start)).status).toBe(200)
    expect(live()).toMatchObject([{ start: START }])
    expect((await cancel()).status).toBe(200)
    expect(live()).toEqual([])
  })

  it('counts the time of the booking itself as free', async () => {
    const { move, simulator, live } = await setupBooked()
    simulator.clock.advance(120_000)
    for (const type of simulator.account.eventTypes) type.slotInterval = 20
    const overlapping = '2026-11-25T07:20:00.000Z'
    expect((await move(overlapping)).status).toBe(200)
    expect(live()).toMatchObject([{ start: overlapping }])
  })

  it('refuses a time that is taken, off the grid or out of hours, with the nearest free ones', async () => {
    const { move, book, live, see } = await setupBooked()
    await book({ start: LATER })
    for (const start of [LATER, '2026-11-26T10:07:00.000Z', '2026-11-28T09:00:00.000Z']) {
      const res = await move(start)
      expect(res.status).toBe(409)
      const { code, alternatives } = await res.json()
      expect([code, alternatives.length]).toEqual(['slot_taken', 3])
    }
    expect(live()).toHaveLength(2)
    expect(await see()).toMatchObject({ start: START, status: 'accepted' })
  })

  it('refuses a time in the past, and one that is none', async () => {
    const { move, simulator } = await setupBooked()
    expect(await (await move('2026-11-20T07:00:00.000Z')).json()).toMatchObject({
      status: 422,
      fields: { start: expect.any(String) },
    })
    expect((await move('tomorrow')).status).toBe(422)
    expect(posts(simulator.calls)).toEqual([])
  })

  it('takes the time its visitor holds, lets the hold go, and minds those of others', async () => {
    const { app, move, heart, store } = await setupBooked()
    const hold = async () => {
      const res = await app.request('/v1/holds', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ event: 'delo-40min', start: LATER }),
      })
      return (await res.json()).id as string
    }
    const id = await hold()
    expect((await move(LATER)).status).toBe(409)
    expect((await move(LATER, { hold: id })).status).toBe(200)
    expect(await store.claims.find(id, heart.now().toISOString())).toBeUndefined()
  })

  it('answers the same key the same, whatever became of the booking since', async () => {
    const { move, cancel, simulator } = await setupBooked()
    const key = newKey()
    const first = await (await move(LATER, {}, key)).text()
    await cancel()
    const again = await move(LATER, {}, key)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect(await again.text()).toBe(first)
    expect(posts(simulator.calls)).toHaveLength(1)
    expect((await move(START, {}, key)).status).toBe(422)
  })

  it('leaves one meeting, however many ask at the same time', async () => {
    const { move, live, entry } = await setupBooked()
    const starts = [LATER, '2026-11-26T10:20:00.000Z', '2026-11-27T09:00:00.000Z', '2026-11-27T10:20:00.000Z']
    await Promise.all(starts.map((start) => move(start)))
    expect(live()).toMatchObject([{ start: (await entry()).start }])
  })

  it('never lets two visitors move to times that overlap', async () => {
    const one = await setupBooked()
    const two = await (await one.book({ start: '2026-11-27T09:00:00.000Z' })).json()
    const other = (start: string) =>
      one.app.request(`/v1/bookings/${two.token}/reschedule`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
        body: JSON.stringify({ start }),
      })
    const statuses = (await Promise.all([one.move(LATER), other(LATER)])).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 409])
    expect(one.live().filter(({ start }) => start === LATER)).toHaveLength(1)
  })

  it('moves a booking that Olga has moved and nobody told us', async () => {
    const { move, entry, byOlga, live } = await setupBooked()
    await byOlga('reschedule', (await entry()).uid ?? '', { start: '2026-11-25T09:00:00Z' })
    expect((await move(LATER)).status).toBe(200)
    expect(live()).toMatchObject([{ start: LATER }])
  })

  it('does not bring back what Olga has called off', async () => {
    const { move, entry, byOlga, live, see } = await setupBooked()
    await byOlga('cancel', (await entry()).uid ?? '', { cancellationReason: 'Заболела' })
    expect(await (await move(LATER)).json()).toMatchObject({ status: 409, code: 'not_changeable' })
    expect(live()).toEqual([])
    expect(await see()).toMatchObject({ status: 'cancelled' })
  })

  it('has nothing to move as long as a request waits for Cal.com', async () => {
    const { app, book, simulator } = await setup()
    simulator.break({ kind: 'refuse', on: { method: 'POST' } })
    const { token } = await (await book()).json()
    const res = await app.request(`/v1/bookings/${token}/reschedule`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
      body: JSON.stringify({ start: LATER }),
    })
    expect(await res.json()).toMatchObject({ status: 409, code: 'not_changeable' })
  })
})

describe('moving, when Cal.com …', () => {
  const faults: [string, Fault, number[], string][] = [
    ['answers late', { kind: 'slow', ms: 30 }, [200], LATER],
    ['never answers, once', { kind: 'never', times: 1 }, [202, 200], LATER],
    ['never answers', { kind: 'never' }, [202, 503], START],
    ['does it and never answers', { kind: 'never', done: true }, [200], LATER],
    ['resets before doing it', { kind: 'reset', times: 1 }, [202, 200], LATER],
    ['blocks us', { kind: 'status', status: 429 }, [503], START],
    ['breaks once', { kind: 'status', times: 1 }, [202, 200], LATER],
    ['breaks', { kind: 'status' }, [202, 503], START],
    ['does it and answers a page', { kind: 'html', done: true }, [200], LATER],
    ['does it and answers half of it', { kind: 'cut', done: true }, [200], LATER],
    ['does it and answers in another shape', { kind: 'shape', done: true }, [200], LATER],
    ['cannot be reached', { kind: 'refuse' }, [503], START],
  ]
  it.each(faults)('%s', async (_, fault, statuses, start) => {
    const { move, simulator, store, booked, live, work, see, heart } = await setupBooked({ timeouts })
    simulator.break({ ...fault, on })
    const key = newKey()
    const seen: number[] = []
    const ask = async () => {
      const res = await move(LATER, {}, key)
      seen.push(res.status)
      expect(res.headers.has('retry-after')).toBe(fault.status === 429)
      const body = await res.json()
      expect(body).toMatchObject(
        { 200: { start: LATER }, 202: { status: 'processing' }, 503: { code: 'upstream_unavailable' } }[res.status] ??
          {},
      )
      expect(JSON.stringify(body)).not.toMatch(/cal_test|gateway|INTERNAL/i)
    }
    await ask()
    if (statuses.length > 1) {
      expect(await see()).toMatchObject({ status: 'processing', start: START, changeable: false })
      for (const _ of [1, 2, 3, 4]) {
        simulator.clock.advance(75_000)
        await work()
      }
      if (start === LATER) await ask()
      else expect(await store.journal.list({ of: booked.ref })).toMatchObject([{ code: 'upstream_unavailable' }])
    }
    expect(seen).toEqual(start === START ? statuses.slice(0, 1) : statuses)
    expect(live()).toMatchObject([{ start }])
    expect(await store.journal.list({ of: booked.ref })).toMatchObject([
      { state: start === LATER ? 'confirmed' : 'refused', dueAt: null },
    ])
    simulator.mend()
    simulator.clock.advance(61_000)
    expect(await see()).toMatchObject({ status: 'accepted', start })
    const claims = await store.claims.live(heart.now().toISOString(), heart.now().toISOString())
    expect(claims).toEqual([])
  })

  it('does it after all, long after the call was given up: it is found, and not done again', async () => {
    const { move, simulator, heart, entry, live, work, see } = await setupBooked({ timeouts })
    simulator.break({ kind: 'reset', on, times: 1 })
    expect((await move(LATER)).status).toBe(202)
    simulator.clock.advance(30_000)
    await work()
    expect(posts(simulator.calls)).toHaveLength(1)
    await heart.calcom.bookings.bookings.reschedule((await entry()).uid ?? '', { start: LATER })
    simulator.clock.advance(60_000)
    await work()
    expect(posts(simulator.calls)).toHaveLength(2)
    expect(live()).toMatchObject([{ start: LATER }])
    expect(await see()).toMatchObject({ start: LATER, status: 'accepted' })
  })

  it('keeps the new time from others as long as nobody knows', async () => {
    const { move, simulator, book, free } = await setupBooked({ timeouts })
    simulator.break({ kind: 'reset', on })
    await move(LATER)
    simulator.clock.advance(3_000)
    expect(await free()).not.toContain(LATER)
    expect((await book({ start: LATER })).status).toBe(409)
  })
})

describe('a change that a crash cut off', () => {
  it('is done when the waiting request was withdrawn already', async () => {
    const { store, heart, work, entry, cancel, simulator, booked } = await setupBooked()
    simulator.break({ kind: 'refuse', on: { method: 'POST' }, times: 1 })
    await cancel()
    const [change] = await store.journal.list({ of: booked.ref })
    if (!change) throw new Error('Nothing was recorded')
    const at = heart.now().toISOString()
    await store.journal.change(await entry(), { state: 'cancelled', uid: null, standing: 'cancelled' }, at)
    await store.journal.change(change, { state: 'received', code: null, dueAt: at }, at)
    await work()
    expect(await store.journal.find(change.ref)).toMatchObject({ state: 'confirmed', standing: 'cancelled' })
  })

  it.each([
    ['before Cal.com was called', false, 0],
    ['while Cal.com was called, which did nothing', true, 0],
    ['when Cal.com had done it', true, 1],
  ])('%s is brought to its end', async (_, isSent, isDone) => {
    const { move, store, heart, work, simulator, entry, live, see, booked } = await setupBooked({ timeouts })
    const key = newKey()
    simulator.break({ kind: 'refuse', on, times: 1 })
    await move(LATER, {}, key)
    const [change] = await store.journal.list({ of: booked.ref })
    if (!change) throw new Error('Nothing was recorded')
    const { uid } = await entry()
    const at = heart.now().toISOString()
    const left = isSent
      ? { state: 'sent' as const, uid, sentAt: at, attempts: 1 }
      : { state: 'received' as const, attempts: 0 }
    await store.journal.change(change, { ...left, code: null, dueAt: at }, at)
    if (isDone) await heart.calcom.bookings.bookings.reschedule(uid ?? '', { start: LATER })
    for (const _ of [1, 2, 3]) {
      await work()
      simulator.clock.advance(75_000)
    }
    expect(await store.journal.find(change.ref)).toMatchObject({ state: 'confirmed', dueAt: null })
    expect(live()).toMatchObject([{ start: LATER }])
    expect(await see()).toMatchObject({ start: LATER, status: 'accepted' })
  })
})
