import type { Booking } from '../account.ts'
import type { Core } from '../core.ts'
import { coded } from '../http/refusal.ts'
import { iso, pause } from '../time.ts'
import { tellAnswer } from '../webhook/events.ts'
import { bookingOf } from './live.ts'
import { roomOf } from './write.ts'

/** The host's yes to a booking; it is not looked at whether the time is still free. */
export async function confirmBooking(core: Core, uid: string): Promise<Booking> {
  const { account, clock, latencyMs } = core
  const booking = bookingOf(account, uid)
  checkOpen(booking)
  await pause(latencyMs)
  booking.status = 'accepted'
  booking.videoCallUrl = roomOf(booking)
  booking.updatedAt = iso(clock.now().getTime())
  await tellAnswer(core, booking)
  return booking
}

/** The host's no. */
export async function declineBooking(core: Core, uid: string, reason?: string): Promise<Booking> {
  const { account, clock, latencyMs } = core
  const booking = bookingOf(account, uid)
  checkOpen(booking)
  await pause(latencyMs)
  booking.status = 'rejected'
  booking.rejectionReason = reason
  booking.updatedAt = iso(clock.now().getTime())
  await tellAnswer(core, booking)
  return booking
}

// Cal.com looks for nothing but this: even what was declined or called off can still be confirmed.
function checkOpen({ status }: Booking): void {
  if (status === 'accepted') throw coded(400, 'TRPCError', 'Booking already confirmed')
}
