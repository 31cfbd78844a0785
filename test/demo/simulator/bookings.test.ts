import { afterEach, describe, expect, it, vi } from 'vitest'
import { booking } from '../../../demo/simulator/index.ts'
import { hours, setup } from './setup.ts'

const TAKEN = 'User either already has booking at this time or is not available'
const DATABASE = { statusCode: 400, message: 'An error occurred while querying the database.' }

describe('booking a time', () => {
  it('is possible without a key, by slug and user, with guests, notes and metadata', async () => {
    const { send } = setup()
    const attendee = { name: 'A', email: 'a@example.com', timeZone: 'Asia/Omsk' }
    const more = { metadata: { k: 'v' }, bookingFieldsResponses: { notes: 'привет' }, guests: ['g@example.com'] }
    const event = { eventTypeSlug: 'delo-40min', username: 'olgarozet' }
    const body = { start: '2026-11-25T10:00:00+03:00', ...event, attendee, ...more }
    const made = await send('POST', '/v2/bookings', '2024-08-13', body, null)
    expect(made.status).toBe(201)
    expect(made.body.data).toMatchObject({
      title: '40 минут с Ольгой Розет между Olga Rozet и A',
      description: 'привет',
      start: '2026-11-25T07:00:00.000Z',
      end: '2026-11-25T07:40:00.000Z',
      status: 'accepted',
      metadata: { k: 'v' },
      attendees: [
        { email: 'a@example.com', language: 'en' },
        { name: '', email: 'g@example.com', timeZone: 'Asia/Omsk' },
      ],
      guests: ['g@example.com'],
    })
  })

  it('needs the key where the event type wants its visitors signed in', async () => {
    const { book } = setup({ types: [{ id: 9, slug: 'closed', bookingRequiresAuthentication: true }] })
    const stranger = await book({ eventTypeId: 9 }, null)
    expect(stranger.status).toBe(401)
    expect(stranger.body.error.message).toMatch(/^checkBookingRequiresAuthentication - request must be authenticated/)
    expect((await book({ eventTypeId: 9 })).status).toBe(201)
  })

  it('off the grid is accepted, inside the hours', async () => {
    expect((await setup().book({ start: '2026-11-26T07:07:00Z' })).status).toBe(201)
  })

  it.each([
    ['in the past', '2026-11-03T08:00:00Z', 'Attempting to book a meeting in the past.'],
    ['too soon', '2026-11-22T15:00:00Z', /^The event type can't be booked at the "start" time provided\./],
    ['at night', '2026-11-25T01:00:00Z', TAKEN],
    ['over the end of the hours', '2026-11-25T14:40:00Z', TAKEN],
    ['at the weekend', '2026-11-28T08:00:00Z', TAKEN],
    ['at midnight, as a bare date is', '2026-12-08', TAKEN],
  ])('%s is refused', async (_, start, message) => {
    const { body, status } = await setup().book({ start })
    expect(status).toBe(400)
    expect(body.error).toMatchObject({ code: 'BadRequestException', message: expect.stringMatching(message) })
  })

  it('another booking or the calendar overlaps is refused, for every event type; side by side is not', async () => {
    const { account, book } = setup()
    account.busy.push({ start: '2026-11-25T09:00:00Z', end: '2026-11-25T10:00:00Z' })
    expect((await book()).status).toBe(201)
    expect((await book({ start: '2026-11-25T07:30:00Z', eventTypeId: 1 })).body.error.message).toBe(TAKEN)
    expect((await book({ start: '2026-11-25T09:30:00Z' })).body.error.message).toBe(TAKEN)
    expect((await book({ start: '2026-11-25T07:40:00Z', eventTypeId: 1 })).status).toBe(201)
    expect((await book({ start: '2026-11-25T08:20:00Z' })).status).toBe(201)
  })

  it('needs the buffers of both event types', async () => {
    const { book } = setup({ types: [{ id: 9, slug: 'calm', beforeEventBuffer: 15, afterEventBuffer: 15 }] })
    expect((await book({ start: '2026-11-25T09:00:00Z', eventTypeId: 9 })).status).toBe(201)
    expect((await book({ start: '2026-11-25T09:40:00Z' })).status).toBe(400)
    expect((await book({ start: '2026-11-25T09:45:00Z' })).status).toBe(201)
    expect((await book({ start: '2026-11-25T08:10:00Z', eventTypeId: 9 })).status).toBe(400)
  })

  it('beyond a rolling window is accepted, beyond a fixed one refused', async () => {
    const window = (rolling: boolean) => ({ type: 'calendarDays' as const, value: 3, rolling })
    const types = [
      { id: 8, slug: 'rolls', bookingWindow: window(true) },
      { id: 9, slug: 'ends', bookingWindow: window(false) },
    ]
    const { book } = setup({ types })
    expect((await book({ start: '2026-12-08T07:00:00Z', eventTypeId: 8 })).status).toBe(201)
    expect((await book({ start: '2026-12-08T09:00:00Z', eventTypeId: 9 })).body.error.message).toMatch(
      /too far in the future/,
    )
  })

  it('is stopped by no reservation', async () => {
    const { account, book } = setup()
    const [start, end] = ['2026-11-25T07:00:00Z', '2026-11-25T07:40:00Z']
    account.reservations.push({ uid: 'r', eventTypeId: 3, start, end, until: '2026-11-22T15:00:00Z' })
    expect((await book()).status).toBe(201)
  })

  it('is a request, without a room, where the event type needs confirmation', async () => {
    const confirmationPolicy = { type: 'always', blockUnconfirmedBookingsInBooker: false } as const
    const { book, bookings } = setup({ types: [{ id: 9, slug: 'asks', confirmationPolicy }] })
    const { body } = await book({ eventTypeId: 9 })
    expect(body.data).toMatchObject({ status: 'pending', location: 'integrations:daily' })
    expect((await bookings('?status=unconfirmed')).body.data).toHaveLength(1)
    expect((await bookings('?status=upcoming')).body.data).toHaveLength(0)
  })

  it('needs confirmation only at short notice where there is a threshold', async () => {
    const noticeThreshold = { unit: 'hours', count: 48 } as const
    const confirmationPolicy = { type: 'time', noticeThreshold, blockUnconfirmedBookingsInBooker: false } as const
    const { book } = setup({ types: [{ id: 9, slug: 'asks', confirmationPolicy }] })
    expect((await book({ eventTypeId: 9, start: '2026-11-24T14:00:00Z' })).body.data.status).toBe('pending')
    expect((await book({ eventTypeId: 9, start: '2026-11-25T07:00:00Z' })).body.data.status).toBe('accepted')
  })

  it('takes one of the lengths on offer', async () => {
    const { book } = setup({ types: [{ id: 9, slug: 'multi', lengthInMinutesOptions: [30, 60] }] })
    expect((await book({ eventTypeId: 9, lengthInMinutes: 60 })).body.data.end).toBe('2026-11-25T08:00:00.000Z')
    expect((await book({ eventTypeId: 9, lengthInMinutes: 45 })).body.error.message).toMatch(
      /possible lengths are: 30, 60$/,
    )
    expect((await book({ lengthInMinutes: 40 })).body.error.message).toMatch(/^Can't specify 'lengthInMinutes'/)
  })
})

describe('bookings in flight together', () => {
  afterEach(() => void vi.useRealTimers())

  it('of the same time: one is made, the others fail in the database', async () => {
    const { account, book } = setup()
    const answers = await Promise.all(Array.from({ length: 8 }, () => book()))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400).map(({ body }) => body)).toEqual(Array(7).fill(DATABASE))
    expect(account.bookings).toHaveLength(1)
  })

  it('of overlapping times: all are made', async () => {
    const { account, book } = setup()
    const times = ['07:00', '07:10', '07:20', '07:30'].map((hour) => `2026-11-25T${hour}:00Z`)
    const answers = await Promise.all(times.map((start) => book({ start })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(account.bookings).toHaveLength(4)
  })

  it('are in flight for a turn of the event loop at least', async () => {
    const { book } = setup()
    const first = book()
    for (let tick = 0; tick < 500; tick++) await Promise.resolve()
    const second = book({ start: '2026-11-25T07:10:00Z' })
    expect([(await first).status, (await second).status]).toEqual([201, 201])
  })

  it('are in flight for as long as a booking takes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    /** Until so many bookings are being written. */
    const inFlight = async (count: number) => {
      while (vi.getTimerCount() < count) await new Promise((resolve) => setImmediate(resolve))
    }
    const { account, book } = setup({ latencyMs: 300 })
    const first = book()
    await inFlight(1)
    await vi.advanceTimersByTimeAsync(299)
    const second = book({ start: '2026-11-25T07:10:00Z' })
    await inFlight(2)
    expect(account.bookings).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(300)
    expect([(await first).status, (await second).status]).toEqual([201, 201])
    expect((await book({ start: '2026-11-25T07:20:00Z' })).status).toBe(400)
  })
})

describe('a cancelled booking', () => {
  it('gives its time back', async () => {
    const { account, book, slots } = setup()
    account.bookings.push(booking({ start: '2026-11-25T07:00:00Z', status: 'cancelled' }))
    expect(hours(await slots('eventTypeId=3&start=2026-11-25&end=2026-11-25'))[0]).toBe('07:00')
    expect((await book()).status).toBe(201)
  })
})

describe('seats', () => {
  const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: false, showAvailabilityCount: true }
  const types = [{ id: 9, slug: 'group', seats }]
  const place = (email: string) => ({ eventTypeId: 9, attendee: { email } })

  it('are shared under one uid, one to an address, until they are full', async () => {
    const { book } = setup({ types })
    const first = await book(place('a@example.com'))
    const again = await book(place('a@example.com'))
    expect(again.status).toBe(409)
    expect(again.body).toEqual({ statusCode: 409, message: 'already_signed_up_for_this_booking_error' })
    const second = await book(place('b@example.com'))
    expect(second.body.data.uid).toBe(first.body.data.uid)
    expect(second.body.data.attendees).toHaveLength(2)
    const third = await book(place('c@example.com'))
    expect([third.status, third.body.error.message]).toEqual([409, 'No more seats left at this seated booking.'])
  })

  it('are not given away too soon before the meeting, nor where another meeting is', async () => {
    const { account, book, sim } = setup({ types })
    await book(place('a@example.com'))
    sim.clock.set('2026-11-25T06:00:00Z')
    expect((await book(place('b@example.com'))).body.error.message).toMatch(/too soon/)
    account.busy.push({ start: '2026-11-26T07:00:00Z', end: '2026-11-26T07:10:00Z' })
    const other = await book({ ...place('b@example.com'), start: '2026-11-26T07:00:00Z' })
    expect(other.body.error.message).toBe(TAKEN)
  })

  it('show the attendees to the host, and to others only where the event type does', async () => {
    const { book, bookings } = setup({ types })
    const { uid } = (await book(place('a@example.com'))).body.data
    expect((await bookings(`/${uid}`)).body.data).toMatchObject({ attendees: [{ email: 'a@example.com' }] })
    expect((await bookings(`/${uid}`, null)).body.data).toMatchObject({ attendees: [] })
  })
})

