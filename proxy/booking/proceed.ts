import type { CalcomBooking } from '../calcom/index.ts'
import type { Offer } from '../offer/catalog.ts'
import { ProblemError, toProblemError } from '../problem.ts'
import type { Changes, Entry } from '../store/store.ts'
import { toCalcomBooking } from './attendee.ts'
import { claimTime } from './claim.ts'
import { confirm, keepWaiting, queue, refuse, type Step } from './end.ts'
import { type Heart, inMs, sinceMs } from './heart.ts'
import { look } from './look.ts'
import { outcomeOf } from './outcome.ts'
import { readWish, type Wish } from './wish.ts'

/**
 * Brings a booking request as far as it gets now: to its end, or to where it has to wait. Whoever calls has the request
 * to himself (`takeUp`, or he has just recorded it). May be called again at any point after a crash: what Cal.com was
 * asked to do is found out before it is asked anew.
 */
export function proceed(heart: Heart, entry: Entry): Promise<Step> {
  return entry.state === 'sent' ? findOut(heart, entry) : book(heart, entry)
}

/** Claims the time, looks whether it is on offer, and only then calls Cal.com, once. */
async function book(heart: Heart, entry: Entry): Promise<Step> {
  if (!entry.wish) return refuse(heart, entry, new ProblemError('erased'))
  if (isTooLate(heart, entry)) return refuse(heart, entry, new ProblemError('too_late'))
  const found = await heart.catalog.get(entry.event).catch((error: unknown) => toProblemError(error))
  if (found instanceof ProblemError)
    return found.code === 'event_not_found' ? refuse(heart, entry, found) : queue(heart, entry, found)
  const { minutes, hold } = readWish(entry.wish)
  const wanted = { id: entry.ref, offer: found, minutes, start: entry.start, except: hold ? [hold] : [] }
  if (!(await claimTime(heart, wanted))) return taken(heart, entry)
  const isFree = await onOffer(heart, found, minutes, entry)
  if (isFree instanceof ProblemError) return queue(heart, entry, isFree)
  return isFree ? send(heart, entry, found) : taken(heart, entry)
}

/** Whether a start is on offer; the failure when nobody can tell, unless what was last known says no. */
async function onOffer({ openings }: Heart, offer: Offer, minutes: number, { ref, start, wish }: Entry) {
  const { hold } = readWish(wish)
  const except = hold ? [ref, hold] : [ref]
  return openings.isFree(offer, minutes, start, { except }).catch(async (error: unknown) => {
    const { failure } = outcomeOf(error)
    return (await openings.mayBeFree(offer, minutes, start)) ? failure : false
  })
}

async function send(heart: Heart, entry: Entry, offer: Offer): Promise<Step> {
  const { store, times, now } = heart
  const sent = await store.journal.change(
    entry,
    {
      state: 'sent',
      attempts: entry.attempts + 1,
      looks: 0,
      sentAt: now().toISOString(),
      dueAt: inMs(heart, times.lease),
    },
    now().toISOString(),
  )
  // Somebody has taken it up meanwhile: it is his.
  if (!sent) return { entry: (await store.journal.find(entry.ref)) ?? entry }
  const booked = await create(heart, sent, offer, readWish(sent.wish))
  return booked instanceof Error ? failed(heart, sent, booked) : confirm(heart, sent, booked)
}

async function create(heart: Heart, entry: Entry, offer: Offer, wish: Wish): Promise<CalcomBooking | Error> {
  const body = toCalcomBooking(offer, entry, wish)
  return heart.calcom.bookings.bookings.create(body).catch((error: Error) => error)
}

async function failed(heart: Heart, entry: Entry, error: Error): Promise<Step> {
  const outcome = outcomeOf(error)
  if (outcome.is === 'refused') return refuse(heart, entry, outcome.failure)
  if (outcome.is === 'undone') return queue(heart, entry, outcome.failure, outcome.retryAfterMs)
  if (outcome.is === 'unknown') return findOut(heart, entry)
  return taken(heart, entry, outcome.failure)
}

/** The time is not to be had: on a repeat perhaps because an earlier call of ours has booked it after all. */
async function taken(heart: Heart, entry: Entry, failure = new ProblemError('slot_taken')): Promise<Step> {
  if (entry.attempts === 0) return refuse(heart, entry, failure)
  const booking = await look(heart, entry).catch((error: unknown) => outcomeOf(error))
  if (booking && 'is' in booking) return keepWaiting(heart, entry)
  return booking ? confirm(heart, entry, booking) : refuse(heart, entry, failure)
}

/**
 * A call may have booked, or may yet: absence counts after two looks, the last one when no call can be under way any
 * more. Only then it is booked anew.
 */
async function findOut(heart: Heart, entry: Entry): Promise<Step> {
  const booking = await look(heart, entry).catch((error: unknown) => outcomeOf(error))
  if (booking && 'is' in booking) return keepWaiting(heart, entry)
  if (booking) return confirm(heart, entry, booking)
  const looks = entry.looks + 1
  const isAbsent = looks >= 2 && sinceMs(heart, entry.sentAt ?? entry.createdAt) >= heart.times.late
  return isAbsent ? again(heart, entry, { looks }) : keepWaiting(heart, entry, looks)
}

/** It is certain that nothing was booked: the request is as good as new. */
async function again(heart: Heart, entry: Entry, changes: Changes): Promise<Step> {
  const { store, times, now } = heart
  const queued = { ...changes, state: 'queued' as const, dueAt: inMs(heart, times.lease) }
  const mine = await store.journal.change(entry, queued, now().toISOString())
  return mine ? book(heart, mine) : { entry: (await store.journal.find(entry.ref)) ?? entry }
}

/** Of one that was not booked at once: nobody can plan with a meeting that may come to be or not. */
function isTooLate(heart: Heart, { state, start }: Entry): boolean {
  const notice = state === 'received' ? 0 : heart.times.tooLate
  return -sinceMs(heart, start) <= notice
}
