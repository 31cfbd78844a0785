import type { CalcomBooking } from '../calcom/index.ts'
import type { ProblemError } from '../problem.ts'
import type { Changes, Entry } from '../store/store.ts'
import { releaseClaim, settleClaim } from './claim.ts'
import { type Heart, inMs, sinceMs } from './heart.ts'
import { readWish } from './wish.ts'

/** How far a request has come, and why no further. */
export interface Step {
  entry: Entry
  /** Of one that was refused or has to wait. */
  failure?: ProblemError
}

/** It is booked: what Cal.com says goes into the journal, and its time stays claimed until Cal.com shows it. */
export async function confirm(heart: Heart, entry: Entry, booking: CalcomBooking): Promise<Step> {
  const step = await write(heart, entry, { ...known(booking), code: null, dueAt: null })
  await settleClaim(heart, entry.ref)
  const hold = entry.wish && readWish(entry.wish).hold
  if (hold) await releaseClaim(heart, hold)
  return step
}

/** What Cal.com says of a booking, as the journal has it. */
export function known({ uid, icsUid, status, start, end }: CalcomBooking) {
  const isOff = status === 'cancelled' || status === 'rejected'
  return {
    state: isOff ? ('cancelled' as const) : ('confirmed' as const),
    uid,
    icsUid: icsUid ?? null,
    standing: status,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  }
}

/** It is certain that nothing was booked, and it is over. Whoever was told to wait is told so by the owner. */
export async function refuse(heart: Heart, entry: Entry, failure: ProblemError): Promise<Step> {
  // First, as nobody would come back to it: the message waits until the journal says so.
  if (wasPromised(heart, entry)) await heart.notify.tell('refused', entry.ref)
  const step = await write(heart, entry, { state: 'refused', code: failure.code, dueAt: null })
  // It is somebody else's by now, who needs its time.
  if (step.entry.state !== 'refused') return step
  // Offered by Cal.com, yet refused: for a while its lists cannot be trusted with this time.
  if (entry.state === 'sent' && failure.code === 'slot_taken') await settleClaim(heart, entry.ref)
  else await releaseClaim(heart, entry.ref)
  return { ...step, failure }
}

/** It is certain that nothing was booked; it is tried again, as long as that leaves time to plan with it. */
export async function queue(heart: Heart, entry: Entry, failure: ProblemError, retryAfterMs = 0): Promise<Step> {
  if (-sinceMs(heart, entry.start) <= heart.times.tooLate) return refuse(heart, entry, failure)
  const step = await wait(heart, entry, { state: 'queued' }, Math.max(pauseOf(heart, entry), retryAfterMs))
  if (step.entry.state === 'queued') await heart.notify.tell('queued', entry.ref)
  return { ...step, failure }
}

/** Its outcome is not known yet: one looks again. */
export async function keepWaiting(heart: Heart, entry: Entry, looks = entry.looks): Promise<Step> {
  const { times } = heart
  const untilLate = times.late - sinceMs(heart, entry.sentAt ?? entry.createdAt)
  const hasLooked = looks > entry.looks
  const step = await wait(
    heart,
    entry,
    { state: 'sent', looks },
    hasLooked ? Math.max(untilLate, times.pause) : pauseOf(heart, entry),
  )
  const isStuck = step.entry.state === 'sent' && sinceMs(heart, entry.createdAt) >= times.stuck
  if (isStuck) await heart.notify.tell('stuck', entry.ref)
  return step
}

/** Half of what it has waited already, within bounds. */
const pauseOf = (heart: Heart, { createdAt }: Entry) =>
  Math.min(Math.max(sinceMs(heart, createdAt) / 2, heart.times.pause), heart.times.longestPause)

/** Its time stays claimed for as long. */
async function wait(heart: Heart, entry: Entry, changes: Changes, ms: number): Promise<Step> {
  const step = await write(heart, entry, { ...changes, dueAt: inMs(heart, ms) })
  await heart.store.claims.extend(entry.ref, heart.now().toISOString(), inMs(heart, ms + heart.times.lease))
  return step
}

/** Whether the visitor was answered before it came to its end. */
const wasPromised = (heart: Heart, { createdAt }: Entry) => sinceMs(heart, createdAt) >= heart.times.answer

/** Writes what became of an entry, unless somebody else has. */
export async function write({ store, now }: Heart, entry: Entry, changes: Changes): Promise<Step> {
  const written = await store.journal.change(entry, changes, now().toISOString())
  // Somebody else has gone on with it: what he wrote holds.
  return { entry: written ?? (await store.journal.find(entry.ref)) ?? entry }
}
