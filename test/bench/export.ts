import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { SIMULATOR_KEY } from '../../demo/serve.ts'
import { root } from '../support/root.ts'
import { table, thousands } from './table.ts'

/**
 * `npm run bench:export`: `gate bookings export` of 1,000 and of 10,000 bookings, over HTTP from another process, in
 * each format: how fast, and how much memory it takes. `--full` adds 50,000, `--json` prints one line.
 */
const COUNTS = [1_000, 10_000, ...(process.argv.includes('--full') ? [50_000] : [])]
/** Each format, and the line that stands once for every booking. */
const FORMATS = { jsonl: /^\{"schema":/, csv: /^\d{4}-/, ics: /^BEGIN:VEVENT/ }
/** More than this for ten times as much is memory that grows with the bookings. */
const MOST_GROWTH = 1.5

interface Run {
  format: string
  bookings: number
  rows_per_s: number
  peak_mb: number
}

const node = (argv: string[], env: NodeJS.ProcessEnv = {}) =>
  spawn(process.execPath, ['--import', 'tsx', ...argv], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  })

/** Exports once, from the start of the process to its end, and counts what is in the file. */
async function measure(format: keyof typeof FORMATS, bookings: number, url: string, file: string): Promise<Run> {
  const env = { CAL_API_KEY: SIMULATOR_KEY, CAL_API_URL: url }
  const argv = ['--import', './test/bench/peak.ts', 'proxy/cli/gate.ts', 'bookings', 'export']
  const began = performance.now()
  const gate = node([...argv, '--format', format, '--out', file], env)
  const [peak, [code]] = await Promise.all([text(gate.stdio[3] as NodeJS.ReadableStream), once(gate, 'close')])
  const seconds = (performance.now() - began) / 1000
  if (code !== 0) throw new Error(`The export ended with ${code}`)
  const found = await countLines(file, FORMATS[format])
  if (found !== bookings) throw new Error(`The ${format} has ${found} bookings of ${bookings}`)
  return { format, bookings, rows_per_s: Math.round(bookings / seconds), peak_mb: Math.round(Number(peak) / 1024) }
}

async function countLines(file: string, pattern: RegExp): Promise<number> {
  let count = 0
  for await (const line of createInterface({ input: createReadStream(file) })) count += Number(pattern.test(line))
  return count
}

async function measureAll(bookings: number, folder: string): Promise<Run[]> {
  const calendar = node(['test/bench/calendar.ts', String(bookings)])
  try {
    const [port] = await once(calendar.stdout as NodeJS.ReadableStream, 'data')
    const url = `http://127.0.0.1:${String(port).trim()}`
    const runs: Run[] = []
    for (const format of ['jsonl', 'csv', 'ics'] as const) {
      runs.push(await measure(format, bookings, url, join(folder, `${bookings}.${format}`)))
    }
    return runs
  } finally {
    calendar.kill()
  }
}

/** The worst peak of the most bookings against that of the fewest, by format. */
function growthOf(runs: Run[]): number {
  const peak = (format: string, bookings?: number) =>
    runs.find((run) => run.format === format && run.bookings === bookings)?.peak_mb ?? Number.NaN
  return Math.max(...Object.keys(FORMATS).map((format) => peak(format, COUNTS.at(-1)) / peak(format, COUNTS[0])))
}

const folder = await mkdtemp(join(tmpdir(), 'bench-export-'))
const runs: Run[] = []
try {
  for (const bookings of COUNTS) runs.push(...(await measureAll(bookings, folder)))
} finally {
  await rm(folder, { recursive: true })
}
const growth = Math.round(growthOf(runs) * 100) / 100
if (process.argv.includes('--json')) console.log(JSON.stringify({ runs, growth }))
else {
  const rows = runs.map(({ format, bookings, ...run }) => [
    format,
    ...[bookings, run.rows_per_s, run.peak_mb].map(thousands),
  ])
  console.log(table([['format', 'bookings', 'a second', 'peak RSS, MB'], ...rows]))
  console.log(
    `\nThe peak grows by ${growth} at most, for ${(COUNTS.at(-1) ?? 0) / (COUNTS[0] ?? 1)} times as many bookings.`,
  )
}
if (!(growth <= MOST_GROWTH)) {
  console.error('The memory grows with the number of bookings.')
  process.exitCode = 1
}
