import type { Booking } from '../account.ts'
import type { BookingsQuery } from '../routes/bookings-query.ts'
import { toMs } from '../time.ts'

/** The bookings a query asks for, in order, before they are cut into pages. */
export function listBookings(bookings: readonly Booking[], query: BookingsQuery, now: number): Booking[] {
  return bookings
    .filter((booking) => query.status === undefined || query.status.some((status) => isIn(booking, status, now)))
    .filter((booking) => isOf(booking, query))
    .filter((booking) => isWithin(booking, query))
    .sort(orderOf(query))
}

function isIn({ status, end }: Booking, wanted: string, now: number): boolean {
  const isOff = status === 'cancelled' || status === 'rejected'
  if (wanted === 'cancelled') return isOff
  if (isOff) return false
  const isOver = toMs(end) <= now
  if (wanted === 'past') return isOver
  if (wanted === 'unconfirmed') return !isOver && status === 'pending'
  return wanted === 'upcoming' && !isOver && status === 'accepted'
}

function isOf({ attendees, uid, eventTypeId }: Booking, query: BookingsQuery): boolean {
  const { attendeeEmail: email, attendeeName: name, bookingUid, eventTypeId: id, teamId, teamsIds } = query
  // A list outdoes a single one, and 0 asks for none in particular.
  const { eventTypeIds = id ? [id] : undefined } = query
  return (
    (email === undefined || attendees.some((attendee) => attendee.email === email)) &&
    (name === undefined || attendees.some((attendee) => attendee.name === name)) &&
    (bookingUid === undefined || uid === bookingUid) &&
    (eventTypeIds === undefined || eventTypeIds.includes(eventTypeId)) &&
    // Nothing here is a team's.
    !(teamsIds || teamId)
  )
}

function isWithin({ start, end, createdAt, updatedAt }: Booking, query: BookingsQuery): boolean {
  const since = (value: string, bound?: string) => bound === undefined || toMs(value) >= toMs(bound)
  const until = (value: string, bound?: string) => bound === undefined || toMs(value) <= toMs(bound)
  return (
    since(start, query.afterStart) &&
    until(end, query.beforeEnd) &&
    since(createdAt, query.afterCreatedAt) &&
    until(createdAt, query.beforeCreatedAt) &&
    since(updatedAt, query.afterUpdatedAt) &&
    until(updatedAt, query.beforeUpdatedAt)
  )
}

// What is over or off comes latest first, everything else soonest first.
function orderOf({ status, sortStart, sortEnd, sortCreated, sortUpdatedAt }: BookingsQuery) {
  const isBackward = status?.length === 1 && (status[0] === 'past' || status[0] === 'cancelled')
  const by = (read: (booking: Booking) => string, order: string) => (a: Booking, b: Booking) =>
    (toMs(read(a)) - toMs(read(b)) || a.id - b.id) * (order === 'desc' ? -1 : 1)
  if (sortStart) return by(({ start }) => start, sortStart)
  if (sortEnd) return by(({ end }) => end, sortEnd)
  if (sortCreated) return by(({ createdAt }) => createdAt, sortCreated)
  if (sortUpdatedAt) return by(({ updatedAt }) => updatedAt, sortUpdatedAt)
  return by(({ start }) => start, isBackward ? 'desc' : 'asc')
}

/** One page of a list, and how it stands to the others. */
export function paginate<T>(items: readonly T[], skip: number, take: number) {
  const page = items.slice(skip, skip + take)
  const totalPages = Math.ceil(items.length / take)
  const pagination = {
    returnedItems: page.length,
    totalItems: items.length,
    itemsPerPage: take,
    remainingItems: Math.max(0, items.length - (skip + take)),
    currentPage: Math.min(Math.floor(skip / take) + 1, totalPages),
    totalPages,
    hasNextPage: skip + take < items.length,
    hasPreviousPage: skip > 0,
  }
  return { page, pagination }
}
