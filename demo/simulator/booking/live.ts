import type { Account, Booking } from '../account.ts'
import { refuse } from '../http/refusal.ts'

/** The booking of a uid; 404 when there is none. */
export function bookingOf({ bookings }: Account, uid: string): Booking {
  const found = bookings.find((booking) => booking.uid === uid)
  if (!found) throw refuse(404, `Booking with uid=${uid} was not found in the database`)
  return found
}

/** Throws when a booking cannot be moved, since it is off already; one that was moved names where to. */
export function checkMovable({ uid, status, rescheduledToUid: to }: Booking): void {
  if (status !== 'cancelled') return
  const text = to
    ? `Can't reschedule booking with uid=${uid} because it has been cancelled and rescheduled already to booking with uid=${to}. You probably want to reschedule ${to} instead by passing it within the request URL.`
    : `Can't reschedule booking with uid=${uid} because it has been cancelled. Please provide uid of a booking that is not cancelled.`
  throw refuse(400, text)
}

/** Throws when it cannot be cancelled, since it is off already. */
export function checkCancellable({ uid, status }: Booking): void {
  if (status !== 'cancelled') return
  const text = `Can't cancel booking with uid=${uid} because it has been cancelled already. Please provide uid of a booking that is not cancelled.`
  throw refuse(400, text)
}
