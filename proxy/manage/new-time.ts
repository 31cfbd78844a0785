import { claimTime } from '../booking/claim.ts'
import { type Heart, inMs } from '../booking/heart.ts'
import { minutesOf } from '../booking/minutes.ts'
import { outcomeOf } from '../booking/outcome.ts'
import { ProblemError, toProblemError } from '../problem.ts'
import type { Entry } from '../store/store.ts'
import { readChange } from './changeable.ts'

/** What keeps others away from a booking's time: its own claim, and for a while that of its last move. */
export async function claimsOf(heart: Heart, { ref }: Entry): Promise<string[]> {
  const since = inMs(heart, -2 * heart.times.settled)
  const moves = await heart.store.journal.list({ of: ref, action: 'move', states: ['confirmed'], since })
  return [ref, ...moves.map((move) => move.ref)]
}

/**
 * Claims the time a booking is to be moved to, and looks whether it is on offer; what the booking itself has and what
 * the visitor holds counts as free. Answers with what is against it.
 */
export async function takeNewTime(heart: Heart, entry: Entry, booking: Entry): Promise<ProblemError | undefined> {
  const offer = await heart.catalog.get(booking.event).catch((error: unknown) => toProblemError(error))
  if (offer instanceof ProblemError)
    return offer.code === 'event_not_found' ? new ProblemError('not_changeable') : offer
  const { start } = entry
  const minutes = minutesOf(booking)
  const { hold } = readChange(entry.wish)
  const except = [entry.ref, ...(await claimsOf(heart, booking)), ...(hold ? [hold] : [])]
  if (!(await claimTime(heart, { id: entry.ref, offer, minutes, start, except }))) return new ProblemError('slot_taken')
  const isFree = await heart.openings
    .isFree(offer, minutes, start, { except, ...(booking.uid && { moving: booking.uid }) })
    .catch((error: unknown) => outcomeOf(error).failure)
  if (isFree instanceof ProblemError) return isFree
  return isFree ? undefined : new ProblemError('slot_taken')
}
