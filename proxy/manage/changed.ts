import { toBooking } from '../booking/answer.ts'
import type { Heart } from '../booking/heart.ts'
import type { Booking } from '../contract.ts'
import type { Entry } from '../store/store.ts'

/** What a visitor is answered who wanted his booking changed. */
export interface Changed {
  /** As it stands by this change; `processing` while nobody knows. */
  booking: Booking
  isKnown: boolean
}

/** The booking as a change left it: whatever has become of it since, the answer to one key stays the same. */
export async function toChanged(heart: Pick<Heart, 'secrets'>, booking: Entry, change: Entry): Promise<Changed> {
  if (change.state !== 'confirmed')
    return { booking: { ...(await toBooking(heart, booking)), status: 'processing' }, isKnown: false }
  const { standing, start, end } = change
  const state = standing === 'cancelled' || standing === 'rejected' ? 'cancelled' : 'confirmed'
  return { booking: await toBooking(heart, { ...booking, state, standing, start, end }), isKnown: true }
}
