import { type Calcom, type CalcomBooking, CalcomRefused } from '../calcom/index.ts'

/** Nobody moves a meeting more often; and links that lead in a circle come to an end. */
const MOST = 20

/**
 * A booking and what it became, move by move: the last one is what it is now. Throws `CalcomError`s, of which a refusal
 * with 404 means that there is none.
 */
export async function trail(calcom: Calcom, uid: string): Promise<[CalcomBooking, ...CalcomBooking[]]> {
  const first = await calcom.bookings.get(uid)
  const bookings: [CalcomBooking, ...CalcomBooking[]] = [first]
  let next = first.rescheduledToUid
  while (next && !bookings.some((one) => one.uid === next) && bookings.length < MOST) {
    const booking = await calcom.bookings.get(next)
    bookings.push(booking)
    next = booking.rescheduledToUid
  }
  return bookings
}

/** What a booking is now, whatever it was called before it was moved. Throws as `trail` does. */
export async function follow(calcom: Calcom, uid: string): Promise<CalcomBooking> {
  const [first, ...later] = await trail(calcom, uid)
  return later.at(-1) ?? first
}

/** How often a booking was moved to become what it is. Throws as `trail` does. */
export async function movesBefore(calcom: Calcom, booking: CalcomBooking): Promise<number> {
  const seen = [booking.uid]
  let from = booking.rescheduledFromUid
  while (from && !seen.includes(from) && seen.length < MOST) {
    seen.push(from)
    from = (await calcom.bookings.get(from)).rescheduledFromUid
  }
  return seen.length - 1
}

/** Cal.com has answered, and knows nothing of such a booking. */
export const isUnknownThere = (error: unknown): boolean => error instanceof CalcomRefused && error.status === 404

export const isLive = ({ status }: Pick<CalcomBooking, 'status'>) => status === 'accepted' || status === 'pending'
