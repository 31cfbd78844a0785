import { releaseClaim } from '../booking/claim.ts'
import { keepWaiting, refuse, type Step } from '../booking/end.ts'
import { type Heart, inMs, sinceMs } from '../booking/heart.ts'
import { type Outcome, outcomeOf } from '../booking/outcome.ts'
import { type CalcomBooking, CalcomError } from '../calcom/index.ts'
import { ProblemError } from '../problem.ts'
import { isLive, isUnknownThere, trail } from '../reconcile/follow.ts'
import { sighted } from '../reconcile/sighted.ts'
import type { Changes, Entry } from '../store/store.ts'
import { isChangeable, readChange } from './changeable.ts'
import { done, endChange } from './end-change.ts'
import { takeNewTime } from './new-time.ts'

/** How often Cal.com is called for one change, at most. */
const MOST_CALLS = 2

/**
 * Brings the cancelling or the move of a booking as far as it gets now, as `proceed` does a booking: whoever calls has
 * it to himself, and may call again at any point after a crash.
 */
export async function proceedChange(heart: Heart, entry: Entry): Promise<Step> {
  const booking = entry.of ? await heart.store.journal.find(entry.of) : undefined
  if (!booking) return refuse(heart, entry, new ProblemError('booking_not_found'))
  if (booking.erasedAt) return refuse(heart, entry, new ProblemError('erased'))
  return entry.state === 'sent' ? findOut(heart, entry, booking) : begin(heart, entry, booking)
}

/** Looks whether it can be done, and only then calls Cal.com, once. */
async function begin(heart: Heart, entry: Entry, booking: Entry): Promise<Step> {
  if (!(await isAlone(heart, entry))) return refuse(heart, entry, new ProblemError('in_progress'))
  if (entry.action === 'cancel' && booking.state === 'cancelled') return endChange(heart, entry, booking)
  if (entry.action === 'cancel' && booking.state === 'queued') return withdraw(heart, entry, booking)
  if (!isChangeable(heart, booking)) return refuse(heart, entry, new ProblemError('not_changeable'))
  const failure = entry.action === 'move' ? await takeNewTime(heart, entry, booking) : undefined
  return failure ? refuse(heart, entry, failure) : send(heart, entry, booking)
}

/**
 * Cal.com may do two changes of one booking that come at once, and leave two meetings. Each was recorded before it
 * looks here, so that of two at least one sees the other.
 */
async function isAlone({ store }: Heart, { ref, of }: Entry): Promise<boolean> {
  const open = await store.journal.list({ of: of ?? undefined, states: ['received', 'sent', 'queued'] })
  return open.every((other) => other.ref === ref)
}

/** A booking that waits for Cal.com is called off here: nothing was booked. */
async function withdraw(heart: Heart, entry: Entry, booking: Entry): Promise<Step> {
  const { store, now } = heart
  const off: Changes = { state: 'cancelled', standing: 'cancelled', dueAt: null }
  const withdrawn = await store.journal.change(booking, off, now().toISOString())
  // It is being booked this very moment.
  if (!withdrawn) return refuse(heart, entry, new ProblemError('in_progress'))
  await releaseClaim(heart, booking.ref)
  return endChange(heart, entry, withdrawn)
}

async function send(heart: Heart, entry: Entry, booking: Entry): Promise<Step> {
  const { store, times, now } = heart
  const sentAt = now().toISOString()
  const changes: Changes = {
    state: 'sent',
    // What it is called as it is sent: it may be moved meanwhile.
    uid: booking.uid,
    attempts: entry.attempts + 1,
    looks: 0,
    sentAt,
    dueAt: inMs(heart, times.lease),
  }
  const sent = await store.journal.change(entry, changes, sentAt)
  // Somebody has taken it up meanwhile: it is his.
  if (!sent) return { entry: (await store.journal.find(entry.ref)) ?? entry }
  const answer = await call(heart, sent, booking).catch((error: Error) => error)
  return answer instanceof Error ? failed(heart, sent, booking, answer) : done(heart, sent, answer)
}

