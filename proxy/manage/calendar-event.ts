import type { CalcomBooking } from '../calcom/index.ts'
import type { CalendarEvent } from '../ics.ts'

/** How a booking stands, in a calendar's words. */
export const CALENDAR_STATUS = {
  accepted: 'CONFIRMED',
  pending: 'TENTATIVE',
  cancelled: 'CANCELLED',
  rejected: 'CANCELLED',
} as const

/** A booking as an entry of a calendar. `moves`: how often it was moved. Counts as Cal.com's own invitations do. */
export function toCalendarEvent(booking: CalcomBooking, moves: number): CalendarEvent {
  const { uid, status, title, start, end, location, description, createdAt, updatedAt, hosts, attendees } = booking
  const isOff = status === 'cancelled' || status === 'rejected'
  return {
    uid: booking.icsUid ?? `${uid}@Cal.com`,
    start,
    end,
    changedAt: updatedAt ?? createdAt ?? start,
    sequence: moves + Number(isOff),
    status: CALENDAR_STATUS[status],
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
