import type { Booking, BookingStatus } from '../contract.ts'
import type { Entry } from '../store/store.ts'
import type { Heart } from './heart.ts'

/** A booking request as its visitor may see it. */
export async function toBooking({ secrets }: Pick<Heart, 'secrets'>, entry: Entry): Promise<Booking> {
  const { ref, event, title, start, end } = entry
  return { ref, token: await secrets.token(ref), status: statusOf(entry), event, title, start, end }
}

/** Of a request that was not refused. */
function statusOf({ state, standing }: Entry): BookingStatus {
  if (state === 'queued') return 'queued'
  if (state === 'confirmed') return standing === 'pending' ? 'pending' : 'accepted'
  if (state === 'cancelled') return standing === 'rejected' ? 'rejected' : 'cancelled'
  return 'processing'
}

/** Whether the outcome is known: 201 rather than 202. */
export const isKnown = ({ state }: Entry) => state === 'confirmed' || state === 'cancelled'