/** Cal.com wants a reason. */
const NO_REASON = { ru: 'Отменено посетителем', en: 'Cancelled by the attendee' }

function call({ calcom }: Heart, entry: Entry, booking: Entry): Promise<CalcomBooking> {
  const { bookings } = calcom.bookings
  const { reason, lang = 'ru' } = readChange(entry.wish)
  const uid = entry.uid ?? ''
  if (entry.action === 'cancel') return bookings.cancel(uid, { cancellationReason: reason || NO_REASON[lang] })
  return bookings.reschedule(uid, {
    start: entry.start,
    ...(reason && { reschedulingReason: reason }),
    ...(booking.email && { rescheduledBy: booking.email }),
  })
}

function failed(heart: Heart, entry: Entry, booking: Entry, error: Error): Promise<Step> {
  const outcome = outcomeOf(error)
  return outcome.is === 'undone' ? refuse(heart, entry, outcome.failure) : findOut(heart, entry, booking, outcome)
}

/** Reads the booking: whether it was done tells what became of it. */
async function findOut(heart: Heart, entry: Entry, booking: Entry, outcome?: Outcome): Promise<Step> {
  const read = await trail(heart.calcom.bookings, entry.uid ?? '').catch((error: Error) => error)
  if (isUnknownThere(read)) {
    await heart.notify.tell('conflict', booking.ref)
    return refuse(heart, entry, new ProblemError('not_changeable'))
  }
  if (read instanceof CalcomError) return keepWaiting(heart, entry)
  if (read instanceof Error) throw read
  const made = entry.action === 'move' ? movedTo(read, entry.start) : read.find((one) => isCalledOff(one))
  if (made) return done(heart, entry, made, read.at(-1))
  const now = read.at(-1) ?? read[0]
  return outcome && outcome.is !== 'unknown' ? refused(heart, entry, now, outcome) : undone(heart, entry, now)
}

const movedTo = ([, ...later]: CalcomBooking[], start: string) =>
  later.find((one) => Date.parse(one.start) === Date.parse(start))

const isCalledOff = (booking: CalcomBooking) => !isLive(booking) && !booking.rescheduledToUid

/** Cal.com said no. Of a booking that Olga has moved meanwhile, because it goes by another name now. */
async function refused(heart: Heart, entry: Entry, now: CalcomBooking, { failure }: Outcome): Promise<Step> {
  await sighted(heart, now)
  if (!isLive(now)) return refuse(heart, entry, new ProblemError('not_changeable'))
  if (now.uid !== entry.uid && entry.attempts < MOST_CALLS) return again(heart, entry)
  return refuse(heart, entry, failure)
}

/**
 * Nothing is changed so far. To cancel twice does no harm, so that it is tried again at once; a move that may yet
 * come about would leave two meetings, so that absence counts only after two looks, as with a booking.
 */
async function undone(heart: Heart, entry: Entry, now: CalcomBooking): Promise<Step> {
  const looks = entry.looks + 1
  const isLate = looks >= 2 && sinceMs(heart, entry.sentAt ?? entry.createdAt) >= heart.times.late
  if (entry.action === 'move' && !isLate) return keepWaiting(heart, entry, looks)
  await sighted(heart, now)
  if (!isLive(now)) return refuse(heart, entry, new ProblemError('not_changeable'))
  if (entry.attempts < MOST_CALLS) return again(heart, entry)
  return refuse(heart, entry, new ProblemError('upstream_unavailable'))
}

/** It is certain that nothing was changed: the change is as good as new. */
async function again(heart: Heart, entry: Entry): Promise<Step> {
  const { store, times, now } = heart
  const queued: Changes = { state: 'queued', dueAt: inMs(heart, times.lease) }
  const mine = await store.journal.change(entry, queued, now().toISOString())
  return mine ? proceedChange(heart, mine) : { entry: (await store.journal.find(entry.ref)) ?? entry }
}
