import { type Account, booking } from '../../../demo/simulator/index.ts'

// The booking that was moved next was not kept; only that its time was taken.
const moved = (account: Account) => account.bookings.push(booking({ start: '2026-12-07T08:00:00Z' }))

/** What the account held besides, where no line of the recording tells. */
export const SCENES: Record<string, (account: Account) => void> = {
  'booking-err-calendar-busy': (account) =>
    account.busy.push({ start: '2026-12-03T09:00:00Z', end: '2026-12-03T10:00:00Z' }),
  'slots-before-reschedule': moved,
  'booking-start-millis': moved,
}
