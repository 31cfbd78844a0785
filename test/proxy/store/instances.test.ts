import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { root } from '../../support/root.ts'
import { temporaryFolder } from '../../support/stores.ts'

/** A process of its own, which says when it is ready to open a file, and what it got there. */
function instance(file: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/proxy/store/instance.ts', file], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => stop(child))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const say = async (): Promise<string> => (await lines.next()).value
  return { ready: say(), begin: () => void child.stdin.write('go\n'), got: say }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'close')
}

it('Eight processes open one file at once while it is not there, and nothing is given twice', async () => {
  const file = join(await temporaryFolder(), 'new', 'olga.db')
  const instances = Array.from({ length: 8 }, () => instance(file))
  await Promise.all(instances.map(({ ready }) => ready))
  for (const { begin } of instances) begin()
  const got = await Promise.all(instances.map(async (one) => JSON.parse(await one.got())))
  const sum = (what: string) => got.reduce((total, one) => total + one[what], 0)
  const all = { claims: sum('claims'), keys: sum('keys'), limited: sum('limited'), calls: sum('calls') }
  expect(all).toEqual({ claims: 1, keys: 1, limited: 3, calls: 100 })
}, 60_000)
