import type { Booking } from '../account.ts'
import type { Made } from '../booking/create.ts'
import type { Core } from '../core.ts'
import { answeredPayload, cancelledPayload } from './stored.ts'
import { bookedPayload, movedPayload } from './written.ts'

/** Somebody booked, or asked for a time. */
export function tellBooked({ account, tell }: Core, { booking, seatUid }: Made): Promise<void> {
  const trigger = booking.status === 'pending' ? 'BOOKING_REQUESTED' : 'BOOKING_CREATED'
  return tell(trigger, bookedPayload(account, booking, seatUid))
}

/** A booking moved: nothing is told of the old one, but in here. What waits for the host is asked for anew. */
export function tellMoved({ account, tell }: Core, { booking, seatUid }: Made, from: Booking): Promise<void> {
  const trigger = booking.status === 'pending' ? 'BOOKING_REQUESTED' : 'BOOKING_RESCHEDULED'
  return tell(trigger, movedPayload(account, booking, from, seatUid))
}

/** A booking is off, or one attendee's part in it. */
export const tellCancelled = ({ account, tell }: Core, booking: Booking, reason?: string): Promise<void> =>
  tell('BOOKING_CANCELLED', cancelledPayload(account, booking, reason))

/** The host said yes or no. */
export const tellAnswer = ({ account, tell }: Core, booking: Booking): Promise<void> =>
  tell(booking.status === 'accepted' ? 'BOOKING_CREATED' : 'BOOKING_REJECTED', answeredPayload(account, booking))
