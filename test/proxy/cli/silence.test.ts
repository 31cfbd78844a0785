import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Fault } from '../../../demo/simulator/index.ts'
import { createGate } from '../../../proxy/cli/program.ts'
import { root } from '../../support/root.ts'
import { KEY, type Ran, setup } from './setup.ts'
import { words } from './words.ts'

/** The key, and what it looks like once it is encoded: none of them may be seen. */
const TRACES = [KEY, btoa(KEY).slice(0, 20), btoa(`Bearer ${KEY}`).slice(0, 28), encodeURIComponent(`Bearer ${KEY}`)]
const tracesIn = ({ stdout, stderr }: Pick<Ran, 'stdout' | 'stderr'>) =>
  TRACES.filter((trace) => `${stdout}${stderr}`.includes(trace))

/** What `--help` says of a command: that wants no key and no Cal.com. */
async function helpOf(path: string[]): Promise<string> {
  let said = ''
  const write = async (text: string) => {
    said += text
  }
  const screen = { write, isTTY: false }
  const io = { env: {}, cwd: root, fetch, stdout: screen, stderr: screen, now: () => new Date() }
  await createGate(io).run([...path, '--help'])
  return said
}

/** The help of every command there is. */
async function allHelp(path: string[] = []): Promise<string[]> {
  const help = await helpOf(path)
  const commands = help.split('\nCommands:\n')[1]?.split('\n\n', 1)[0] ?? ''
  const names = [...commands.matchAll(/^ {2}(\S+)/gm)].flatMap(([, name = '']) => (name === 'help' ? [] : [name]))
  return [help, ...(await Promise.all(names.map((name) => allHelp([...path, name])))).flat()]
}

const examplesIn = (help: string) =>
  [...(help.split('\nExamples:\n')[1] ?? '').matchAll(/^ {2}gate (.*)$/gm)].map(([, line = '']) => words(line))

const help = await allHelp()
const examples = help.flatMap(examplesIn)

/** What every example says, with these words behind it; a minute lies between them, for the limit of requests. */
async function sayAll({ run, simulator }: Awaited<ReturnType<typeof setup>>, ...more: string[]): Promise<Ran[]> {
  const said: Ran[] = []
  for (const example of examples) {
    simulator.clock.advance(60_000)
    said.push(await run(...example, ...more))
  }
  return said
}

describe('the key is never said', () => {
  it('by any help', async () => {
    expect(Math.min(help.length, examples.length)).toBeGreaterThan(20)
    expect(tracesIn({ stdout: help.join(), stderr: '' })).toEqual([])
  })

  it.each([['--dry-run'], ['--yes'], ['--json'], ['--nope']])('by any command with %j', async (...more) => {
    const gate = await setup()
    expect((await sayAll(gate, ...more)).flatMap(tracesIn)).toEqual([])
  })

  it.each<Fault>([
    ...[400, 401, 403, 404, 409, 429, 500].map((status) => ({ kind: 'status' as const, status })),
    ...(['html', 'cut', 'shape'] as const).map((kind) => ({ kind })),
  ])('by any command that fails: %j', async (fault) => {
    const gate = await setup({ patience: { attempts: 1, maxWaitMs: 0 } })
    gate.simulator.break(fault)
    const said = await sayAll(gate, '--yes')
    expect(said.flatMap(tracesIn)).toEqual([])
    expect(said.some(({ code }) => code !== 0)).toBe(true)
  })

  it.each([200, 400, 401, 500])('though the answer repeats all that was sent: %s', async (status) => {
    const server = createServer(({ headers }, response) => {
      const all = JSON.stringify(headers)
      response.statusCode = status
      response.end(JSON.stringify({ data: { [all]: all }, error: { code: all, message: all }, [all]: headers }))
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const gate = await setup({ env: { CAL_API_URL: `http://127.0.0.1:${port}` } })
    expect((await sayAll(gate, '--yes')).flatMap(tracesIn)).toEqual([])
  })

  it.each([
    ['when it works', ['me', 'get'], 0],
    ['when it is refused', ['bookings', 'show', 'nope'], 1],
  ])('by a process whose every part explains itself, %s', async (_, argv, expected) => {
    const { url } = await setup()
    const debug = {
      NODE_DEBUG: 'fetch,undici,http,net,tls',
      NODE_OPTIONS: '--trace-warnings --trace-uncaught',
    }
    const env = { ...process.env, ...debug, CAL_API_KEY: KEY, CAL_API_URL: url }
    const gate = spawn(process.execPath, ['--import', 'tsx', 'proxy/cli/gate.ts', ...argv], { cwd: root, env })
    const [stdout, stderr, [code]] = await Promise.all([text(gate.stdout), text(gate.stderr), once(gate, 'close')])
    expect(code).toBe(expected)
    expect(stderr).toContain('sending request')
    expect(tracesIn({ stdout, stderr })).toEqual([])
  })
})
