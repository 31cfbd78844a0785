import { readdir, readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'
import { ensureWidget, widgetFolder } from '../support/widget.ts'
import { table, thousands } from './table.ts'

/** `npm run size`: how many bytes the widget costs. `--json` prints one line; over the budget it fails. */
const ENTRY = 'olga-booking.js'
const BUDGET = { first: 14_336, whole: 25_600 }

interface Size {
  raw: number
  gz: number
  br: number
}

/** The scripts of the built widget by name, and those of earlier builds beside them. */
async function readScripts(): Promise<Map<string, string>> {
  const files = await readdir(widgetFolder, { recursive: true })
  const names = files.filter((file) => file.endsWith('.js')).map((file) => file.replaceAll('\\', '/'))
  const read = async (name: string) => [name, await readFile(join(widgetFolder, name), 'utf8')] as const
  return new Map(await Promise.all(names.sort().map(read)))
}

/** What a script imports: at once, and once it runs. */
function importsOf(name: string, script: string) {
  const { staticImports, staticExports, dynamicImports } = parseSync(name, script).module
  const atOnce = [
    ...staticImports.map((one) => one.moduleRequest.value),
    ...staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ]
  const requested = dynamicImports.map(({ moduleRequest: { start, end } }) => script.slice(start, end))
  // What is asked for once more by another address is the same file.
  const later = requested.flatMap((text) => /^[`'"]([^`'"]+)[`'"]$/.exec(text)?.[1] ?? [])
  return { atOnce, later }
}

/**
 * What the browser must have before it runs `name`: the file and its static imports, theirs too. With `isWhole` also
 * what it may ever want.
 */
function loadedWith(
  scripts: Map<string, string>,
  name: string,
  isWhole = false,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  const script = scripts.get(name)
  if (script === undefined) throw new Error(`The widget imports ${name}, which was not built`)
  const { atOnce, later } = importsOf(name, script)
  for (const request of [...atOnce, ...(isWhole ? later : [])])
    loadedWith(scripts, posix.join(posix.dirname(name), request), isWhole, seen)
  return seen
}

/** As they lie in `dist`, packed: what is measured is what is sent. */
async function sizeOf(name: string): Promise<Size> {
  const bytes = async (suffix: string) => (await stat(join(widgetFolder, name + suffix))).size
  return { raw: await bytes(''), gz: await bytes('.gz'), br: await bytes('.br') }
}

/** Files are compressed one by one, as they are sent. */
const sum = (sizes: Size[]): Size =>
  sizes.reduce((a, b) => ({ raw: a.raw + b.raw, gz: a.gz + b.gz, br: a.br + b.br }), { raw: 0, gz: 0, br: 0 })

const row = (name: string, { raw, gz, br }: Size, budget = '') => [name, ...[raw, gz, br].map(thousands), budget]

await ensureWidget()
const scripts = await readScripts()
const early = loadedWith(scripts, ENTRY)
const sizes = await Promise.all(
  [...loadedWith(scripts, ENTRY, true)]
    .sort()
    .map(async (name) => ({ name, isEarly: early.has(name), size: await sizeOf(name) })),
)
const first = sum(sizes.filter(({ isEarly }) => isEarly).map(({ size }) => size))
const whole = sum(sizes.map(({ size }) => size))

if (process.argv.includes('--json')) {
  const fields = { whole_br: whole.br, first_br: first.br, whole_gz: whole.gz, first_gz: first.gz }
  console.log(JSON.stringify({ ...fields, whole_raw: whole.raw, first_raw: first.raw }))
} else {
  const head = ['bytes', 'raw', 'gzip', 'brotli', 'budget']
  const files = sizes.map(({ name, isEarly, size }) => row(`${isEarly ? '' : 'later: '}${name}`, size))
  const totals = [
    row('before the first times', first, thousands(BUDGET.first)),
    row('the whole widget', whole, thousands(BUDGET.whole)),
  ]
  console.log(table([head, ...files, ...totals]))
}
if (first.br > BUDGET.first || whole.br > BUDGET.whole) {
  console.error('The widget is over its budget of brotli bytes.')
  process.exitCode = 1
}
