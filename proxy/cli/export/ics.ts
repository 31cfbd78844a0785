import type { CalcomBooking } from '../../calcom/index.ts'
import { calendarFoot, calendarHead, icsEvent } from '../../ics.ts'

/** A calendar to be imported. What was moved is there once, at its new time. */
export async function* toIcs(bookings: AsyncIterable<CalcomBooking>): AsyncGenerator<string> {
  yield calendarHead
  for await (const booking of bookings) {
    if (isInCalendar(booking)) yield icsEvent(toEvent(booking))
  }
  yield calendarFoot
}

/** Not what was moved: its successor goes by the same UID, and a file may hold each only once. */
export const isInCalendar = ({ rescheduledToUid }: CalcomBooking) => !rescheduledToUid

const STATUS = { accepted: 'CONFIRMED', pending: 'TENTATIVE', cancelled: 'CANCELLED', rejected: 'CANCELLED' } as const

function toEvent(booking: CalcomBooking) {
  const { uid, status, title, start, end, location, description, createdAt, updatedAt, hosts, attendees } = booking
  const isOff = status === 'cancelled' || status === 'rejected'
  return {
    uid: booking.icsUid ?? `${uid}@Cal.com`,
    start,
    end,
    changedAt: updatedAt ?? createdAt ?? start,
    sequence: Number(Boolean(booking.rescheduledFromUid)) + Number(isOff),
    status: STATUS[status],
    summary: title,
    // Cal.com's word for a room that does not exist yet is no place.
    location: location?.startsWith('integrations:') ? undefined : (location ?? undefined),
    description: description ?? undefined,
    organizer: hosts.flatMap(reachable)[0],
    attendees: attendees.flatMap(reachable),
  }
}

const reachable = ({ name, email }: { name?: string | null | undefined; email?: string | null | undefined }) =>
  email ? [{ name: name ?? '', email }] : []
