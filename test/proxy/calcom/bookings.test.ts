import { describe, expect, it, vi } from 'vitest'
import { booking } from '../../../demo/simulator/index.ts'
import type { Calcom, CalcomBooking } from '../../../proxy/calcom/index.ts'
import { START } from '../../support/proxy.ts'
import { mainType, refusal, setup } from './over.ts'

const IVAN = { name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Europe/Moscow', language: 'ru' }
const LATER = '2026-11-25T09:00:00.000Z'
const NIGHT = '2026-11-25T01:00:00.000Z'

async function book(calcom: Calcom, start = START) {
  const { id: eventTypeId } = await mainType(calcom)
  return calcom.bookings.create({ start, eventTypeId, attendee: IVAN })
}

/** A booking of an event type that wants each one confirmed. */
async function ask({ eventTypes, bookings }: Calcom) {
  const confirmationPolicy = { type: 'always', blockUnconfirmedBookingsInBooker: true }
  const { id } = await eventTypes.create({ title: 'a', slug: 'ask', lengthInMinutes: 40, confirmationPolicy })
  return bookings.create({ start: START, eventTypeId: id, attendee: IVAN })
}

async function allOf(found: AsyncIterable<CalcomBooking>) {
  const all: CalcomBooking[] = []
  for await (const one of found) all.push(one)
  return all
}

describe('a booking', () => {
  it('is made by the id of its event type or by its name, and can be read', async () => {
    const { calcom } = setup()
    const made = await book(calcom)
    expect(made).toMatchObject({ status: 'accepted', start: START, duration: 40, attendees: [IVAN] })
    expect(await calcom.bookings.get(made.uid)).toMatchObject({ uid: made.uid, start: START })
    const named = { eventTypeSlug: 'delo-40min', username: 'olgarozet', start: LATER, attendee: IVAN }
    expect(await calcom.bookings.create(named)).toMatchObject({ start: LATER })
  })

  it('of a taken time is refused', async () => {
    const { calcom } = setup()
    await book(calcom)
    expect((await refusal(book(calcom))).reason).toContain('already has booking at this time')
  })

  it('that is not there cannot be read, cancelled, moved, confirmed or declined', async () => {
    const { bookings } = setup().calcom
    const calls = [
      bookings.get('nope'),
      bookings.cancel('nope', { cancellationReason: 'x' }),
      bookings.reschedule('nope', { start: LATER }),
      bookings.confirm('nope'),
      bookings.decline('nope'),
    ]
    for (const call of calls) expect(await refusal(call)).toMatchObject({ status: 404 })
  })

  it('is cancelled with a reason, once', async () => {
    const { calcom } = setup()
    const { uid } = await book(calcom)
    expect(await refusal(calcom.bookings.cancel(uid, {}))).toMatchObject({ reason: 'Cancellation reason is required' })
    const reason = { cancellationReason: 'заболела' }
    expect(await calcom.bookings.cancel(uid, reason)).toMatchObject({ uid, status: 'cancelled', ...reason })
    expect((await refusal(calcom.bookings.cancel(uid, reason))).reason).toContain('has been cancelled already')
  })

  it('is moved to a new uid, with links both ways', async () => {
    const { calcom } = setup()
    const { uid } = await book(calcom)
    const moved = await calcom.bookings.reschedule(uid, { start: LATER, reschedulingReason: 'не могу' })
    expect(moved).toMatchObject({ status: 'accepted', start: LATER, rescheduledFromUid: uid })
    const old = await calcom.bookings.get(uid)
    expect(old).toMatchObject({ status: 'cancelled', rescheduledToUid: moved.uid })
  })

  it('is not moved out of the hours', async () => {
    const { calcom } = setup()
    const { uid } = await book(calcom)
    expect((await refusal(calcom.bookings.reschedule(uid, { start: NIGHT }))).reason).toContain('not available')
    expect(await calcom.bookings.get(uid)).toMatchObject({ status: 'accepted', start: START })
  })

  it('waits where each is to be confirmed, and is then accepted', async () => {
    const { calcom } = setup()
    const { uid, status } = await ask(calcom)
    expect(status).toBe('pending')
    expect(await calcom.bookings.confirm(uid)).toMatchObject({ uid, status: 'accepted' })
    expect(await refusal(calcom.bookings.confirm(uid))).toMatchObject({ status: 400 })
    expect(await refusal(calcom.bookings.decline(uid))).toMatchObject({ status: 400 })
  })

  it('that waits may be declined', async () => {
    const { calcom } = setup()
    const { uid } = await ask(calcom)
    expect(await calcom.bookings.decline(uid, { reason: 'нет времени' })).toMatchObject({ uid, status: 'rejected' })
  })

  it('is neither listed, confirmed nor declined with a wrong key', async () => {
    const { bookings } = setup({ apiKey: 'cal_test_wrong' }).calcom
    for (const call of [bookings.list(), bookings.confirm('x'), bookings.decline('x')])
      expect(await refusal(call)).toMatchObject({ status: 401 })
  })
})

describe('a list of bookings', () => {
  /** So many bookings, half an hour apart, each made a minute after the one before. */
  function filled(count: number) {
    const { calcom, simulator } = setup()
    const at = (begin: string, index: number, minutes: number) =>
      new Date(Date.parse(begin) + index * minutes * 60_000).toISOString()
    simulator.account.bookings = Array.from({ length: count }, (_, index) => ({
      ...booking({ start: at('2026-12-01T00:00:00Z', index, 60) }),
      id: index + 1,
      uid: `uid-${index}`,
      createdAt: at('2026-11-01T00:00:00Z', index, 1),
      updatedAt: at('2026-11-01T00:00:00Z', index, 1),
    }))
    return { calcom, simulator }
  }

  it('comes in pages, and tells how many there are', async () => {
    const { calcom } = filled(5)
    const page = await calcom.bookings.list({ take: 2, skip: 2, sortStart: 'asc' })
    expect(page.bookings.map(({ uid }) => uid)).toEqual(['uid-2', 'uid-3'])
    expect(page).toMatchObject({ total: 5, hasNext: true })
  })

  it('holds what fits every filter', async () => {
    const { calcom } = setup()
    const made = await book(calcom)
    const other = await book(calcom, LATER)
    const fits = {
      status: ['upcoming', 'unconfirmed'],
      attendeeEmail: IVAN.email,
      attendeeName: IVAN.name,
      bookingUid: made.uid,
      eventTypeIds: [made.eventTypeId ?? 0, 1],
      afterStart: '2026-11-25T06:00:00Z',
      beforeEnd: '2026-11-25T08:00:00Z',
      afterCreatedAt: '2026-11-22T00:00:00Z',
      beforeCreatedAt: '2026-11-23T00:00:00Z',
      afterUpdatedAt: '2026-11-22T00:00:00Z',
      beforeUpdatedAt: '2026-11-23T00:00:00Z',
    } as const
    expect((await calcom.bookings.list(fits)).bookings.map(({ uid }) => uid)).toEqual([made.uid])
    const misses = {
      status: ['cancelled'],
      attendeeEmail: 'anna@example.com',
      attendeeName: 'Анна',
      bookingUid: other.uid,
      eventTypeIds: [1],
      afterStart: '2026-11-25T08:00:00Z',
      beforeEnd: '2026-11-25T07:00:00Z',
      afterCreatedAt: '2026-11-23T00:00:00Z',
      beforeCreatedAt: '2026-11-22T00:00:00Z',
      afterUpdatedAt: '2026-11-23T00:00:00Z',
      beforeUpdatedAt: '2026-11-22T00:00:00Z',
    } as const
    for (const [name, value] of Object.entries(misses))
      expect([name, (await calcom.bookings.list({ ...fits, [name]: value })).total]).toEqual([name, 0])
  })

  it.each(['sortStart', 'sortEnd', 'sortCreated', 'sortUpdatedAt'] as const)(
    'is in the order asked for: %s',
    async (sort) => {
      const { calcom } = filled(3)
      const order = async (way: 'asc' | 'desc') =>
        (await calcom.bookings.list({ [sort]: way })).bookings.map(({ uid }) => uid)
      expect(await order('asc')).toEqual(['uid-0', 'uid-1', 'uid-2'])
      expect(await order('desc')).toEqual(['uid-2', 'uid-1', 'uid-0'])
    },
  )

  it('is refused for a filter that is none', async () => {
    const { calcom } = setup()
    expect(await refusal(calcom.bookings.list({ afterStart: 'nope' }))).toMatchObject({ status: 400 })
    expect(await refusal(calcom.bookings.list({ take: 1000 }))).toMatchObject({ status: 400 })
  })

  it('is given whole, each once, in the order they were made', async () => {
    const { calcom, simulator } = filled(600)
    const onPage = vi.fn()
    const all = await allOf(calcom.bookings.all({}, { onPage }))
    expect(all.map(({ uid }) => uid)).toEqual(simulator.account.bookings.map(({ uid }) => uid))
    expect(onPage.mock.calls.map(([page]) => [page.bookings.length, page.total])).toEqual([
      [250, 600],
      [250, 351],
      [102, 102],
    ])
  })

  it('is given whole though many were made at the same instant', async () => {
    const { calcom, simulator } = filled(800)
    for (const one of simulator.account.bookings.slice(100, 700)) one.createdAt = '2026-11-01T01:40:00.000Z'
    const all = await allOf(calcom.bookings.all())
    expect(all.map(({ uid }) => uid)).toEqual(simulator.account.bookings.map(({ uid }) => uid))
  })

  it('asks for no page that nobody takes', async () => {
    const { calcom, simulator } = filled(600)
    for await (const _ of calcom.bookings.all()) break
    expect(simulator.calls).toHaveLength(1)
  })

  it('loses none and repeats none though others come and go meanwhile', async () => {
    const { calcom, simulator } = filled(600)
    const stays = simulator.account.bookings.slice(3).map(({ uid }) => uid)
    const seen: string[] = []
    for await (const { uid } of calcom.bookings.all()) {
      if (seen.length === 100) simulator.account.bookings.splice(0, 3)
      if (seen.length === 400)
        simulator.account.bookings.unshift({
          ...booking({ start: START }),
          uid: 'new',
          createdAt: '2026-10-01T00:00:00Z',
        })
      seen.push(uid)
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(stays))
  })

  it('stops when its caller does', async () => {
    const { calcom, simulator } = filled(600)
    const stop = new AbortController()
    const all = calcom.bookings.all({}, { signal: stop.signal })
    const taken = (async () => {
      for await (const _ of all) stop.abort()
    })()
    await expect(taken).rejects.toMatchObject({ name: 'CalcomNoAnswer' })
    expect(simulator.calls.length).toBeLessThan(3)
  })
})
