import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { add, type Count, countVitest } from './support/count.ts'
import { watchForKeys } from './support/keys.ts'
import { root } from './support/root.ts'
import { buildWidget } from './support/widget.ts'

/**
 * `npm test`: builds the widget, runs the tests of Node and then those of the browser, and ends with one line for both.
 * `--no-build` takes the widget as it lies in `dist`.
 */
interface Runner {
  name: string
  /** The program and its arguments; it leaves its numbers in `report`. */
  command: (report: string) => string[]
  env?: (report: string) => NodeJS.ProcessEnv
  read: (report: string) => Count
}

const VITEST: Runner = {
  name: 'Vitest',
  command: (report) => [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  read: (report) => countVitest(JSON.parse(report)),
}

const WTR: Runner = {
  name: 'Web Test Runner',
  command: () => ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/wtr.config.mjs'],
  env: (report) => ({ WTR_COUNTS: report }),
  read: (report) => JSON.parse(report),
}

const output = watchForKeys()

/** Runs one program of the project to its end, in sight and watched; `undefined` if a signal ended it. */
async function run(command: string[], env: NodeJS.ProcessEnv = {}): Promise<number | undefined> {
  // It does not see the terminal, and would leave out the colours.
  const colour = process.stdout.isTTY && { FORCE_COLOR: '1' }
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, ...colour, ...env },
  })
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8').on('data', output.see).pipe(to, { end: false })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? undefined))
  })
}

/** A runner that died, or found nothing to run, must not pass for one that was content: that is a failure too. */
async function count({ name, command, env, read }: Runner, folder: string): Promise<Count> {
  const report = join(folder, `${name}.json`)
  const code = await run(command(report), env?.(report))
  const counted = await readFile(report, 'utf8').then(read, () => undefined)
  const trouble = troubleOf(counted, code)
  if (!trouble) return counted ?? { passed: 0, failed: 0 }
  console.log(`${name}: ${trouble}. This counts as one failure.`)
  return add(counted ?? { passed: 0, failed: 0 }, { passed: 0, failed: 1 })
}

function troubleOf(counted: Count | undefined, code: number | undefined) {
  if (!counted) return `ended ${code === undefined ? 'by a signal' : `with code ${code}`} and left no report`
  if (counted.passed + counted.failed === 0) return 'ran no tests'
  if (code !== 0 && counted.failed === 0)
    return `all tests passed, but it ended ${code ? `with code ${code}` : 'by a signal'}`
}

async function build(): Promise<boolean> {
  if (process.argv.includes('--no-build')) return true
  return buildWidget().then(
    () => true,
    () => false,
  )
}

async function runAll(): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'test-reports-'))
  const total = add(await count(VITEST, folder), await count(WTR, folder))
  for (const report of await readdir(folder)) output.see(await readFile(join(folder, report), 'utf8'))
  await rm(folder, { recursive: true })
  return add(total, countKeys(output.found()))
}

/** The last test: that nothing the others printed or reported names a key. */
function countKeys(found: string[]): Count {
  console.log(found.length ? `The output names a key: ${found.join(', ')}` : 'The output names no key.')
  return found.length ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 }
}

async function main() {
  const built = await build()
  if (!built) console.log('The widget could not be built, so no test was run. This counts as one failure.')
  const total = built ? await runAll() : { passed: 0, failed: 1 }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed ? 1 : 0
}

await main()
