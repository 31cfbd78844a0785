import { type Account, type Attendee, type Booking, nextId } from '../account.ts'
import type { Core } from '../core.ts'
import { bare, refuse } from '../http/refusal.ts'
import { shortUid } from '../id.ts'
import { iso, pause } from '../time.ts'
import { tellMoved } from '../webhook/events.ts'
import type { Made } from './create.ts'
import { checkMovable } from './live.ts'
import type { Move } from './move.ts'
import { joinedBooking, leave, sit } from './seats.ts'
import { checkUnwritten, checkVacancy } from './vacancy.ts'
import { roomOf } from './write.ts'

/** Moves one attendee: to those who meet at the new time already, or to a booking of his own there. */
export async function moveSeat(core: Core, move: Move): Promise<Made> {
  const from = { ...move.booking }
  const made = await takeAnother(core, move)
  await tellMoved(core, made, from)
  return made
}

async function takeAnother(core: Core, { booking: old, eventType, meeting, input }: Move): Promise<Made> {
  const { account, clock, latencyMs } = core
  const { seatUid } = input
  if (!seatUid) throw needsSeat(old.uid)
  const attendee = attendeeAt(account, old, seatUid)
  checkMovable(old)
  const joins = joinedBooking(account, eventType, meeting)
  const now = clock.now().getTime()
  const { timeZone } = attendee
  checkVacancy({ account, eventType, timeZone, exceptUid: old.uid, now }, meeting, joins)
  await pause(latencyMs)
  if (joins && joins !== old) {
    sit(joins, attendee, eventType)
    leave(old, seatUid)
    joins.updatedAt = old.updatedAt = iso(now)
    return { booking: joins, seatUid }
  }
  if (joins) throw bare(409, 'already_signed_up_for_this_booking_error')
  checkUnwritten(account, meeting)
  const moved = alone(account, old, attendee, { start: iso(meeting.start), end: iso(meeting.end), now: iso(now) })
  leave(old, seatUid)
  old.updatedAt = iso(now)
  account.bookings.push(moved)
  return { booking: moved, seatUid }
}

function attendeeAt({ bookings }: Account, booking: Booking, seatUid: string): Attendee {
  const isIt = (attendee: Attendee) => attendee.seatUid === seatUid
  const found = booking.attendees.find(isIt)
  if (found) return found
  const elsewhere = bookings.flatMap(({ attendees }) => attendees).find(isIt)
  if (!elsewhere) throw refuse(404, `Seat with uid=${seatUid} does not exist.`)
  const text = `Attendee with e-mail ${elsewhere.email} for booking with uid=${booking.uid} and seatUid=${seatUid} not found`
  throw refuse(404, text)
}

function alone(account: Account, old: Booking, attendee: Attendee, at: { start: string; end: string; now: string }) {
  const uid = shortUid()
  const { start, end, now } = at
  return {
    ...old,
    id: nextId(account.bookings),
    uid,
    icsUid: `${uid}@Cal.com`,
    ...{ start, end, createdAt: now, updatedAt: now },
    videoCallUrl: roomOf({ ...old, uid }),
    attendees: [attendee],
  }
}

const needsSeat = (uid: string) =>
  refuse(
    400,
    `Booking with uid=${uid} is a seated booking which means you have to provide seatUid in the request body to specify which seat specifically you want to reschedule. First, fetch the booking using the GET /v2/bookings/{uid} endpoint and then within the attendees array you will find the seatUid of the booking you want to reschedule. Second, provide the seatUid in the request body to specify which seat specifically you want to reschedule using the POST /v2/bookings/{uid}/reschedule endpoint.`,
  )
