import { describe, expect, it } from 'vitest'
import { booking } from '../../../demo/simulator/index.ts'
import { hours, setup } from './setup.ts'

interface ReservationData {
  reservationUid: string
  eventTypeId: number
  slotStart: string
  slotEnd: string
  slotDuration: number
  reservationDuration: number
  reservationUntil: string
}

const PATH = '/v2/slots/reservations'
const START = '2026-11-25T07:00:00Z'
const HELD = 'This time slot is already reserved by another user. Please choose a different time.'

/** A simulator, and ways to hold times of its event type 2, of 30 minutes. */
function withReservations(options: Parameters<typeof setup>[0] = {}) {
  const all = setup(options)
  const send = (method: string, path: string, body?: object, key: string | null = null) =>
    all.send<ReservationData>(method, `${PATH}${path}`, '2024-09-04', body, key)
  const reserve = (body: object = {}, key: string | null = null) =>
    send('POST', '', { eventTypeId: 2, slotStart: START, ...body }, key)
  const free = async (eventTypeId = 2) =>
    hours(await all.slots(`eventTypeId=${eventTypeId}&start=2026-11-25&end=2026-11-25`))
  return { ...all, send, reserve, free }
}

const KEY = 'cal_test_simulator'

describe('reserving a time', () => {
  it('holds it for five minutes, for anyone', async () => {
    const { reserve } = withReservations()
    const { status, body } = await reserve()
    expect(status).toBe(201)
    expect(body.data).toEqual({
      eventTypeId: 2,
      slotStart: '2026-11-25T07:00:00.000Z',
      slotEnd: '2026-11-25T07:30:00.000Z',
      slotDuration: 30,
      reservationUid: expect.stringMatching(/^[\da-f-]{36}$/),
      reservationDuration: 5,
      reservationUntil: '2026-11-22T14:58:00.000Z',
    })
  })

  it('hides it from the slots of all event types until it is over', async () => {
    const { free, reserve, sim } = withReservations()
    await reserve()
    expect(await free()).not.toContain('07:00')
    expect(await free(1)).not.toContain('07:15')
    expect(await free(1)).toContain('07:30')
    sim.clock.advance(5 * 60_000)
    expect(await free()).toContain('07:00')
    expect((await reserve()).status).toBe(201)
  })

  it('stops no booking, and stays after it', async () => {
    const { book, reserve, send } = withReservations()
    const { reservationUid } = (await reserve()).body.data
    expect((await book({ eventTypeId: 2, start: START })).status).toBe(201)
    expect((await send('GET', `/${reservationUid}`)).body.data).toMatchObject({ reservationUid, slotDuration: 30 })
  })

  it('for longer is the host’s alone', async () => {
    const { reserve } = withReservations()
    const stranger = await reserve({ reservationDuration: 10 })
    expect(stranger.status).toBe(401)
    expect(stranger.body.error.message).toMatch(/^reservationDuration can only be used for authenticated requests/)
    expect((await reserve({ reservationDuration: 10 }, KEY)).body.data).toMatchObject({
      reservationDuration: 10,
      reservationUntil: '2026-11-22T15:03:00.000Z',
    })
  })

  it('looks neither at the hours nor at the clock', async () => {
    const { reserve } = withReservations()
    expect((await reserve({ slotStart: '2026-11-25T01:00:00Z' })).status).toBe(201)
    expect((await reserve({ slotStart: '2026-11-03T08:00:00Z' })).status).toBe(201)
  })

  it('fails beside another of the same event type, not of others', async () => {
    const { reserve } = withReservations()
    await reserve()
    const overlapping = await reserve({ slotStart: '2026-11-25T07:15:00Z' })
    expect([overlapping.status, overlapping.body.error.message]).toEqual([422, HELD])
    expect((await reserve({ eventTypeId: 1 })).status).toBe(201)
    expect((await reserve({ slotStart: '2026-11-25T07:30:00Z' })).status).toBe(201)
  })

  it('fails where the event type is booked, and is free again once that is off', async () => {
    const { account, reserve } = withReservations()
    const own = booking({ start: START, eventTypeId: 2 })
    account.bookings.push(own)
    const booked = await reserve()
    expect([booked.status, booked.body.error.message]).toEqual([
      422,
      "Can't reserve a slot if the event is already booked.",
    ])
    own.status = 'cancelled'
    expect((await reserve()).status).toBe(201)
  })

  it('takes a length that the event type has', async () => {
    const { reserve } = withReservations({ types: [{ id: 9, slug: 'long', lengthInMinutesOptions: [30, 60] }] })
    expect((await reserve({ eventTypeId: 9, slotDuration: 60 })).body.data.slotEnd).toBe('2026-11-25T08:00:00.000Z')
    expect((await reserve({ eventTypeId: 9, slotDuration: 45 })).body.error.message).toMatch(/are: 30, 60$/)
    expect((await reserve({ slotDuration: 60 })).body.error.message).toMatch(/is not a variable length event type\.$/)
  })

  it('echoes what is wrong, and knows only its own event types', async () => {
    const { reserve } = withReservations()
    const { body } = await reserve({ eventTypeId: '2', foo: 1 })
    const target = { eventTypeId: '2', slotStart: START }
    const constraints = { isInt: 'eventTypeId must be an integer number' }
    expect(body.error.details).toEqual({
      errors: [{ target, value: '2', property: 'eventTypeId', children: [], constraints }],
    })
    const unknown = await reserve({ eventTypeId: 99 })
    expect([unknown.status, unknown.body.error.message]).toEqual([404, 'Event Type with ID=99 not found'])
  })

  it('several times at once lets them all through', async () => {
    const { reserve } = withReservations()
    const all = await Promise.all([reserve(), reserve(), reserve()])
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await reserve()).status).toBe(422)
  })

  it('of a seat counts as one that is taken', async () => {
    const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true }
    const { book, free, reserve, sim, slots } = withReservations({ types: [{ id: 9, slug: 'group', seats }] })
    await reserve({ eventTypeId: 9 })
    const day = await slots('eventTypeId=9&start=2026-11-25&end=2026-11-25')
    expect(day.body.data['2026-11-25']?.[0]).toMatchObject({ seatsBooked: 1, seatsRemaining: 1 })
    expect(await free()).toContain('07:00')
    await book({ eventTypeId: 9, start: START })
    sim.clock.advance(2000)
    expect(await free(9)).not.toContain('07:00')
  })
})

