import { CalcomThrottled } from './errors.ts'

/** What Cal.com's headers say of the limit: 120 requests in a minute for a key, then nothing at all for a minute. */
export interface RateLimit {
  /** Requests in the window. */
  limit: number
  remaining: number
  /** Seconds until the window begins anew. */
  reset: number
}

/** The door of one key: open, or closed until Cal.com would answer again. */
export interface Door {
  /** How long it stays closed, in ms; 0 when it is open. */
  closedFor(): number
  /** Takes in what an answer says of the limit. */
  see(status: number, rateLimit: RateLimit | undefined): void
}

/** Cal.com blocks for a minute and says so only in headers of its own: a 429 has no `Retry-After`. */
const BLOCK_SECONDS = 60

/**
 * Closes after a 429, and before the request that would earn one: accounts that run into it again and again were
 * locked.
 */
export function createDoor(now: () => Date): Door {
  let closedUntil = 0
  return {
    closedFor: () => Math.max(0, closedUntil - now().getTime()),
    see(status, rateLimit) {
      const isClosed = status === 429 || rateLimit?.remaining === 0
      if (isClosed) closedUntil = Math.max(closedUntil, now().getTime() + secondsOf(rateLimit) * 1000)
    },
  }
}

/** What is thrown in place of a request that the door keeps in, and for a 429. */
export const throttled = (call: string, rateLimit?: RateLimit) => new CalcomThrottled(call, secondsOf(rateLimit))

const secondsOf = (rateLimit?: RateLimit) => rateLimit?.reset || BLOCK_SECONDS

const HEADERS = ['limit', 'remaining', 'reset'] as const

/** Reads `X-RateLimit-{Limit,Remaining,Reset}-Default`; `undefined` where one of them is not there. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const [limit, remaining, reset] = HEADERS.map((name) => numberOf(headers.get(`x-ratelimit-${name}-default`)))
  return limit === undefined || remaining === undefined || reset === undefined ? undefined : { limit, remaining, reset }
}

const numberOf = (text: string | null) => (text && Number.isFinite(Number(text)) ? Number(text) : undefined)
