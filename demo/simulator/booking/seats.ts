import { type Account, type Attendee, type Booking, type EventType, seatsOf } from '../account.ts'
import type { Core } from '../core.ts'
import { bare, refuse } from '../http/refusal.ts'
import type { Range } from '../scheduler/ranges.ts'
import { iso, toMs } from '../time.ts'
import type { Made } from './create.ts'
import { attendeeOf, type Draft } from './write.ts'

/** The booking that is already there at this start of an event type with seats. */
export const joinedBooking = (account: Account, eventType: EventType, { start }: Range): Booking | undefined =>
  seatsOf(eventType) === 0
    ? undefined
    : account.bookings.find((booking) => {
        return booking.eventTypeId === eventType.id && booking.status === 'accepted' && toMs(booking.start) === start
      })

/** Takes one of its seats; one to an e-mail address. */
export function takeSeat({ account, clock }: Core, draft: Draft): Made {
  const booking = joinedBooking(account, draft.eventType, draft.meeting)
  if (!booking) throw bare(400, 'An error occurred while querying the database.')
  const attendee = attendeeOf(draft)
  sit(booking, attendee, draft.eventType)
  booking.updatedAt = iso(clock.now().getTime())
  return { booking, seatUid: attendee.seatUid }
}

/** Adds an attendee, if there is a seat for him and he has none yet. */
export function sit({ attendees }: Booking, attendee: Attendee, eventType: EventType): void {
  if (attendees.some(({ email }) => email === attendee.email)) {
    throw bare(409, 'already_signed_up_for_this_booking_error')
  }
  if (attendees.length >= seatsOf(eventType)) throw refuse(409, 'No more seats left at this seated booking.')
  attendees.push(attendee)
}

/** Gives a seat up; a booking that nobody is left in is off. */
export function leave(booking: Booking, seatUid: string): void {
  booking.attendees = booking.attendees.filter((attendee) => attendee.seatUid !== seatUid)
  if (booking.attendees.length === 0) booking.status = 'cancelled'
}
