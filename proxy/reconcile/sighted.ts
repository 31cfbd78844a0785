import { releaseClaim, settleClaim } from '../booking/claim.ts'
import { known } from '../booking/end.ts'
import type { Heart } from '../booking/heart.ts'
import type { CalcomBooking } from '../calcom/index.ts'
import type { Changes, Entry } from '../store/store.ts'
import { follow, isLive } from './follow.ts'

/**
 * Cal.com's word on a booking, whoever changed it there: brings the journal up to date, gives back a time that became
 * free, and drops the cached times unless all of it was known. Answers with the request as it stands then; `undefined`
 * when the booking is none of ours. May be told the same again, and late. Throws `CalcomError`s where it has to ask for
 * more.
 */
export async function sighted(heart: Heart, booking: CalcomBooking): Promise<Entry | undefined> {
  const { entry, isNews } = await takeIn(heart, booking)
  if (isNews) await heart.openings.drop()
  return entry
}

/** The same, and leaves the cached times alone. `isNews`: they may be out of date. */
export async function takeIn(heart: Heart, booking: CalcomBooking): Promise<{ entry?: Entry; isNews: boolean }> {
  for (;;) {
    const entry = await ownerOf(heart, booking)
    if (!entry || entry.erasedAt) return { isNews: true }
    const now = await presently(heart, entry, booking)
    const changes = changesBy(entry, now)
    if (!changes) return { entry, isNews: false }
    const changed = await heart.store.journal.change(entry, changes, heart.now().toISOString())
    // Else somebody was faster: what he wrote is looked at anew.
    if (changed) return { entry: await followUp(heart, entry, changed), isNews: true }
  }
}

/** The request a booking came from: by our mark, or by what the booking is or was called. */
async function ownerOf({ store, notify }: Heart, booking: CalcomBooking): Promise<Entry | undefined> {
  const { uid, rescheduledFromUid, metadata } = booking
  const named = await store.journal.findByUids(rescheduledFromUid ? [uid, rescheduledFromUid] : [uid])
  const ref = metadata?.ref
  const marked = typeof ref === 'string' ? await store.journal.find(ref) : undefined
  const owner = marked && marked.mark === metadata?.request ? marked : named[0]
  // Two visitors were promised what is one meeting.
  for (const other of named) if (other.ref !== owner?.ref) await notify.tell('conflict', other.ref)
  return owner
}

/** What the booking is now: a sight may be old, of what was moved since, or of a second booking for one request. */
async function presently(heart: Heart, entry: Entry, booking: CalcomBooking): Promise<CalcomBooking> {
  const isNext = !entry.uid || [booking.uid, booking.rescheduledFromUid].includes(entry.uid)
  if (isNext && !booking.rescheduledToUid) return booking
  const { reads } = heart.calcom
  const here = await follow(reads, booking.uid)
  if (isNext || here.uid === entry.uid || !entry.uid) return here
  const there = await follow(reads, entry.uid)
  if (there.uid === here.uid || !isLive(here)) return there
  await heart.notify.tell('conflict', entry.ref)
  return isLive(there) ? there : here
}

/** What there is to write; nothing, when the journal knows as much or more. */
function changesBy(entry: Entry, booking: CalcomBooking): Changes | undefined {
  const isOver = entry.state === 'refused' || entry.state === 'abandoned'
  if (isOver && !isLive(booking)) return undefined
  if (booking.uid === entry.uid && entry.standing && RANK[booking.status] < RANK[entry.standing]) return undefined
  const { icsUid, ...said } = known(booking)
  const changes = { ...said, icsUid: icsUid ?? entry.icsUid, code: null, dueAt: null }
  return Object.entries(changes).some(([name, value]) => entry[name as keyof Entry] !== value) ? changes : undefined
}

/** A booking of one uid only ever goes on: what says otherwise is old. */
const RANK = { pending: 0, accepted: 1, cancelled: 2, rejected: 2 }

async function followUp(heart: Heart, before: Entry, after: Entry): Promise<Entry> {
  const isFreed = after.state === 'cancelled' || (before.uid && after.start !== before.start)
  if (isFreed) await releaseClaim(heart, after.ref)
  else if (before.state !== 'confirmed') await settleClaim(heart, after.ref)
  if (wasToldOtherwise(before) && after.state === 'confirmed') await heart.notify.tell('conflict', after.ref)
  return after
}

/** Whether the visitor knows that there is no meeting. */
const wasToldOtherwise = ({ state, uid }: Entry) =>
  state === 'refused' || state === 'abandoned' || (state === 'cancelled' && !uid)
