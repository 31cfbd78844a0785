import type { Times } from '../../../proxy/booking/times.ts'
import type { Action } from '../../../proxy/store/store.ts'
import type { Guard } from './spoil.ts'

/** What a measure tells a proxy process, as JSON in `ORDERS`. */
export interface Orders {
  /** How long things last, in place of what `times.ts` has. */
  times: Partial<Times>
  /** Time limits of calls to Cal.com, in ms. */
  timeouts: { read: number; write: number }
  /** The pause between two rounds of work, in ms. */
  everyMs: number
  /** A guard that is taken away, to show that the measure sees what it is for. */
  without?: Guard
  /** Where the process ends itself with SIGKILL. */
  dieAt?: Point
}

/** A step of the path of a request. */
export interface Point {
  /** A verb of the store (`claims.take`), of HTTP (`POST /v2/bookings`), or what it turns: `book received→sent`. */
  step: string
  when: 'before' | 'during' | 'after'
  /** Which time it comes by (default: the first). */
  nth?: number
}

/** How the turn of a journal row is called: cancelling and moving take the same ones. */
export const turn = (action: Action | 'change', from: string, to: string) =>
  `${action === 'book' ? 'book' : 'change'} ${from}→${to}`

/** Set by Cal.com's stand-in on an answer: as if no connection had come to be. */
export const UNREACHABLE = 'x-unreachable'
