import { createSimulator } from '../../demo/simulator/index.ts'
import { createApp } from '../../proxy/app.ts'
import { readConfig } from '../../proxy/config.ts'
import { createConsent } from '../../proxy/consent.ts'
import type { BookingRequest } from '../../proxy/contract.ts'
import type { AppDeps, LogLine } from '../../proxy/deps.ts'
import { memoryStore } from '../../proxy/store/memory.ts'
import { createUpstream } from '../../proxy/upstream.ts'
import { holdable } from './hold.ts'

export const KEY = 'cal_test_simulator'
/** A Sunday noon: Olga's week begins the next morning, 07:00Z in her Moscow. */
export const NOW = '2026-11-22T12:00:00Z'
/** Free at `NOW`, and on the grid. */
export const START = '2026-11-25T07:00:00.000Z'

interface SetupOptions extends Partial<Pick<AppDeps, 'assets'>> {
  env?: Record<string, string>
  timeouts?: { read: number; write: number }
}

/** The real proxy over the real client over the simulator, with one clock that stands at `NOW`. Runs in pages too. */
export async function setup({
  env = {},
  timeouts = { read: 5_000, write: 10_000 },
  assets = async () => undefined,
}: SetupOptions = {}) {
  const simulator = createSimulator({ apiKey: KEY })
  simulator.clock.set(NOW)
  const now = () => simulator.clock.now()
  const config = await readConfig({ CAL_API_KEY: KEY, ...env }, () => Promise.reject(new Error('no files here')))
  const consent = await createConsent(config.CONSENT_FILE, config.CONSENT_URL)
  const log: LogLine[] = []
  const { fetch, hold } = holdable(simulator.fetch)
  const app = createApp({
    calcom: createUpstream(config, { fetch, timeouts, now }),
    config,
    consent,
    store: memoryStore({ now }),
    assets,
    now,
    log: (line) => log.push(line),
  })
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
  return {
    app,
    simulator,
    consent,
    config,
    log,
    /** Holds the next request of a method on its way to Cal.com. */
    hold,
    request,
    post,
    book: (changes?: Partial<BookingRequest>) => post(request(changes)),
  }
}

export const newKey = () => crypto.randomUUID().replaceAll('-', '')
