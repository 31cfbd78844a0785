import { type Booking, type EventType, eventTypeOf } from '../account.ts'
import type { Core } from '../core.ts'
import { bare, refuse } from '../http/refusal.ts'
import type { Range } from '../scheduler/ranges.ts'
import { refusalFor } from '../scheduler/slots.ts'
import { MINUTE, pause, toMs } from '../time.ts'
import { checkOwnFields, checkResponses, responsesOf } from './answers.ts'
import type { BookingInput } from './input.ts'
import { placeOf } from './place.ts'
import { joinedBooking, takeSeat } from './seats.ts'
import { type Draft, write } from './write.ts'

const TEXTS = {
  past: 'Attempting to book a meeting in the past.',
  bounds:
    'The event type can\'t be booked at the "start" time provided. This could be because it\'s too soon (violating the minimum booking notice) or too far in the future (outside the event\'s scheduling window). Try fetching available slots first using the GET /v2/slots endpoint and then make a booking with "start" time equal to one of the available slots.',
  taken: 'User either already has booking at this time or is not available',
}

/** A booking just made; at event types with seats also the seat. */
export interface Made {
  booking: Booking
  seatUid?: string
}

/**
 * Books, as Cal.com does: looks whether the time is free, works for a while, then writes. Nothing is held in
 * between, so overlapping requests in flight all pass; only the very same time is refused by the database.
 */
export async function createBooking(core: Core, input: BookingInput, isOwner: boolean): Promise<Made> {
  const eventType = bookedEventType(core, input)
  if (eventType.bookingRequiresAuthentication && !isOwner) throw unauthenticated()
  checkOwnFields(eventType, input)
  const draft = draftOf(eventType, input)
  checkResponses(eventType, draft.responses)
  const joins = joinedBooking(core.account, eventType, draft.meeting)
  const now = core.clock.now().getTime()
  const { timeZone } = input.attendee
  const refusal = refusalFor({ account: core.account, eventType, timeZone, now }, draft.meeting)
  // A time taken by the meeting one joins is not taken; whether it has seats is another question.
  if (refusal && !(joins && refusal === 'taken')) throw refuse(400, TEXTS[refusal])
  await pause(core.latencyMs)
  if (joins) return takeSeat(core, draft)
  if (core.account.bookings.some((booking) => holds(booking, draft.meeting))) {
    throw bare(400, 'An error occurred while querying the database.')
  }
  return write(core, draft)
}

// The database knows a meeting by its start and end, and only live ones.
const holds = (booking: Booking, { start, end }: Range) =>
  toMs(booking.start) === start &&
  toMs(booking.end) === end &&
  (booking.status === 'accepted' || booking.status === 'pending')

const unauthenticated = () =>
  refuse(
    401,
    'checkBookingRequiresAuthentication - request must be authenticated by passing credentials belonging to event type owner, host or team or org admin or owner.',
  )

function bookedEventType({ account }: Core, { eventTypeId, eventTypeSlug, username }: BookingInput): EventType {
  if (eventTypeId) {
    const found = eventTypeOf(account, eventTypeId)
    if (!found) throw refuse(404, `Event type with id ${eventTypeId} not found.`)
    return found
  }
  if (username !== account.user.username) throw refuse(404, `User with username ${username} not found`)
  const found = account.eventTypes.find(({ slug }) => slug === eventTypeSlug)
  if (!found) throw refuse(404, `Event type with slug ${eventTypeSlug} belonging to user ${username} not found.`)
  return found
}

function draftOf(eventType: EventType, input: BookingInput): Draft {
  const start = toMs(input.start)
  const meeting = { start, end: start + lengthOf(eventType, input) * MINUTE }
  const place = placeOf(eventType, input)
  return { eventType, input, meeting, place, responses: responsesOf(input, place) }
}

function lengthOf({ lengthInMinutes, lengthInMinutesOptions: options }: EventType, input: BookingInput) {
  const asked = input.lengthInMinutes
  if (!asked) return lengthInMinutes
  if (!options) {
    const text =
      "Can't specify 'lengthInMinutes' because event type does not have multiple possible lengths. Please, remove the 'lengthInMinutes' field from the request."
    throw refuse(400, text)
  }
  if (options.includes(asked)) return asked
  const text = `Provided 'lengthInMinutes' is not one of the possible lengths for the event type. The possible lengths are: ${options.join(', ')}`
  throw refuse(400, text)
}
