import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSimulator } from '../../demo/simulator/index.ts'
import { addMonths, monthIn } from '../../proxy/offer/months.ts'
import { sqliteStore } from '../../proxy/store/sqlite.node.ts'
import { KEY, NOW } from '../support/proxy.ts'
import { createInstance } from './instance.ts'
import { table, thousands } from './table.ts'

/**
 * `npm run bench:scale`: how often Cal.com is asked when 10,000 visitors from all of Russia's zones look at one event
 * type within a minute, this month and the next, without booking; and with ten times fewer and more. Through one
 * instance and through four on one database. The minute is simulated. `--json` prints one line.
 */
const VISITORS = 10_000
const BY_VISITORS = [1_000, VISITORS, 100_000]
/** The largest run is left out when what ran before says that it would not fit; `--full` runs it whatever it takes. */
const LIMIT_MS = 45_000
const MINUTE_MS = 60_000
const BUDGET = 10
const ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
]

interface Run {
  visitors: number
  instances: number
  calls: number
  /** The most calls in any 60 s. */
  peak: number
}

type Instance = Awaited<ReturnType<typeof createInstance>>

async function measure(visitors: number, instances: number, folder: string): Promise<Run> {
  const simulator = createSimulator({ apiKey: KEY })
  simulator.clock.set(NOW)
  const now = () => simulator.clock.now()
  const store = await sqliteStore(join(folder, `${visitors}-${instances}.db`))
  const callsAt: number[] = []
  const fetch: typeof globalThis.fetch = (...request) => {
    callsAt.push(now().getTime())
    return simulator.fetch(...request)
  }
  const apps = await Promise.all(Array.from({ length: instances }, () => createInstance({ store, now, fetch })))
  for (let visitor = 0; visitor < visitors; visitor++) {
    await visit(apps[visitor % instances] as Instance, ZONES[visitor % ZONES.length] as string, now())
    simulator.clock.advance(MINUTE_MS / visitors)
  }
  await store.close()
  return { visitors, instances, calls: callsAt.length, peak: peakOf(callsAt) }
}

/** What the widget asks for: the event and the first month with a time at once, then the month after it. */
async function visit(app: Instance, timeZone: string, now: Date): Promise<void> {
  const next = addMonths(monthIn(timeZone, now), 1)
  const paths = ['/v1/events/delo-40min', '/v1/slots?event=delo-40min', `/v1/slots?event=delo-40min&month=${next}`]
  const answers = [
    ...(await Promise.all(paths.slice(0, 2).map((path) => app.request(path)))),
    await app.request(paths[2] as string),
  ]
  const failed = answers.find(({ status }) => status !== 200)
  if (failed) throw new Error(`A visitor was answered ${failed.status}`)
}

const peakOf = (times: number[]) =>
  Math.max(...times.map((from) => times.filter((time) => from <= time && time < from + MINUTE_MS).length))

async function measureAll(folder: string): Promise<Run[]> {
  const began = performance.now()
  const runs: Run[] = []
  for (const visitors of BY_VISITORS) {
    const spent = performance.now() - began
    // All runs before were for a tenth of the visitors in all, and a little more.
    if (spent * 10 > LIMIT_MS && visitors > VISITORS && !process.argv.includes('--full')) break
    for (const instances of [1, 4]) runs.push(await measure(visitors, instances, folder))
  }
  return runs
}

function summary(runs: Run[]) {
  const callsOf = (visitors: number, instances: number) =>
    runs.find((run) => run.visitors === visitors && run.instances === instances)?.calls ?? Number.NaN
  const measured = [...new Set(runs.map(({ visitors }) => visitors))]
  return {
    visitors: VISITORS,
    upstream_calls: callsOf(VISITORS, 1),
    upstream_calls_4: callsOf(VISITORS, 4),
    peak_60s: Math.max(...runs.map(({ peak }) => peak)),
    by_visitors: Object.fromEntries(
      measured.map((visitors) => [visitors, { 1: callsOf(visitors, 1), 4: callsOf(visitors, 4) }]),
    ),
  }
}

const folder = await mkdtemp(join(tmpdir(), 'bench-scale-'))
try {
  const runs = await measureAll(folder)
  const result = summary(runs)
  if (process.argv.includes('--json')) console.log(JSON.stringify(result))
  else {
    const rows = runs.map((run) => [run.visitors, run.instances, run.calls, run.peak].map(thousands))
    console.log(table([['visitors', 'instances', 'calls to Cal.com', 'most in 60 s'], ...rows]))
  }
  if (runs.some(({ calls }) => calls > BUDGET)) {
    console.error(`Cal.com is asked more than ${BUDGET} times.`)
    process.exitCode = 1
  }
} finally {
  await rm(folder, { recursive: true })
}
