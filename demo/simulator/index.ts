import { Hono } from 'hono'
import type { Account } from './account.ts'
import { createApi } from './app.ts'
import { type Clock, createClock } from './clock.ts'
import { Broken, brokenAnswer, createFaults, type Fault } from './faults.ts'
import { createThrottle } from './http/throttle.ts'
import { pathOf } from './http/version.ts'
import { abortable } from './local-fetch.ts'
import { olga } from './seed.ts'
import { createTell } from './webhook/deliver.ts'

export type * from './account.ts'
export type { Clock } from './clock.ts'
export type { Fault } from './faults.ts'
export { booking, type EventTypeSeed, eventType, olga, schedule } from './seed.ts'

export interface SimulatorOptions {
  /** The clock (default: the real one). Replace or use `clock.set`. */
  now?: () => Date
  /** The key it accepts (default: 'cal_test_simulator'). */
  apiKey?: string
  /** What the account holds at the start (default: Olga's, see seed.ts). */
  account?: Account
  /** How long a booking takes to write, in ms (default 0). */
  latencyMs?: number
  /** How many requests a key has in a minute (default 120). */
  limit?: number
  /** Takes webhooks to their subscribers (default: the global fetch). */
  send?: typeof globalThis.fetch
  /** How long a subscriber may take to answer, in ms (default 10 000). */
  sendTimeoutMs?: number
}

/** A request that came in. */
export interface Call {
  method: string
  /** With the query. */
  path: string
  /** 0 as long as there is no answer: under way, or none was given. */
  status: number
}

export interface Simulator {
  /** Stands in for the global fetch: honours init.signal (aborting rejects as fetch does). */
  fetch: typeof globalThis.fetch
  /** The same as an HTTP app, to be served. */
  app: Hono
  /** What the account holds now; tests may look and change. */
  account: Account
  /** `set` freezes it. */
  clock: Clock
  /** Every request that came in, oldest first. */
  calls: Call[]
  /** Breaks it until `mend()` or `times` are used up. */
  break(fault: Fault): void
  mend(): void
}

/**
 * Cal.com's API v2 in memory: a small real scheduler behind the answers Cal.com gives. Needs nothing but Web standards.
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { now, apiKey = 'cal_test_simulator', account = olga(), latencyMs = 0, limit = 120 } = options
  const clock = createClock(now)
  const { send = (...request) => globalThis.fetch(...request), sendTimeoutMs = 10_000 } = options
  const tell = createTell({ account, clock, send, timeoutMs: sendTimeoutMs })
  const api = createApi({ account, clock, apiKey, latencyMs, limit, take: createThrottle(clock.now), tell })
  const faults = createFaults()
  const calls: Call[] = []

  async function answer(request: Request): Promise<Response> {
    const call: Call = { method: request.method, path: pathOf(request), status: 0 }
    calls.push(call)
    const response = await withFault(request, faults.take(request))
    if (!(response instanceof Broken)) call.status = response.status
    return response
  }

  async function withFault(request: Request, fault?: Fault): Promise<Response> {
    if (!fault) return api.fetch(request)
    if (fault.kind === 'slow') {
      await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 0))
      return api.fetch(request)
    }
    const right = fault.done ? await api.fetch(request.clone() as Request) : undefined
    if (fault.kind === 'never') return new Promise(() => {})
    return brokenAnswer(fault, request, clock.now(), right)
  }

  return {
    fetch: abortable(answer),
    app: new Hono().all('*', (c) => answer(c.req.raw)),
    account,
    clock,
    calls,
    break: faults.add,
    mend: faults.clear,
  }
}
