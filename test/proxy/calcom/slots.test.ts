import { describe, expect, it } from 'vitest'
import { START } from '../../support/proxy.ts'
import { mainType, refusal, setup } from './over.ts'

const DAY = { start: '2026-11-25T00:00:00Z', end: '2026-11-25T23:00:00Z' }
const IVAN = { name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Europe/Moscow' }

async function withType() {
  const { calcom, simulator } = setup()
  const { id: eventTypeId } = await mainType(calcom)
  return { calcom, simulator, eventTypeId }
}

describe('slots', () => {
  it('are free starts, or ranges', async () => {
    const { calcom, eventTypeId } = await withType()
    const starts = await calcom.slots.list({ ...DAY, eventTypeId })
    expect(starts[0]).toBe(START)
    const ranges = await calcom.slots.range({ ...DAY, eventTypeId })
    expect(ranges.map(({ start }) => start)).toEqual(starts)
    expect(ranges[0]).toEqual({ start: START, end: '2026-11-25T07:40:00.000Z' })
  })

  it('tell the seats where there are any', async () => {
    const { calcom } = setup()
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: false, showAvailabilityCount: true }
    const { id: eventTypeId } = await calcom.eventTypes.create({ title: 'a', slug: 'a', lengthInMinutes: 60, seats })
    const [first] = await calcom.slots.range({ ...DAY, eventTypeId })
    expect(first).toMatchObject({ seatsTotal: 3, seatsBooked: 0, seatsRemaining: 3 })
  })

  it('count the own time of a booking that is to be moved as free', async () => {
    const { calcom, simulator, eventTypeId } = await withType()
    const { uid } = await calcom.bookings.create({ start: START, eventTypeId, attendee: IVAN })
    simulator.clock.advance(3_000)
    expect(await calcom.slots.list({ ...DAY, eventTypeId })).not.toContain(START)
    expect(await calcom.slots.list({ ...DAY, eventTypeId, bookingUidToReschedule: uid })).toContain(START)
  })

  it('of an event type that is not there are refused', async () => {
    const { slots } = setup().calcom
    expect(await refusal(slots.list({ ...DAY, eventTypeId: 999 }))).toMatchObject({ status: 404 })
    expect(await refusal(slots.range({ ...DAY, eventTypeId: 999 }))).toMatchObject({ status: 404 })
  })
})

describe('reservations', () => {
  it('hide a time for a while, are moved, and let go', async () => {
    const { calcom, simulator, eventTypeId } = await withType()
    const free = async () => {
      simulator.clock.advance(3_000)
      return calcom.slots.list({ ...DAY, eventTypeId })
    }
    const { reservationUid: uid } = await calcom.reservations.create({ eventTypeId, slotStart: START })
    expect(await free()).not.toContain(START)
    expect(await calcom.reservations.get(uid)).toMatchObject({ slotStart: START, slotDuration: 40 })
    const slotStart = '2026-11-25T09:00:00.000Z'
    await calcom.reservations.update(uid, { eventTypeId, slotStart, reservationDuration: 10 })
    expect(await calcom.reservations.get(uid)).toMatchObject({ slotStart })
    expect(await free()).toContain(START)
    await calcom.reservations.delete(uid)
    expect(await calcom.reservations.get(uid)).toBeNull()
    expect(await free()).toContain(slotStart)
  })

  it('of a reserved time, or for an event type that is not there, are refused', async () => {
    const { calcom, eventTypeId } = await withType()
    const { reservations } = calcom
    const slotStart = START
    await reservations.create({ eventTypeId, slotStart })
    expect(await refusal(reservations.create({ eventTypeId, slotStart }))).toMatchObject({ status: 422 })
    expect(await refusal(reservations.create({ eventTypeId: 999, slotStart }))).toMatchObject({ status: 404 })
    expect(await refusal(reservations.update('nope', { eventTypeId, slotStart }))).toMatchObject({ status: 404 })
  })

  it('are refused to a wrong key', async () => {
    const { reservations } = setup({ apiKey: 'cal_test_wrong' }).calcom
    for (const call of [reservations.get('x'), reservations.delete('x')])
      expect(await refusal(call)).toMatchObject({ status: 401 })
  })
})
