import { describe, expect, it } from 'vitest'
import { booking } from '../../../demo/simulator/index.ts'
import { hours, setup, starts } from './setup.ts'

const DAY = 'start=2026-11-24&end=2026-11-24'
const ALL_DAY = [
  '07:00',
  '07:40',
  '08:20',
  '09:00',
  '09:40',
  '10:20',
  '11:00',
  '11:40',
  '12:20',
  '13:00',
  '13:40',
  '14:20',
]

describe('the days and hours of slots', () => {
  it('are in UTC when no zone is asked for, and of the asked zone otherwise', async () => {
    const { slots } = setup()
    expect(starts(await slots(`eventTypeId=3&${DAY}`))[0]).toBe('2026-11-24T07:00:00.000Z')
    const there = await slots(`eventTypeId=3&${DAY}&timeZone=Pacific/Honolulu`)
    expect(Object.keys(there.body.data)).toEqual(['2026-11-23', '2026-11-24'])
    expect(starts(there)[0]).toBe('2026-11-23T21:00:00.000-10:00')
  })

  it('carry an end in the range format', async () => {
    const { body } = await setup().slots(`eventTypeId=3&${DAY}&format=range`)
    expect(body.data['2026-11-24']?.[0]).toEqual({ start: '2026-11-24T07:00:00.000Z', end: '2026-11-24T07:40:00.000Z' })
  })

  it('leave out days without a free time', async () => {
    const { body } = await setup().slots('eventTypeId=3&start=2026-11-27&end=2026-11-30')
    expect(Object.keys(body.data)).toEqual(['2026-11-27', '2026-11-30'])
  })

  it('end a year from now', async () => {
    const sent = await setup().slots('eventTypeId=3&start=2027-11-20&end=2027-12-20')
    expect(Object.keys(sent.body.data)).toEqual(['2027-11-22'])
    expect(starts(sent).at(-1)).toBe('2027-11-22T13:40:00.000Z')
  })

  it('are none when the end lies before the start, or all of it in the past', async () => {
    const { slots } = setup()
    expect((await slots('eventTypeId=3&start=2026-11-25&end=2026-11-24')).body).toEqual({ status: 'success', data: {} })
    expect((await slots('eventTypeId=3&start=2026-11-02&end=2026-11-03')).body.data).toEqual({})
  })

  it('end with the UTC day when the end is at 00:00 UTC, whatever its offset', async () => {
    const { slots } = setup()
    const until = async (end: string) =>
      Object.keys((await slots(`eventTypeId=3&start=2026-11-24&end=${encodeURIComponent(end)}`)).body.data)
    expect(await until('2026-11-25T00:00:00Z')).toEqual(['2026-11-24', '2026-11-25'])
    expect(await until('2026-11-25T03:00:00+03:00')).toEqual(['2026-11-24', '2026-11-25'])
    expect(await until('2026-11-25T00:00:00+03:00')).toEqual(['2026-11-24'])
  })

  it('read a time without a zone as UTC', async () => {
    const sent = await setup().slots('eventTypeId=2&start=2026-11-24T09:00:00&end=2026-11-24T10:00:00')
    expect(hours(sent)).toEqual(['09:00', '09:30'])
  })
})

