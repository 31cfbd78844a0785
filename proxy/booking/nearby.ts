import type { Offer } from '../offer/catalog.ts'
import { ProblemError } from '../problem.ts'
import type { Heart } from './heart.ts'

/** The time cannot be had: says which others are near, as far as that can be known. */
export async function slotTaken(
  { openings }: Pick<Heart, 'openings'>,
  offer: Offer,
  minutes: number,
  start: string,
  cause?: unknown,
): Promise<ProblemError> {
  const alternatives = await openings.nearest(offer, minutes, start).catch(() => [])
  return new ProblemError('slot_taken', { fields: { start: 'not_offered' }, alternatives, cause })
}
