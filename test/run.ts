import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { add, type Count, countVitest } from './support/count.ts'
import { type Choice, type Engine, findEngines } from './support/engines.ts'
import { watchForKeys } from './support/keys.ts'
import { run } from './support/programs.ts'
import { buildWidget } from './support/widget.ts'

/**
 * `npm test`: builds the widget, runs the tests of Node and then those of the widget in every browser engine that the
 * machine has, and ends with one line for all. `--no-build` takes the widget as it lies in `dist`;
 * `ENGINES=chromium,webkit` names the engines.
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

const inEngine = ({ id, name }: Engine): Runner => ({
  name,
  command: () => ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/wtr.config.mjs'],
  env: (report) => ({ WTR_COUNTS: report, ENGINES: id }),
  read: (report) => JSON.parse(report),
})

const output = watchForKeys()

/** A runner that died, or found nothing to run, must not pass for one that was content: that is a failure too. */
async function count({ name, command, env, read }: Runner, folder: string): Promise<Count> {
  const report = join(folder, `${name}.json`)
  const code = await run(command(report), { env: env?.(report), see: output.see })
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

async function runAll({ engines, leftOut }: Choice): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'test-reports-'))
  let total = await count(VITEST, folder)
  const lines: string[] = []
  for (const engine of engines) {
    console.log(`The widget in ${engine.name}`)
    const begun = performance.now()
    const counted = await count(inEngine(engine), folder)
    lines.push(summary(engine, counted, performance.now() - begun))
    total = add(total, counted)
  }
  for (const report of await readdir(folder)) output.see(await readFile(join(folder, report), 'utf8'))
  await rm(folder, { recursive: true })
  console.log([...lines, ...leftOut].join('\n'))
  return add(total, countKeys(output.found()))
}

function summary({ name }: Engine, { passed, failed, leftOut = 0 }: Count & { leftOut?: number }, ms: number): string {
  const others = leftOut ? `; ${leftOut} more only Chromium can run` : ''
  return `${name}: ${passed} passed, ${failed} failed, in ${Math.round(ms / 1000)} s${others}`
}

/** The last test: that nothing the others printed or reported names a key. */
function countKeys(found: string[]): Count {
  console.log(found.length ? `The output names a key: ${found.join(', ')}` : 'The output names no key.')
  return found.length ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 }
}

/** `undefined` if there are none, or not those that were asked for; it says so. */
const choose = () =>
  findEngines().catch((error: Error) => {
    console.log(`${error.message} So no test was run. This counts as one failure.`)
    return undefined
  })

async function main() {
  const choice = await choose()
  const built = choice && (await build())
  if (choice && !built) console.log('The widget could not be built, so no test was run. This counts as one failure.')
  const total = choice && built ? await runAll(choice) : { passed: 0, failed: 1 }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed ? 1 : 0
}

await main()
