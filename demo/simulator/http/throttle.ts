const WINDOW_MS = 60_000

interface Bucket {
  count: number
  until: number
  blocked: boolean
}

/** What the caller has left, for the `X-RateLimit-*-Default` headers. */
export interface Allowance {
  limit: number
  remaining: number
  /** Seconds until it begins anew. */
  reset: number
  allowed: boolean
}

/** Counts requests per caller: so many in a minute, then none at all for a minute. */
export function createThrottle(now: () => Date) {
  const buckets = new Map<string, Bucket>()
  return function take(caller: string, limit: number): Allowance {
    const time = now().getTime()
    const bucket = current(buckets.get(caller), time)
    buckets.set(caller, bucket)
    bucket.count++
    if (!bucket.blocked && bucket.count > limit) {
      bucket.blocked = true
      bucket.until = time + WINDOW_MS
    }
    const remaining = Math.max(0, limit - bucket.count)
    const reset = Math.ceil((bucket.until - time) / 1000)
    return { limit, remaining: bucket.blocked ? 0 : remaining, reset, allowed: !bucket.blocked }
  }
}

// A clock that was set back begins a new minute too.
function current(bucket: Bucket | undefined, time: number): Bucket {
  const running = bucket && time < bucket.until && time >= bucket.until - WINDOW_MS
  return running ? bucket : { count: 0, until: time + WINDOW_MS, blocked: false }
}
