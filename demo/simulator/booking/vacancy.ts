import type { Account, Booking } from '../account.ts'
import { bare, refuse } from '../http/refusal.ts'
import type { Range } from '../scheduler/ranges.ts'
import { refusalFor, type SlotsQuery } from '../scheduler/slots.ts'
import { toMs } from '../time.ts'

const TEXTS = {
  past: 'Attempting to book a meeting in the past.',
  bounds:
    'The event type can\'t be booked at the "start" time provided. This could be because it\'s too soon (violating the minimum booking notice) or too far in the future (outside the event\'s scheduling window). Try fetching available slots first using the GET /v2/slots endpoint and then make a booking with "start" time equal to one of the available slots.',
  taken: 'User either already has booking at this time or is not available',
}

/** The first look, before the work: throws unless one may meet at this time, or joins those who do. */
export function checkVacancy(query: Omit<SlotsQuery, 'bounds'>, meeting: Range, joins?: Booking): void {
  const refusal = refusalFor(query, meeting)
  // A time taken by the meeting one joins is not taken; whether it has seats is another question.
  if (refusal && !(joins && refusal === 'taken')) throw refuse(400, TEXTS[refusal])
}

/** The last look, by the database: it knows a meeting by its start and end, and only live ones. */
export function checkUnwritten({ bookings }: Account, { start, end }: Range, exceptUid?: string): void {
  const isThere = bookings.some(
    (booking) =>
      booking.uid !== exceptUid &&
      (booking.status === 'accepted' || booking.status === 'pending') &&
      toMs(booking.start) === start &&
      toMs(booking.end) === end,
  )
  if (isThere) throw bare(400, 'An error occurred while querying the database.')
}
