import type { Heart } from '../booking/heart.ts'
import { minutesOf } from '../booking/minutes.ts'
import type { Month, Slots } from '../contract.ts'
import { ProblemError } from '../problem.ts'
import type { Entry } from '../store/store.ts'
import { isChangeable } from './changeable.ts'
import { claimsOf } from './new-time.ts'
import { recently } from './recently.ts'

/**
 * The free starts of a month (default: the first that has one) for a booking that is to be moved. Its own time is free.
 */
export async function slotsForMove(heart: Heart, entry: Entry, month?: Month): Promise<Slots> {
  const { uid, version, start } = entry
  if (!uid || !isChangeable(heart, entry)) throw new ProblemError('not_changeable')
  const offer = await heart.catalog.get(entry.event)
  const minutes = minutesOf(entry)
  const except = await claimsOf(heart, entry)
  const once = <T>(ask: () => Promise<T>) => recently(heart, `slots ${uid} ${version}`, ask)
  const calendar = heart.openings.calendarForMove(offer, minutes, { uid, start, except }, once)
  return calendar.slots(minutes, month)
}
