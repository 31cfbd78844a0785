import type { CalcomBooking } from '../calcom/index.ts'
import { follow } from '../reconcile/follow.ts'
import type { Entry } from '../store/store.ts'
import type { Heart } from './heart.ts'

/** Cal.com gives no more at once, and more do not begin and end at the same time. */
const TAKE = 100

/**
 * Asks Cal.com for the booking that a request may have made: by time and event type, told from others by our mark in
 * its metadata. Not by e-mail, which Cal.com may keep in other letters. One that was moved since is given as it is now.
 * Throws `CalcomError`s.
 */
export async function look({ calcom }: Heart, entry: Entry): Promise<CalcomBooking | undefined> {
  const { bookings } = await calcom.bookings.bookings.list({
    afterStart: entry.start,
    beforeEnd: entry.end,
    eventTypeIds: [entry.eventTypeId],
    take: TAKE,
  })
  const found = bookings.find(({ metadata }) => metadata?.request === entry.mark)
  return found?.rescheduledToUid ? follow(calcom.bookings, found.uid) : found
}
