import type { Browser } from 'playwright-core'
import { serveDemo } from '../../demo/serve.ts'
import { launch } from '../support/browser.ts'
import { ensureWidget } from '../support/widget.ts'
import { serveBare } from './bare/serve.ts'
import { table, thousands } from './table.ts'
import { firstTimesOf, type Visit, visit } from './visit.ts'

/**
 * `npm run bench:render`: how long a visitor with an empty cache, 1.6 Mbit/s, 150 ms and a four times slower CPU waits.
 * The median of five visits by phone; some more, elsewhere, for the layout shift alone. Beside it, since one machine is
 * twice as fast as another, the same of a bare Lit element in the same run. `--json` prints one line.
 */
const RUNS = 5
const RUN_LIMIT_MS = 20_000
const PHONE = { width: 412, height: 823 }
const DESKTOP = { width: 1280, height: 800 }
/** Where the page might jump: beside the month, with more times than fit, on a page that goes on below. */
const ELSEWHERE = [
  { path: '/', viewport: DESKTOP },
  { path: '/?event=15min', viewport: DESKTOP },
  { path: '/?event=15min', viewport: PHONE },
  { path: '/?event=15min&lang=en', viewport: { width: 320, height: 640 } },
  { path: '/landing.html', viewport: PHONE },
  { path: '/landing.html', viewport: DESKTOP },
]

async function measure(browser: Browser, url: string): Promise<Visit[]> {
  const visits: Visit[] = []
  const usual = Array(RUNS).fill({ path: '/', viewport: PHONE })
  for (const { path, viewport } of [...usual, ...ELSEWHERE]) {
    visits.push(await within(RUN_LIMIT_MS, visit(browser, url + path, viewport)))
  }
  return visits
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`A visit took longer than ${ms / 1000} s`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** The same visits to a bare element, in ms. */
async function measureBare(browser: Browser, url: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) times.push(await within(RUN_LIMIT_MS, firstTimesOf(browser, url, PHONE)))
  return median(times)
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
const tenths = (ms: number) => Math.round(ms * 10) / 10

function summary(visits: Visit[], bareMs: number) {
  const usual = (pick: (visit: Visit) => number) => median(visits.slice(0, RUNS).map(pick))
  return {
    first_times_ms: tenths(usual(({ firstTimesMs }) => firstTimesMs)),
    bare_ms: tenths(bareMs),
    cls: Math.round(Math.max(...visits.map(({ cls }) => cls)) * 1e4) / 1e4,
    month_switch_ms: tenths(usual(({ monthSwitchMs }) => monthSwitchMs)),
    requests: usual(({ requests }) => requests),
    bytes: usual(({ bytes }) => bytes),
  }
}

function report({ first_times_ms, bare_ms, cls, month_switch_ms, requests, bytes }: ReturnType<typeof summary>) {
  return table([
    ['', 'measured', 'budget'],
    ['first times, ms', String(first_times_ms), '1,200'],
    ['first times of a bare Lit element, ms', String(bare_ms), ''],
    ['layout shift (CLS), the worst visit', String(cls), '0'],
    ['a month switched, ms', String(month_switch_ms), '50'],
    ['requests until the first times', String(requests), ''],
    ['bytes until the first times', thousands(bytes), ''],
  ])
}

await ensureWidget()
const demo = await serveDemo({ port: 0 })
const bare = await serveBare(demo.url)
const browser = await launch()
try {
  const bareMs = await measureBare(browser, bare.url)
  const result = summary(await measure(browser, demo.url), bareMs)
  console.log(process.argv.includes('--json') ? JSON.stringify(result) : report(result))
} finally {
  await browser.close()
  await bare.close()
  await demo.close()
}
