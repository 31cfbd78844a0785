import { type Heart, inMs } from '../booking/heart.ts'
import type { CalcomBooking } from '../calcom/index.ts'
import { takeIn } from './sighted.ts'

const MINUTE = 60_000
const EVERY_MS = 5 * MINUTE
/** Clocks differ, and what Cal.com has just written may not be in its lists yet. */
const OVERLAP_MS = 2 * MINUTE
/** The most that Cal.com gives at once. */
const PAGE = 250

/** Whose turn it is next, and from when on is asked then. */
const TURN = 'sync'
const SINCE = 'synced'

/**
 * Every five minutes, in one instance: asks Cal.com what changed since the last time and repairs the journal, as
 * webhooks get lost. What fails is tried again within a minute, from the same point on.
 */
export async function sync(heart: Heart): Promise<void> {
  const { marks } = heart.store
  const began = heart.now().toISOString()
  if (!(await marks.turn(TURN, began, inMs(heart, EVERY_MS)))) return
  try {
    await takeInSince(heart, (await marks.get(SINCE)) ?? (await beginning(heart)))
    await marks.set(SINCE, began)
  } catch (error) {
    await marks.set(TURN, inMs(heart, MINUTE))
    throw error
  }
}

async function takeInSince(heart: Heart, since: string): Promise<void> {
  let isNews = false
  const from = new Date(Date.parse(since) - OVERLAP_MS).toISOString()
  for await (const booking of changedSince(heart, from)) {
    const taken = await takeIn(heart, booking)
    isNews ||= taken.isNews
  }
  if (isNews) await heart.openings.drop()
}

/** The first time: as far back as anything could have happened to a meeting that is still to come. */
async function beginning({ store, now }: Heart): Promise<string> {
  const instant = now().toISOString()
  const toCome = (await store.journal.list({ action: 'book' })).filter(({ end }) => end > instant)
  return toCome.at(-1)?.createdAt ?? instant
}

/**
 * What changed at Cal.com from an instant on, in the order of the changes; of one instant perhaps twice. A page begins
 * where the one before ended: what changes meanwhile moves to the end, and must not push others out of sight.
 */
async function* changedSince({ calcom, log, now }: Heart, since: string): AsyncGenerator<CalcomBooking, void> {
  let from = since
  let skip = 0
  for (;;) {
    const page = await calcom.reads.bookings.readable({ afterUpdatedAt: from, sortUpdatedAt: 'asc', take: PAGE, skip })
    if (page.unreadable)
      log({
        time: now().toISOString(),
        work: TURN,
        cause: `${page.unreadable} bookings of an unknown shape were left out`,
      })
    yield* page.bookings
    const last = page.bookings.at(-1)?.updatedAt ?? from
    if (!page.hasNext || page.bookings.length === 0) return
    skip = last === from ? skip + PAGE : 0
    from = last
  }
}
