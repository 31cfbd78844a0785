import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { createSimulator } from '../../demo/simulator/index.ts'
import { type Calcom, createCalcom } from '../../proxy/calcom/index.ts'
import { hmac } from '../../proxy/digest.ts'
import { sqliteStore } from '../../proxy/store/sqlite.node.ts'
import { createUpstream } from '../../proxy/upstream.ts'
import { KEY, SECRET } from '../support/proxy.ts'
import { benchConfig, createInstance } from './instance.ts'
import { table } from './table.ts'

/**
 * `npm run bench:slots`: the CPU time of a cached `GET /v1/slots` against that of a bare Hono route with the same body,
 * the median of five rounds one after the other; how long the budget and the breaker keep a call to Cal.com; and how
 * long Cal.com waits for the answer to a webhook, at worst. `--json` prints one line.
 */
const PATH = '/v1/slots?event=delo-40min&month=2026-12'
const ROUNDS = 5
const REQUESTS = 10_000
const CALLS = 90
const MINUTE_MS = 60_000
const WEBHOOKS = 200
const MOST = { ratio: 2, added_ms: 2, webhook_ms: 50 }

interface App {
  fetch(request: Request): Response | Promise<Response>
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN

/** CPU time of a request, in µs. */
async function cpuOf(app: App): Promise<number> {
  const began = process.cpuUsage()
  for (let request = 0; request < REQUESTS; request++) await app.fetch(new Request(`http://localhost${PATH}`))
  const { user, system } = process.cpuUsage(began)
  return (user + system) / REQUESTS
}

/** By turns, so that whatever slows the machine down slows both. */
async function compareCpu(app: App) {
  const body = await (await app.fetch(new Request(`http://localhost${PATH}`))).text()
  const bare = new Hono().get('/v1/slots', (c) => c.body(body, 200, { 'content-type': 'application/json' }))
  const rounds: { bare: number; slots: number }[] = []
  for (const each of [bare, app]) await cpuOf(each)
  for (let round = 0; round < ROUNDS; round++) rounds.push({ bare: await cpuOf(bare), slots: await cpuOf(app) })
  const [bare_us, slots_us] = [median(rounds.map((round) => round.bare)), median(rounds.map((round) => round.slots))]
  return { bare_us, slots_us, ratio: median(rounds.map((round) => round.slots / round.bare)) }
}

/** How long a call takes, in ms; the clock goes on by a minute, so that the budget is never short. */
async function durationOf(calcom: Calcom, advance: (ms: number) => void): Promise<number> {
  const durations: number[] = []
  for (let call = 0; call < CALLS; call++) {
    advance(MINUTE_MS)
    const began = performance.now()
    await calcom.me.get()
    durations.push(performance.now() - began)
  }
  return median(durations)
}

/** The longest wait for the answer to a webhook, in ms, but for the first ones, which warm up. */
async function worstWebhook(app: App): Promise<number> {
  const waits: number[] = []
  for (let number = 0; number < WEBHOOKS; number++) {
    const body = JSON.stringify({ triggerEvent: 'BOOKING_CREATED', payload: { uid: `none-${number}` } })
    const headers = { 'x-cal-signature-256': await hmac(SECRET, body) }
    const request = new Request('http://localhost/v1/webhooks/calcom', { method: 'POST', headers, body })
    const began = performance.now()
    const { status } = await app.fetch(request)
    if (status !== 200) throw new Error(`a webhook was answered with ${status}`)
    waits.push(performance.now() - began)
  }
  return Math.max(...waits.slice(WEBHOOKS / 10))
}

async function measure(file: string) {
  const simulator = createSimulator({ apiKey: KEY })
  simulator.clock.set('2026-11-22T12:00:00Z')
  const now = () => simulator.clock.now()
  const { fetch, clock } = simulator
  const store = await sqliteStore(file)
  const app = await createInstance({ store, now, fetch })
  const cpu = await compareCpu(app)
  const bare = createCalcom({ apiKey: KEY, fetch, now })
  const guarded = createUpstream(await benchConfig(), { store, now, fetch })
  const calls = { bare: 0, guarded: 0 }
  // The first round warms up.
  for (let round = 0; round < 2; round++) {
    calls.bare = await durationOf(bare, clock.advance)
    calls.guarded = await durationOf(guarded.bookings, clock.advance)
  }
  const webhook_ms = await worstWebhook(app)
  await store.close()
  return { ...cpu, added_ms: calls.guarded - calls.bare, webhook_ms }
}

const folder = await mkdtemp(join(tmpdir(), 'bench-slots-'))
try {
  const measured = Object.entries(await measure(join(folder, 'olga.db')))
  const result = Object.fromEntries(measured.map(([name, value]) => [name, Math.round(value * 100) / 100]))
  if (process.argv.includes('--json')) console.log(JSON.stringify(result))
  else {
    const { bare_us, slots_us, ratio, added_ms, webhook_ms } = result
    const rows = [
      ['a bare Hono route, µs', bare_us, ''],
      ['cached slots, µs', slots_us, ''],
      ['times as much', ratio, MOST.ratio],
      ['added to a call to Cal.com, ms', added_ms, MOST.added_ms],
      ['longest answer to a webhook, ms', webhook_ms, MOST.webhook_ms],
    ]
    console.log(table([['', 'measured', 'budget'], ...rows.map((row) => row.map(String))]))
  }
  for (const [name, most] of Object.entries(MOST)) {
    if ((result[name] ?? most + 1) <= most) continue
    console.error(`${name} is over its budget.`)
    process.exitCode = 1
  }
} finally {
  await rm(folder, { recursive: true })
}
