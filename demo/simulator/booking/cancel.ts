import { type Account, type Booking, eventTypeOf, seatsOf } from '../account.ts'
import type { Core } from '../core.ts'
import { bare, refuse } from '../http/refusal.ts'
import { iso, pause, toMs } from '../time.ts'
import { tellCancelled } from '../webhook/events.ts'
import type { CancelInput } from './change-input.ts'
import { checkCancellable } from './live.ts'
import { leave } from './seats.ts'

/** Calls a booking off, or with a seat only what one attendee has in it. */
export async function cancelBooking(core: Core, uid: string, input: CancelInput, isOwner: boolean): Promise<Booking> {
  const { account, clock, latencyMs } = core
  const { seatUid, cancellationReason } = input
  if (seatUid !== undefined) checkSeat(account, uid, seatUid)
  const booking = account.bookings.find((one) => one.uid === uid)
  if (!booking) throw refuse(404, `Booking with uid=${uid} not found`)
  checkCancellable(booking)
  if (isOwner && !cancellationReason?.trim()) throw bare(400, 'Cancellation reason is required')
  if (toMs(booking.end) < clock.now().getTime()) throw bare(400, 'Cannot cancel a booking that has already ended')
  const isSeated = seatsOf(eventTypeOf(account, booking.eventTypeId)) > 0
  if (isSeated && seatUid === undefined && !isOwner) throw bare(401, 'User not a host of this event')
  await pause(latencyMs)
  // Whoever leaves last calls it off for all.
  if (seatUid !== undefined && booking.attendees.length > 1) {
    const left = booking.attendees.filter((attendee) => attendee.seatUid === seatUid)
    leave(booking, seatUid)
    booking.updatedAt = iso(clock.now().getTime())
    await tellCancelled(core, { ...booking, attendees: left }, cancellationReason)
    return booking
  }
  // Cal.com, too, tells it first and writes then.
  await tellCancelled(core, booking, cancellationReason)
  if (isSeated) booking.attendees = []
  return Object.assign(booking, { status: 'cancelled', cancellationReason, updatedAt: iso(clock.now().getTime()) })
}

function checkSeat({ bookings }: Account, uid: string, seatUid: string): void {
  const booking = bookings.find(({ attendees }) => attendees.some((attendee) => attendee.seatUid === seatUid))
  if (!booking) throw refuse(400, 'Invalid seatUid: this seat does not exist or has already been cancelled.')
  if (booking.uid !== uid) throw refuse(400, 'Invalid seatUid: this seat does not belong to this booking.')
}
