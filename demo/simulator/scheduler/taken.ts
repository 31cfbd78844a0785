import { type Account, type Booking, type EventType, eventTypeOf, seatsOf } from '../account.ts'
import { MINUTE, toMs } from '../time.ts'
import type { Range } from './ranges.ts'

/** The host's times that a meeting of this event type may not touch, its own and the others' buffers included. */
export function takenTimes(account: Account, eventType: EventType, exceptUid?: string): Range[] {
  const { beforeEventBuffer, afterEventBuffer } = eventType
  const bookings = account.bookings
    .filter((booking) => booking.uid !== exceptUid && blocks(account, booking) && !hasOpenSeats(booking, eventType))
    .map((booking) => {
      const own = eventTypeOf(account, booking.eventTypeId)
      const before = (own?.beforeEventBuffer ?? 0) + afterEventBuffer
      const after = (own?.afterEventBuffer ?? 0) + beforeEventBuffer
      return widen(booking, before, after)
    })
  return [...bookings, ...account.busy.map((busy) => widen(busy, afterEventBuffer, beforeEventBuffer))]
}

export const rangeOf = ({ start, end }: { start: string; end: string }): Range => ({
  start: toMs(start),
  end: toMs(end),
})

function widen(interval: { start: string; end: string }, before: number, after: number): Range {
  const { start, end } = rangeOf(interval)
  return { start: start - before * MINUTE, end: end + after * MINUTE }
}

// A request that waits for the host's word blocks nothing, unless the event type says so.
function blocks(account: Account, { status, eventTypeId }: Booking) {
  if (status !== 'pending') return status === 'accepted'
  const policy = eventTypeOf(account, eventTypeId)?.confirmationPolicy
  return Boolean(policy && 'type' in policy && policy.blockUnconfirmedBookingsInBooker)
}

/** Whether another attendee may join this booking. */
export const hasOpenSeats = (booking: Booking, eventType: EventType) =>
  booking.eventTypeId === eventType.id && booking.status === 'accepted' && booking.attendees.length < seatsOf(eventType)