describe('the grid of slots', () => {
  it('steps by the length from the first open minute', async () => {
    expect(hours(await setup().slots(`eventTypeId=3&${DAY}`))).toEqual(ALL_DAY)
  })

  it('steps by the slot interval where there is one', async () => {
    const { slots } = setup({ types: [{ id: 9, slug: 'often', lengthInMinutes: 60, slotInterval: 30 }] })
    expect(hours(await slots('eventTypeId=9&start=2026-11-24&end=2026-11-24T09:00:00Z'))).toEqual([
      '07:00',
      '07:30',
      '08:00',
    ])
  })

  it('takes the asked duration for length and step', async () => {
    expect(hours(await setup().slots(`eventTypeId=2&${DAY}&duration=120`))).toEqual([
      '07:00',
      '09:00',
      '11:00',
      '13:00',
    ])
  })

  it('begins anew behind a busy time, at a minute round for the step', async () => {
    const { account, slots } = setup()
    account.busy.push({ start: '2026-11-24T07:50:00Z', end: '2026-11-24T08:05:00Z' })
    expect(hours(await slots(`eventTypeId=3&${DAY}`)).slice(0, 3)).toEqual(['07:00', '08:20', '09:00'])
    expect(hours(await slots(`eventTypeId=1&${DAY}`)).slice(0, 5)).toEqual([
      '07:00',
      '07:15',
      '07:30',
      '08:15',
      '08:30',
    ])
  })

  it('does not move for a reservation, which only hides what it touches, until it is let go', async () => {
    const { account, sim, slots } = setup()
    const [start, end] = ['2026-11-24T07:30:00Z', '2026-11-24T08:00:00Z']
    account.reservations.push({ uid: 'r', eventTypeId: 2, start, end, until: '2026-11-22T14:58:00Z' })
    expect(hours(await slots(`eventTypeId=3&${DAY}`))).toEqual(ALL_DAY.slice(2))
    sim.clock.advance(5 * 60_000)
    expect(hours(await slots(`eventTypeId=3&${DAY}`))).toEqual(ALL_DAY)
  })

  it('starts late by the offset, each time', async () => {
    const { slots } = setup({ types: [{ id: 9, slug: 'late', lengthInMinutes: 60, offsetStart: 5 }] })
    expect(hours(await slots(`eventTypeId=9&${DAY}`)).slice(0, 3)).toEqual(['07:05', '08:10', '09:15'])
  })

  it('shows one time a day when the event type shows no more', async () => {
    const { slots } = setup({ types: [{ id: 9, slug: 'first', onlyShowFirstAvailableSlot: true }] })
    expect(starts(await slots('eventTypeId=9&start=2026-11-24&end=2026-11-25'))).toEqual([
      '2026-11-24T07:00:00.000Z',
      '2026-11-25T07:00:00.000Z',
    ])
  })
})

