import { CalcomBroken, CalcomNoAnswer, CalcomRefused, CalcomShapeError, CalcomThrottled } from '../calcom/index.ts'
import { Counter } from './counter.ts'

/** What one instance counts while it runs. It says nothing of anybody. */
export interface Metrics {
  /** Answered, by the route's pattern and the status. */
  requests: Counter
  /** Calls to Cal.com, by the call and how it went. */
  calls: Counter
  /** Where free times came from: `hit`, `miss`, `stale`. */
  slots: Counter
  /** When Cal.com last answered, whatever it said: a UTC instant. */
  reachedAt: string | null
}

export const createMetrics = (): Metrics => ({
  requests: new Counter('olga_requests_total', 'Requests answered', ['route', 'status']),
  calls: new Counter('olga_upstream_calls_total', 'Calls to Cal.com', ['call', 'outcome']),
  slots: new Counter('olga_slots_total', 'Lookups of free times', ['outcome']),
  reachedAt: null,
})

/** Sends a call to Cal.com and counts how it went. */
export function counting(metrics: Metrics, now: () => Date) {
  return async function counted<T>(call: string, send: () => Promise<T>): Promise<T> {
    const outcome = (how: string, isReached: boolean) => {
      metrics.calls.add(call, how)
      if (isReached) metrics.reachedAt = now().toISOString()
    }
    try {
      const answer = await send()
      outcome('done', true)
      return answer
    } catch (error) {
      outcome(howOf(error), isAnswer(error))
      throw error
    }
  }
}

function howOf(error: unknown): string {
  if (error instanceof CalcomRefused) return 'refused'
  if (error instanceof CalcomThrottled) return 'throttled'
  if (error instanceof CalcomNoAnswer) return error.reached ? 'no_answer' : 'not_reached'
  return error instanceof CalcomBroken || error instanceof CalcomShapeError ? 'broken' : 'failed'
}

const isAnswer = (error: unknown) => error instanceof CalcomRefused || error instanceof CalcomShapeError
