import type { BookingRequest } from '../contract.ts'
import { ProblemError } from '../problem.ts'
import type { Entry, Limits, State } from '../store/store.ts'
import { type Heart, inMs } from './heart.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How much is allowed. */
export interface Allowance {
  /** Bookings an hour from one address. */
  ofAddress: number
  /** Bookings of one person that are open or still to come. */
  ofContact: number
  /** Bookings a day, of all. */
  ofDay: number
  /** Bookings within an hour, of all, from which on each needs a proof of work. */
  ofHourUnproven: number
}

export const LIMITS: Allowance = { ofAddress: 10, ofContact: 3, ofDay: 30, ofHourUnproven: 8 }

/** How many zero bits a proof of work has: some 65,000 digests, a second or two in a browser. */
export const PROOF_BITS = 16

/** What counts for the one limit or the other; of burnt keys there may be any number. */
const COUNTED: State[] = ['received', 'sent', 'queued', 'confirmed', 'cancelled', 'refused']
/** So many are looked at, the newest. */
const MOST = 1_000

/** No person fills in a form faster. */
const LEAST_TOOK_MS = 2_000

/** Who asks: a keyed digest of the address; mail and number as they are compared. */
interface Asker {
  address: string | null
  email: string | null
  phone: string | null
}

/** How much one may book, as of now. */
export function limitsFor(heart: Pick<Heart, 'now' | 'limits'>, { address, email, phone }: Asker): Limits {
  const { ofAddress, ofContact, ofDay } = heart.limits
  return {
    now: inMs(heart, 0),
    address: { digest: address, since: inMs(heart, -HOUR_MS), most: ofAddress },
    contact: { email, phone, most: ofContact },
    day: { since: inMs(heart, -DAY_MS), most: ofDay },
  }
}

/** Says that it is too much, and in how many seconds it will not be, where only time must pass. */
export async function whyTooMany({ store }: Pick<Heart, 'store'>, limits: Limits): Promise<ProblemError> {
  const { address, day } = limits
  const bookings = await store.journal.list({ action: 'book', states: COUNTED, since: day.since, most: MOST })
  const ofAddress = bookings.filter((entry) => entry.address === address.digest)
  const ofDay = bookings.filter(({ state }) => state !== 'refused')
  const freeAt = Math.max(freeAgain(ofDay, day, DAY_MS), freeAgain(ofAddress, address, HOUR_MS))
  const retryAfter = Math.ceil((freeAt - Date.parse(limits.now)) / 1000)
  return new ProblemError('too_many_requests', retryAfter > 0 ? { retryAfter } : {})
}

/**
 * When there is room again, in ms; 0: at once. Of the bookings, newest first, the last one that fills it must grow old.
 */
function freeAgain(bookings: Entry[], { since, most }: { since: string; most: number }, windowMs: number): number {
  const inTheWay = bookings.filter(({ createdAt }) => createdAt > since)[most - 1]
  return inTheWay ? Date.parse(inTheWay.createdAt) + windowMs : 0
}

/**
 * Refuses what no person sends: a filled field that none can see, a form that was open for no time. Pages whose script
 * is older than that measure send no time, and are let through.
 */
export function checkRobot({ website, took }: Pick<BookingRequest, 'website' | 'took'>): void {
  if (website || (took !== undefined && took < LEAST_TOOK_MS)) throw new ProblemError('robot')
}