describe('what is not on offer', () => {
  it('is what comes too soon', async () => {
    const { sim, slots } = setup()
    sim.clock.set('2026-11-24T07:07:30Z')
    expect(hours(await slots(`eventTypeId=3&${DAY}`))[0]).toBe('09:20')
    // Half a minute short of two hours is too soon as well.
    sim.clock.set('2026-11-24T07:00:30Z')
    expect(hours(await slots(`eventTypeId=2&${DAY}`))[0]).toBe('09:30')
  })

  it('is what any event type of the host has taken, with the buffers of both', async () => {
    const { account, slots } = setup({ types: [{ id: 9, slug: 'calm', beforeEventBuffer: 15, afterEventBuffer: 30 }] })
    const [start, end] = ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z']
    account.bookings.push(booking({ start, end, eventTypeId: 9 }))
    // An ordinary meeting keeps away from the booking's own buffers: 08:45–10:30.
    expect(hours(await slots(`eventTypeId=2&${DAY}`)).slice(2, 5)).toEqual(['08:00', '10:30', '11:00'])
    // One that has buffers itself keeps away further: 08:15–10:45.
    expect(hours(await slots(`eventTypeId=9&${DAY}`)).slice(0, 4)).toEqual(['07:00', '07:30', '11:00', '11:30'])
  })

  it('is what the calendar has taken', async () => {
    const { account, slots } = setup()
    account.busy.push({ start: '2026-11-24T07:00:00Z', end: '2026-11-24T14:20:00Z' })
    expect(hours(await slots(`eventTypeId=3&${DAY}`))).toEqual(['14:20'])
  })

  it('is what lies too near to it: the buffer after a meeting before it, the buffer before one after it', async () => {
    const types = [{ id: 9, slug: 'calm', lengthInMinutes: 15, beforeEventBuffer: 15, afterEventBuffer: 30 }]
    const { account, slots } = setup({ types })
    account.busy.push({ start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' })
    expect(hours(await slots(`eventTypeId=9&${DAY}`)).slice(5, 7)).toEqual(['08:15', '10:15'])
  })

  it('is not what was cancelled, nor what waits for confirmation – unless the event type says so', async () => {
    const policy = (blockUnconfirmedBookingsInBooker: boolean) => ({
      type: 'always' as const,
      blockUnconfirmedBookingsInBooker,
    })
    const types = [
      { id: 8, slug: 'asks', confirmationPolicy: policy(false) },
      { id: 9, slug: 'holds', confirmationPolicy: policy(true) },
    ]
    const { account, slots } = setup({ types })
    account.bookings.push(booking({ start: '2026-11-24T07:00:00Z', status: 'cancelled' }))
    account.bookings.push(booking({ start: '2026-11-24T07:40:00Z', status: 'pending', eventTypeId: 8 }))
    account.bookings.push(booking({ start: '2026-11-24T08:20:00Z', status: 'pending', eventTypeId: 9 }))
    expect(hours(await slots(`eventTypeId=3&${DAY}`))).toEqual(ALL_DAY.filter((hour) => hour !== '08:20'))
  })

  it('is not the time of the booking that is being moved', async () => {
    const { account, slots } = setup()
    account.bookings.push(booking({ start: '2026-11-24T07:00:00Z', uid: 'mine' }))
    expect(hours(await slots(`eventTypeId=3&${DAY}`))).toEqual(ALL_DAY.slice(1))
    expect(hours(await slots(`eventTypeId=3&${DAY}&bookingUidToReschedule=mine`))).toEqual(ALL_DAY)
  })
})

describe('seats', () => {
  const types = [
    {
      id: 9,
      slug: 'group',
      lengthInMinutes: 60,
      seats: { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true },
    },
  ]

  it('are counted at each time, and a full one is gone', async () => {
    const { book, slots, sim } = setup({ types })
    const first = await slots(`eventTypeId=9&${DAY}`)
    expect(first.body.data['2026-11-24']?.[0]).toEqual({
      start: '2026-11-24T07:00:00.000Z',
      seatsBooked: 0,
      seatsRemaining: 2,
      seatsTotal: 2,
    })
    const { body } = await book({ start: '2026-11-24T07:00:00Z', eventTypeId: 9 })
    sim.clock.advance(2000)
    const second = await slots(`eventTypeId=9&${DAY}`)
    const bookingUid = body.data.uid
    expect(second.body.data['2026-11-24']?.[0]).toMatchObject({ seatsBooked: 1, seatsRemaining: 1, bookingUid })
    await book({ start: '2026-11-24T07:00:00Z', eventTypeId: 9, attendee: { email: 'b@example.com' } })
    sim.clock.advance(2000)
    expect(hours(await slots(`eventTypeId=9&${DAY}`))[0]).toBe('08:00')
  })
})

describe('the memory of slots', () => {
  it('still shows a time just booked for two seconds, to the very same question', async () => {
    const { book, slots, sim } = setup()
    await slots(`eventTypeId=3&${DAY}`)
    await book({ start: '2026-11-24T07:00:00Z' })
    sim.clock.advance(1999)
    expect(hours(await slots(`eventTypeId=3&${DAY}`))[0]).toBe('07:00')
    expect(hours(await slots(`eventTypeId=3&${DAY}&timeZone=UTC`))[0]).toBe('07:40')
    sim.clock.advance(1)
    expect(hours(await slots(`eventTypeId=3&${DAY}`))[0]).toBe('07:40')
  })
})

describe('a question about slots', () => {
  it.each([
    [
      'eventTypeId=abc&start=2026-11-24&end=2026-11-24',
      'eventTypeId property is wrong,eventTypeId must be a number conforming to the specified constraints ',
    ],
    ['eventTypeId=3&start=2026-11-24', 'end property is wrong,end must be a valid ISO 8601 date string '],
    [
      'eventTypeId=3&start=2026-02-30&end=2026-11-24',
      'start property is wrong,start must be a valid ISO 8601 date string ',
    ],
    [
      `eventTypeId=3&${DAY}&duration=x`,
      'duration property is wrong,duration must be a number conforming to the specified constraints ',
    ],
    [
      `eventTypeId=3&${DAY}&foo=1&timeZone=x`,
      'foo property is wrong,property foo should not exist , timeZone property is wrong,timeZone must be a valid IANA time-zone ',
    ],
    [
      `eventTypeSlug=30min&username=olgarozet&${DAY}&eventType=1`,
      'eventType property is wrong,property eventType should not exist ',
    ],
  ])('%s is refused in so many words', async (query, message) => {
    const { status, body } = await setup().slots(query)
    expect(status).toBe(400)
    expect(body.error).toEqual({
      code: 'BadRequestException',
      message,
      details: { message, error: 'Bad Request', statusCode: 400 },
    })
  })

  it('may name the event type by slug and user, without a key', async () => {
    const { slots } = setup()
    expect(hours(await slots(`eventTypeSlug=delo-40min&username=olgarozet&${DAY}`, null))).toEqual(ALL_DAY)
    expect((await slots(`eventTypeSlug=delo-40min&username=nobody&${DAY}`)).body.error.message).toBe(
      'User with username nobody not found',
    )
    expect((await slots(`eventTypeSlug=nope&username=olgarozet&${DAY}`)).status).toBe(404)
  })
})
