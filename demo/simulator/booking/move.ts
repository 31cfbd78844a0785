import { type Booking, type EventType, eventTypeOf, nextId, seatsOf } from '../account.ts'
import type { Core } from '../core.ts'
import { coded, refuse } from '../http/refusal.ts'
import { shortUid } from '../id.ts'
import type { Range } from '../scheduler/ranges.ts'
import { iso, pause, toMs } from '../time.ts'
import { tellMoved } from '../webhook/events.ts'
import type { MoveInput } from './change-input.ts'
import type { Made } from './create.ts'
import { bookingOf, checkMovable } from './live.ts'
import { moveSeat } from './move-seat.ts'
import { checkUnwritten, checkVacancy } from './vacancy.ts'
import { needsConfirmation, roomOf } from './write.ts'

/** A move that was found in order, as far as the request alone can tell. */
export interface Move {
  booking: Booking
  eventType: EventType
  meeting: Range
  input: MoveInput
  isOwner: boolean
}

/**
 * Moves a booking: a new one is written at the new time, and the old one is cancelled. Its own time is free for it.
 * Races as booking does: what is in flight together all passes, unless it is for the very same time.
 */
export async function moveBooking(core: Core, uid: string, input: MoveInput, isOwner: boolean): Promise<Made> {
  const { account, clock, latencyMs } = core
  const booking = bookingOf(account, uid)
  const eventType = eventTypeOf(account, booking.eventTypeId)
  if (!eventType) throw refuse(404, `Event type with id=${booking.eventTypeId} not found`)
  const start = toMs(input.start)
  // As long as it was, whatever the event type's length is by now.
  const meeting = { start, end: start + toMs(booking.end) - toMs(booking.start) }
  const move = { booking, eventType, meeting, input, isOwner }
  if (seatsOf(eventType) > 0) return moveSeat(core, move)
  checkMovable(booking)
  checkReason(eventType, input)
  const timeZone = booking.attendees[0]?.timeZone ?? account.user.timeZone
  checkVacancy({ account, eventType, timeZone, exceptUid: uid, now: clock.now().getTime() }, meeting)
  await pause(latencyMs)
  checkUnwritten(account, meeting, uid)
  const made = { booking: replace(core, move) }
  await tellMoved(core, made, booking)
  return made
}

function checkReason({ bookingFields }: EventType, { reschedulingReason }: MoveInput): void {
  const field = bookingFields.find(({ slug }) => slug === 'rescheduleReason')
  if (!field?.required || field.hidden || reschedulingReason) return
  throw coded(400, 'BAD_REQUEST', 'responses - {rescheduleReason}error_required_field, ')
}

function replace({ account, clock }: Core, { booking: old, eventType, meeting, input, isOwner }: Move): Booking {
  const now = clock.now().getTime()
  const { rescheduledBy, reschedulingReason } = input
  const uid = shortUid()
  const isHost = isOwner || rescheduledBy === account.user.email
  const waits = !isHost && needsConfirmation(eventType.confirmationPolicy, meeting.start - now)
  const status = waits ? 'pending' : 'accepted'
  const { rescheduledToUid: _, ...kept } = old
  const moved: Booking = {
    ...kept,
    id: nextId(account.bookings),
    uid,
    status,
    start: iso(meeting.start),
    end: iso(meeting.end),
    videoCallUrl: roomOf({ uid, status, location: old.location }),
    createdAt: iso(now),
    updatedAt: iso(now),
    responses: { ...old.responses, ...(reschedulingReason ? { rescheduledReason: reschedulingReason } : {}) },
    reschedulingReason,
    rescheduledByEmail: rescheduledBy,
    rescheduledFromUid: old.uid,
  }
  account.bookings.push(moved)
  Object.assign(old, { status: 'cancelled', rescheduledToUid: uid, rescheduledByEmail: rescheduledBy })
  old.updatedAt = iso(now)
  return moved
}
