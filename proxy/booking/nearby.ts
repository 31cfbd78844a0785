import type { Offer } from '../offer/catalog.ts'
import { ProblemError } from '../problem.ts'
import type { Entry } from '../store/store.ts'
import type { Heart } from './heart.ts'
import { minutesOf } from './minutes.ts'

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

/** Why a wish was refused that stands in the journal: where its time was taken, with the others that are near. */
export async function refusalOf(
  heart: Pick<Heart, 'catalog' | 'openings'>,
  entry: Pick<Entry, 'event' | 'start' | 'end'>,
  failure: ProblemError,
): Promise<ProblemError> {
  if (failure.code !== 'slot_taken') return failure
  const offer = await heart.catalog.get(entry.event).catch(() => undefined)
  return offer ? slotTaken(heart, offer, minutesOf(entry), entry.start, failure.details.cause) : failure
}
