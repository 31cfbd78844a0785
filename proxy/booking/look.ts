import { type CalcomBooking, CalcomShapeError } from '../calcom/index.ts'
import { follow } from '../reconcile/follow.ts'
import type { Entry } from '../store/store.ts'
import type { Heart } from './heart.ts'

/** The first ones of that day: more do not begin at the same time. */
const TAKE = 100
/** No meeting is longer; how long this one is Olga may have changed since. */
const LONGEST_MS = 86_400_000

/**
 * Asks Cal.com for the booking that a request may have made: by start and event type, told from others by our mark in
 * its metadata. Not by e-mail, which Cal.com may keep in other letters. One that was moved since is given as it is now.
 * Throws `CalcomError`s.
 */
export async function look({ calcom }: Heart, entry: Entry): Promise<CalcomBooking | undefined> {
  const { bookings, unreadable } = await calcom.bookings.bookings.readable({
    afterStart: entry.start,
    beforeEnd: new Date(Date.parse(entry.start) + LONGEST_MS).toISOString(),
    sortStart: 'asc',
    eventTypeIds: [entry.eventTypeId],
    take: TAKE,
  })
  const found = bookings.find(({ metadata }) => metadata?.request === entry.mark)
  // It may be the one that cannot be read.
  if (!found && unreadable) throw new CalcomShapeError('GET /v2/bookings', [`${unreadable} bookings`])
  return found?.rescheduledToUid ? follow(calcom.bookings, found.uid) : found
}
