import { type Booking, type EventType, eventTypeOf } from '../account.ts'
import type { Core } from '../core.ts'
import { refuse } from '../http/refusal.ts'
import { MINUTE, pause, toMs } from '../time.ts'
import { tellBooked } from '../webhook/events.ts'
import { checkOwnFields, checkResponses, responsesOf } from './answers.ts'
import type { BookingInput } from './input.ts'
import { placeOf } from './place.ts'
import { joinedBooking, takeSeat } from './seats.ts'
import { checkUnwritten, checkVacancy } from './vacancy.ts'
import { type Draft, write } from './write.ts'

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
  checkVacancy({ account: core.account, eventType, timeZone, now }, draft.meeting, joins)
  await pause(core.latencyMs)
  if (!joins) checkUnwritten(core.account, draft.meeting)
  const made = joins ? takeSeat(core, draft) : write(core, draft)
  await tellBooked(core, made)
  return made
}

const unauthenticated = () =>
  refuse(
    401,
    'checkBookingRequiresAuthentication - request must be authenticated by passing credentials belonging to event type owner, host or team or org admin or owner.',
  )

function bookedEventType({ account }: Core, input: BookingInput): EventType {
  const { eventTypeId, eventTypeSlug, username, teamSlug } = input
  if (eventTypeId) {
    const found = eventTypeOf(account, eventTypeId)
    if (!found) throw refuse(404, `Event type with id ${eventTypeId} not found.`)
    return found
  }
  if (!username) throw refuse(404, `Team with slug ${teamSlug} not found`)
  if (username !== account.user.username) throw refuse(404, `User with username ${username} not found`)
  const found = account.eventTypes.find(({ slug }) => slug === eventTypeSlug)
  if (!found) throw refuse(404, `Event type with slug ${eventTypeSlug} belonging to user ${username} not found.`)
  return found
}

function draftOf(eventType: EventType, input: BookingInput): Draft {
  const start = toMs(input.start)
  const meeting = { start, end: start + lengthOf(eventType, input) * MINUTE }
  const place = placeOf(eventType, input)
  return { eventType, input, meeting, place, responses: responsesOf(eventType, input, place) }
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
