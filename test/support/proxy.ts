import { createSimulator, type Simulator } from '../../demo/simulator/index.ts'
import { socketPeer } from '../../proxy/address.ts'
import { createApp } from '../../proxy/app.ts'
import { createHeart } from '../../proxy/booking/create-heart.ts'
import { type Allowance, LIMITS } from '../../proxy/booking/limits.ts'
import { keepConsent } from '../../proxy/booking/retention.ts'
import { TIMES, type Times } from '../../proxy/booking/times.ts'
import { work } from '../../proxy/booking/work.ts'
import { readConfig } from '../../proxy/config.ts'
import { createConsent } from '../../proxy/consent.ts'
import type { BookingRequest, Consent } from '../../proxy/contract.ts'
import type { AppDeps } from '../../proxy/deps.ts'
import type { LogLine, WorkLine } from '../../proxy/log.ts'
import { createMetrics } from '../../proxy/metrics/metrics.ts'
import type { Channel } from '../../proxy/notify/channel.ts'
import type { Store } from '../../proxy/store/store.ts'
import { createUpstream } from '../../proxy/upstream.ts'
import { holdable } from './hold.ts'
import { memoryStore } from './memory-store.ts'

export const KEY = 'cal_test_simulator'
export const SECRET = 'test-0123456789-abcdefghijklmnopqrstuvwxyz'
/** A Sunday noon: Olga's week begins the next morning, 07:00Z in her Moscow. */
export const NOW = '2026-11-22T12:00:00Z'
/** Free at `NOW`, and on the grid. */
export const START = '2026-11-25T07:00:00.000Z'

interface SetupOptions extends Partial<Pick<AppDeps, 'assets'>> {
  env?: Record<string, string>
  timeouts?: { read: number; write: number }
  times?: Partial<Times>
  /** Default: the real ones, but without proofs of work: tests book much in an hour. */
  limits?: Allowance
  channels?: Channel[]
  /** Default: one of its own, in memory. */
  store?: Store
  /** Default: one of its own. */
  simulator?: Simulator
}

/** The real proxy over the real client over the simulator, with one clock that stands at `NOW`. Runs in pages too. */
export async function setup({
  env = {},
  timeouts = { read: 5_000, write: 10_000 },
  assets = async () => undefined,
  times = {},
  limits = { ...LIMITS, ofHourUnproven: Number.POSITIVE_INFINITY },
  channels = [],
  store,
  simulator = frozenSimulator(),
}: SetupOptions = {}) {
  const now = () => simulator.clock.now()
  const config = await readConfig({ CAL_API_KEY: KEY, SECRET, ...env }, noFiles)
  const consent = await createConsent(config.CONSENT_FILE, config.CONSENT_URL)
  const { take, ...logs } = logbook()
  const { fetch, hold } = holdable(simulator.fetch)
  const memory = store ?? (await memoryStore())
  const metrics = createMetrics()
  const heart = createHeart({
    calcom: createUpstream(config, { store: memory, fetch, timeouts, now, metrics, log: take }),
    config,
    consent,
    store: memory,
    // Tests look twice at one instant.
    times: { ...TIMES, recent: 0, ...times },
    channels,
    metrics,
    limits,
    now,
    log: take,
  })
  await keepConsent(heart)
  const app = createApp({ heart, assets, peer: socketPeer })
  return {
    app,
    heart,
    store: memory,
    /** One round of what is due by now. */
    work: () => work(heart),
    simulator,
    consent,
    config,
    ...logs,
    /** Holds the next request of a method on its way to Cal.com. */
    hold,
    ...visitorOf(app, consent),
  }
}

const noFiles = () => Promise.reject(new Error('no files here'))

function logbook() {
  /** Of requests. */
  const log: LogLine[] = []
  /** Of work behind that failed. */
  const workLog: WorkLine[] = []
  const take = (line: LogLine | WorkLine) => ('work' in line ? workLog.push(line) : log.push(line))
  return { log, workLog, take }
}

/** Somebody who books. */
function visitorOf(app: ReturnType<typeof createApp>, consent: Consent) {
  /** A request that is right in every field, but for what is given. */
  const request = (changes: Partial<BookingRequest> = {}): BookingRequest => ({
    event: 'delo-40min',
    start: START,
    answers: { name: 'Иван Петров', email: 'ivan@example.com' },
    timeZone: 'Europe/Moscow',
    lang: 'ru',
    consent: consent.version,
    ...changes,
  })
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    app.request('/v1/bookings', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return { request, post, book: (changes?: Partial<BookingRequest>) => post(request(changes)) }
}

function frozenSimulator(): Simulator {
  const simulator = createSimulator({ apiKey: KEY })
  simulator.clock.set(NOW)
  return simulator
}

export const newKey = () => crypto.randomUUID().replaceAll('-', '')