describe('a reservation', () => {
  it('moves, and cannot be extended', async () => {
    const { free, reserve, send } = withReservations()
    const { reservationUid: uid } = (await reserve()).body.data
    const body = { eventTypeId: 2, slotStart: '2026-11-25T08:00:00Z', reservationDuration: 7 }
    const moved = await send('PATCH', `/${uid}`, body)
    expect(moved.status).toBe(200)
    expect(moved.body.data).toMatchObject({ reservationUid: uid, reservationUntil: '2026-11-22T15:00:00.000Z' })
    expect(await free()).toContain('07:00')
    const extended = await send('PATCH', `/${uid}`, body)
    expect([extended.status, extended.body.error.message]).toEqual([422, HELD])
  })

  it('that nobody made reads as null, cannot move, and may be deleted', async () => {
    const { send } = withReservations()
    expect((await send('GET', '/nope')).body).toEqual({ status: 'success', data: null })
    const moved = await send('PATCH', '/nope', { eventTypeId: 2, slotStart: START })
    expect([moved.status, moved.body.error.message]).toEqual([404, 'Slot with uid=nope not found'])
    expect(await send('DELETE', '/nope')).toMatchObject({ status: 200, body: { status: 'success' } })
  })

  it('gives its time back when it is deleted', async () => {
    const { free, reserve, send } = withReservations()
    const { reservationUid } = (await reserve()).body.data
    await send('DELETE', `/${reservationUid}`)
    expect(await free()).toContain('07:00')
  })

  it('is known in its own version alone', async () => {
    const { send } = setup()
    const old = await send('GET', `${PATH}/nope`)
    expect([old.status, old.body.error.message]).toEqual([404, `Cannot GET ${PATH}/nope`])
  })
})
