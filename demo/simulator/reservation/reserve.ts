import { type Account, type EventType, eventTypeOf, type Reservation, seatsOf } from '../account.ts'
import type { Core } from '../core.ts'
import { refuse } from '../http/refusal.ts'
import { overlaps, type Range } from '../scheduler/ranges.ts'
import { rangeOf } from '../scheduler/taken.ts'
import { iso, MINUTE, pause, toMs } from '../time.ts'
import type { ReservationInput } from './input.ts'

/** How long a time is held, in minutes, when nobody says. */
export const DEFAULT_MINUTES = 5

/**
 * Holds a time. Only bookings and reservations of the same event type are in the way; neither the hours nor the clock
 * is looked at. Nothing is locked between looking and writing, so of requests in flight together all may win.
 */
export async function reserve(core: Core, input: ReservationInput, isOwner: boolean): Promise<Reservation> {
  if (input.reservationDuration && !isOwner) {
    const text =
      'reservationDuration can only be used for authenticated requests - use access token, api key or OAuth credentials'
    throw refuse(401, text)
  }
  const time = freeTime(core, input)
  await pause(core.latencyMs)
  const reservation = { uid: crypto.randomUUID(), ...held(core, input, time) }
  core.account.reservations.push(reservation)
  return reservation
}

/** Moves a reservation to another time; its own counts as taken, so it cannot be extended. */
export async function rereserve(core: Core, uid: string, input: ReservationInput): Promise<Reservation> {
  const reservation = core.account.reservations.find((one) => one.uid === uid)
  if (!reservation) throw refuse(404, `Slot with uid=${uid} not found`)
  const time = freeTime(core, input)
  await pause(core.latencyMs)
  return Object.assign(reservation, held(core, input, time))
}

function held({ clock }: Core, { eventTypeId, reservationDuration = DEFAULT_MINUTES }: ReservationInput, time: Range) {
  const until = iso(clock.now().getTime() + reservationDuration * MINUTE)
  return { eventTypeId, start: iso(time.start), end: iso(time.end), until }
}

function freeTime({ account, clock }: Core, input: ReservationInput): Range {
  const eventType = eventTypeOf(account, input.eventTypeId)
  if (!eventType) throw refuse(404, `Event Type with ID=${input.eventTypeId} not found`)
  const start = toMs(input.slotStart)
  const time = { start, end: start + lengthOf(eventType, input) * MINUTE }
  checkBooked(account, eventType, input, time)
  const now = clock.now().getTime()
  const isHeld = account.reservations.some((one) => {
    return one.eventTypeId === eventType.id && toMs(one.until) > now && overlaps(rangeOf(one), time)
  })
  const text = 'This time slot is already reserved by another user. Please choose a different time.'
  if (isHeld) throw refuse(422, text)
  return time
}

function lengthOf({ lengthInMinutes, lengthInMinutesOptions: options }: EventType, { slotDuration }: ReservationInput) {
  if (!slotDuration) return lengthInMinutes
  if (!options) {
    throw refuse(400, "You passed 'slotDuration' but this event type is not a variable length event type.")
  }
  if (options.includes(slotDuration)) return slotDuration
  const text = `Provided 'slotDuration' is not one of the possible lengths for the event type. The possible lengths for this variable length event type are: ${options.join(', ')}`
  throw refuse(400, text)
}

function checkBooked({ bookings }: Account, eventType: EventType, input: ReservationInput, time: Range): void {
  const booking = bookings.find(
    (one) =>
      one.eventTypeId === eventType.id &&
      (one.status === 'accepted' || one.status === 'pending') &&
      overlaps(rangeOf(one), time),
  )
  if (!booking) return
  const seats = seatsOf(eventType)
  if (seats === 0) throw refuse(422, "Can't reserve a slot if the event is already booked.")
  if (booking.attendees.length < seats) return
  throw refuse(422, `Booking with id=${input.eventTypeId} at ${input.slotStart} has no more seats left.`)
}
