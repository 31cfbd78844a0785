import { type Attendee, type Booking, type ConfirmationPolicy, type EventType, nextId, seatsOf } from '../account.ts'
import type { Core } from '../core.ts'
import { shortUid } from '../id.ts'
import type { Range } from '../scheduler/ranges.ts'
import { iso, MINUTE } from '../time.ts'
import type { Made } from './create.ts'
import type { BookingInput } from './input.ts'
import { type Place, whereIs } from './place.ts'

/** A booking that has passed every check but the last. */
export interface Draft {
  eventType: EventType
  input: BookingInput
  meeting: Range
  place: Place | undefined
  responses: Record<string, unknown>
}

/** Puts the booking into the account. */
export function write({ account, clock }: Core, draft: Draft): Made {
  const { eventType, input, meeting, responses } = draft
  const uid = shortUid()
  const now = clock.now().getTime()
  const status = needsConfirmation(eventType.confirmationPolicy, meeting.start - now) ? 'pending' : 'accepted'
  const location = whereIs(eventType, draft.place)
  const isSeated = seatsOf(eventType) > 0
  const booker = attendeeOf(draft)
  const booking: Booking = {
    id: nextId(account.bookings),
    uid,
    icsUid: `${uid}@Cal.com`,
    title: `${eventType.title} между ${account.user.name} и ${input.attendee.name}`,
    description: isSeated ? null : String(responses.notes ?? ''),
    status,
    start: iso(meeting.start),
    end: iso(meeting.end),
    eventTypeId: eventType.id,
    location,
    videoCallUrl: roomOf({ uid, status, location }),
    createdAt: iso(now),
    updatedAt: iso(now),
    metadata: input.metadata ?? {},
    attendees: [booker, ...(isSeated ? [] : guestsOf(input))],
    ...(input.guests ? { guests: input.guests } : {}),
    responses: { ...responses, email: booker.email },
  }
  account.bookings.push(booking)
  return { booking, seatUid: booker.seatUid }
}

const UNITS = { minutes: MINUTE, hours: 60 * MINUTE, days: 24 * 60 * MINUTE }

/** The room that a booking gets once it is accepted. */
export const roomOf = ({ uid, status, location }: Pick<Booking, 'uid' | 'status' | 'location'>) =>
  status === 'accepted' && location.startsWith('integrations:') ? `https://app.cal.com/video/${uid}` : undefined

/** Whether a booking waits for the host's word; with a threshold only one at short notice does. */
export function needsConfirmation(policy: ConfirmationPolicy, noticeMs: number) {
  if (!('type' in policy) || policy.disabled) return false
  if (policy.type === 'always' || !policy.noticeThreshold) return true
  const { count, unit } = policy.noticeThreshold
  return noticeMs <= count * UNITS[unit]
}

/** Who booked. Someone without an e-mail address gets one made of the phone number. */
export function attendeeOf({ eventType, input, responses }: Draft): Attendee {
  const { name, email, phoneNumber, timeZone, language = 'en' } = input.attendee
  return {
    name,
    email: email || `${phoneNumber?.replace(/\D/g, '')}@sms.cal.com`,
    timeZone,
    language,
    ...(phoneNumber ? { phoneNumber } : {}),
    ...(seatsOf(eventType) > 0 ? seatOf(input, responses) : {}),
  }
}

// Of a seat Cal.com shows no metadata at all where one value is no text.
function seatOf({ metadata = {} }: BookingInput, { email: _, ...responses }: Record<string, unknown>) {
  const isText = Object.values(metadata).every((value) => typeof value === 'string')
  const bookingFieldsResponses = { guests: [], ...responses }
  return { seatUid: crypto.randomUUID(), bookingFieldsResponses, metadata: isText ? metadata : {} }
}

const guestsOf = ({ guests = [], attendee }: BookingInput): Attendee[] =>
  guests.map((email) => ({ name: '', email, timeZone: attendee.timeZone, language: attendee.language ?? 'en' }))
