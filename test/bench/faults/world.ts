import type { Booking } from '../../../demo/simulator/index.ts'
import type { Entry, Store } from '../../../proxy/store/store.ts'
import { KEY, newKey, START, setup } from '../../support/proxy.ts'
import { SCALE } from './table.ts'

/** Where a booking is moved to: free at the same time as `START`. */
export const NEW_START = '2026-11-26T07:00:00.000Z'

const GRACE_MS = 300

/** What a visitor got. */
export interface Got {
  status: number
  body: string
  headers: Headers
  ms: number
  /** Whether it came after the 12 s that the widget waits. */
  isLate: boolean
}

/**
 * A fresh proxy over a fresh simulator, whose clock stands still until it is moved; only Cal.com's answers take time.
 */
export async function createWorld(spoil: (store: Store) => Store = (store) => store, store?: Store) {
  const { app, simulator, consent, log, workLog, work, ...own } = await setup({
    timeouts: { read: 5_000 * SCALE, write: 10_000 * SCALE },
    times: { answer: 10_000 * SCALE },
    ...(store && { store: spoil(store) }),
  })
  const ask = async (path: string, body?: object): Promise<Got> => {
    const [began, tooLate] = [performance.now(), alarm()]
    const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
    const res = await app.request(path, body && { method: 'POST', headers, body: JSON.stringify(body) })
    const isLate = tooLate.stop()
    const ms = performance.now() - began
    return { status: res.status, body: await res.text(), headers: res.headers, ms, isLate }
  }
  const live = () => simulator.account.bookings.filter(({ status }) => status === 'accepted')
  return {
    ...own,
    simulator,
    log: () => JSON.stringify([log, workLog]),
    ask,
    book: () => ask('/v1/bookings', own.request()),
    live,
    /** Time passes, and what is due by then is done. */
    async pass(ms: number) {
      simulator.clock.advance(ms)
      await work()
    },
    journal: (): Promise<Entry[]> => own.store.journal.list(),
    consent,
  }
}

export type World = Awaited<ReturnType<typeof createWorld>>

/**
 * Rings when a visitor has waited for too long; a while after that, as a busy machine may be late itself. Time limits
 * of calls keep no process awake; this does.
 */
function alarm() {
  let hasRung = false
  const ring = () => {
    hasRung = true
  }
  let timer = setTimeout(() => {
    timer = setTimeout(ring, GRACE_MS)
  }, 12_000 * SCALE)
  return {
    stop() {
      clearTimeout(timer)
      return hasRung
    },
  }
}

/** What must not be in an answer: the key, Cal.com's uid, its words, and those of the line to it. */
export function leaksOf({ body, headers }: Got, bookings: Booking[]): string[] {
  const text = body + JSON.stringify([...headers])
  const words = [
    'INTERNAL_SERVER_ERROR',
    'There was an error',
    'Gateway',
    'Throttler',
    'fetch failed',
    'ECONN',
    'cal.com/v',
  ]
  return [KEY, ...words, ...bookings.map(({ uid }) => uid)].filter((secret) => text.includes(secret))
}

export { START }
