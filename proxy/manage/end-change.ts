import { releaseClaim, settleClaim } from '../booking/claim.ts'
import { known, type Step, write } from '../booking/end.ts'
import type { Heart } from '../booking/heart.ts'
import { type CalcomBooking, CalcomError } from '../calcom/index.ts'
import { sighted } from '../reconcile/sighted.ts'
import type { Entry } from '../store/store.ts'
import { readChange } from './changeable.ts'

/** A change is done: what Cal.com says goes into the journal. `now`: what the booking has become since. */
export async function done(heart: Heart, entry: Entry, made: CalcomBooking, now = made): Promise<Step> {
  await sighted(heart, now).catch((error: unknown) => {
    // It is done all the same, and what changed is asked for every few minutes.
    if (!(error instanceof CalcomError)) throw error
  })
  return endChange(heart, entry, { ...known(made), ...(entry.action === 'cancel' && { standing: 'cancelled' }) })
}

/** Writes how the booking stands by this change, so that its answer can be repeated whatever comes after. */
export async function endChange(
  heart: Heart,
  entry: Entry,
  { standing, start, end }: Pick<Entry, 'standing' | 'start' | 'end'>,
): Promise<Step> {
  const step = await write(heart, entry, { state: 'confirmed', code: null, standing, start, end, dueAt: null })
  if (entry.action === 'move') await settleClaim(heart, entry.ref)
  const { hold } = readChange(entry.wish)
  if (hold) await releaseClaim(heart, hold)
  return step
}
