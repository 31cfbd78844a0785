import type { Upstream } from './booking/heart.ts'
import { createBreaker } from './breaker.ts'
import {
  CalcomBroken,
  CalcomNoAnswer,
  type CalcomOptions,
  CalcomShapeError,
  CalcomThrottled,
  createCalcom,
  createDoor,
  type Guard,
} from './calcom/index.ts'
import type { Config } from './config.ts'
import { describe, type Log } from './log.ts'
import { counting, createMetrics, type Metrics } from './metrics/metrics.ts'
import type { Budget, Purpose, Store } from './store/store.ts'

interface UpstreamOptions extends Pick<CalcomOptions, 'baseUrl' | 'fetch' | 'timeouts'> {
  store: Pick<Store, 'budget'>
  now: () => Date
  /** Takes the count of calls (default: nobody). */
  metrics?: Metrics
  /** Hears of answers that cannot be read, as Cal.com has changed them (default: nobody). */
  log?: Log
}

/**
 * Cal.com as the proxy asks it: within the budget that all instances share, of which reads leave a part to bookings,
 * and not at all while it blocks us or is down. A visitor waits, so no limit is waited out.
 */
export function createUpstream(
  { CAL_API_KEY, CAL_API_URL }: Pick<Config, 'CAL_API_KEY' | 'CAL_API_URL'>,
  { store, now, metrics = createMetrics(), log = () => undefined, ...options }: UpstreamOptions,
): Upstream {
  const door = createDoor(now)
  const unlessDown = createBreaker(now)
  const counted = counting(metrics, now)
  const told = telling(log, now)
  const client = (purpose: Purpose) => {
    const withinBudget = spending(store.budget, purpose, now)
    return createCalcom({
      apiKey: CAL_API_KEY,
      baseUrl: CAL_API_URL,
      patience: { attempts: 2, maxWaitMs: 0, mayPass },
      guard: (call, send) => told(call, () => counted(call, () => unlessDown(call, () => withinBudget(call, send)))),
      door,
      now,
      ...options,
    })
  }
  return { reads: client('read'), bookings: client('booking') }
}

/** Whatever is done about it: an answer of an unknown shape is one that we should learn to read. */
const telling =
  (log: Log, now: () => Date): Guard =>
  (call, send) =>
    send().catch((error: unknown) => {
      if (error instanceof CalcomShapeError) log({ time: now().toISOString(), work: call, cause: describe(error) })
      throw error
    })

/** Sends within the budget; without one to take, throws `CalcomThrottled` and sends nothing. */
function spending(budget: Budget, purpose: Purpose, now: () => Date): Guard {
  return async (call, send) => {
    const instant = now().toISOString()
    const one = await budget.take(purpose, instant).catch((error: unknown) => {
      // A budget that cannot be asked must stop no booking: each is in the journal first, so they are few.
      if (purpose === 'read') throw error
      return { taken: true as const }
    })
    if (!one.taken) throw new CalcomThrottled(call, secondsUntil(one.freeAt, instant))
    return send().catch(async (error: unknown) => {
      if (error instanceof CalcomThrottled) await budget.block(now().toISOString()).catch(() => undefined)
      throw error
    })
  }
}

const secondsUntil = (instant: string, now: string) =>
  Math.max(1, Math.ceil((Date.parse(instant) - Date.parse(now)) / 1000))

/** A read is tried once more after an accident; who is down or takes the whole time limit is not waited for twice. */
function mayPass(error: unknown): boolean {
  if (error instanceof CalcomNoAnswer) return error.reached && !error.timedOut
  return error instanceof CalcomBroken || error instanceof CalcomShapeError
}
