import { type Account, type Booking, type EventType, seatsOf } from '../account.ts'
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
  if (booking.attendees.some(({ email }) => email === attendee.email)) {
    throw bare(409, 'already_signed_up_for_this_booking_error')
  }
  if (booking.attendees.length >= seatsOf(draft.eventType)) {
    throw refuse(409, 'No more seats left at this seated booking.')
  }
  booking.attendees.push(attendee)
  booking.updatedAt = iso(clock.now().getTime())
  return { booking, seatUid: attendee.seatUid }
}