describe('the list of bookings', () => {
  function listed() {
    const all = setup()
    const upcoming = ['2026-11-25', '2026-11-24', '2026-11-27'].map((day) =>
      booking({ start: `${day}T08:00:00Z`, uid: day }),
    )
    const past = ['2026-11-18', '2026-11-19'].map((day) => booking({ start: `${day}T08:00:00Z`, uid: day }))
    const off = booking({ start: '2026-11-26T08:00:00Z', uid: 'off', status: 'cancelled', eventTypeId: 2 })
    all.account.bookings.push(...upcoming, ...past, off)
    const uids = async (query: string) => (await all.bookings(query)).body.data.map(({ uid }) => uid)
    return { ...all, uids }
  }

  it('is filtered by what became of them, each in its own order', async () => {
    const { uids } = listed()
    expect(await uids('?status=upcoming')).toEqual(['2026-11-24', '2026-11-25', '2026-11-27'])
    expect(await uids('?status=past')).toEqual(['2026-11-19', '2026-11-18'])
    expect(await uids('?status=cancelled')).toEqual(['off'])
    expect(await uids('?status=cancelled,past')).toEqual(['2026-11-18', '2026-11-19', 'off'])
    expect(await uids('')).toHaveLength(6)
  })

  it('is filtered by time, event type and attendee, and sorted as asked', async () => {
    const { uids } = listed()
    expect(await uids('?afterStart=2026-11-25T08:00:00Z&beforeEnd=2026-11-26T08:40:00Z&sortStart=desc')).toEqual([
      'off',
      '2026-11-25',
    ])
    expect(await uids('?eventTypeId=2')).toEqual(['off'])
    expect(await uids('?attendeeEmail=nobody@example.com')).toEqual([])
    expect(await uids('?afterUpdatedAt=2026-11-22T00:00:00Z')).toEqual([])
  })

  it('is asked for in lists, too: with commas, brackets or one after the other', async () => {
    const { uids } = listed()
    const both = ['2026-11-18', '2026-11-19', 'off']
    expect(await uids('?status=cancelled&status=past')).toEqual(both)
    expect(await uids('?status[]=cancelled&status[]=past')).toEqual(both)
    expect(await uids('?status[]=cancelled')).toEqual(['off'])
    expect(await uids('?eventTypeIds=2,77&eventTypeId=3')).toEqual(['off'])
    expect(await uids('?eventTypeIds=3&eventTypeIds=2')).toHaveLength(6)
    expect(await uids('?eventTypeId=')).toHaveLength(6)
    expect(await uids('?teamId=1')).toEqual([])
  })

  it('finds an address whose plus came as a space', async () => {
    const { book, uids } = listed()
    await book({ attendee: { email: 'ivan+work@example.com' } })
    expect(await uids('?attendeeEmail=ivan+work@example.com')).toHaveLength(1)
  })

  it.each([
    ['skip=x', { min: 'skip must not be less than 0', isNumber: expect.stringMatching(/^skip must be a number/) }],
    ['eventTypeId=1.5', { isInt: 'eventTypeId must be an integer number' }],
    ['eventTypeIds=1,x', { isNumber: expect.stringMatching(/^each value in eventTypeIds must be a number/) }],
    ['afterCreatedAt=x', { isIso8601: 'fromDate must be a valid ISO 8601 date.' }],
    ['sortUpdatedAt=x', { isEnum: 'SortCreated must be either "asc" or "desc".' }],
  ])('is refused for %s', async (query, constraints) => {
    const { body } = await listed().bookings(`?${query}`)
    expect(body.error.details).toMatchObject({ errors: [{ constraints }] })
  })

  it('comes in pages', async () => {
    const { body } = await listed().bookings('?take=2&skip=2&sortStart=asc')
    expect(body.data.map(({ uid }) => uid)).toEqual(['2026-11-24', '2026-11-25'])
    expect(body.pagination).toEqual({
      returnedItems: 2,
      totalItems: 6,
      itemsPerPage: 2,
      remainingItems: 2,
      currentPage: 2,
      totalPages: 3,
      hasNextPage: true,
      hasPreviousPage: true,
    })
  })

  it('echoes a bad question', async () => {
    const { body } = await listed().bookings('?take=0&sortStart=up')
    expect(body.error).toEqual({
      code: 'BadRequestException',
      message: 'Bad Request Exception',
      details: {
        errors: [
          {
            target: { take: 0, sortStart: 'up' },
            value: 'up',
            property: 'sortStart',
            children: [],
            constraints: { isEnum: 'SortStart must be either "asc" or "desc".' },
          },
          {
            target: { take: 0, sortStart: 'up' },
            value: 0,
            property: 'take',
            children: [],
            constraints: { min: 'take must not be less than 1' },
          },
        ],
      },
    })
  })
})
