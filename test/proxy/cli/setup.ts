import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Account, createSimulator } from '../../../demo/simulator/index.ts'
import type { GateIo } from '../../../proxy/cli/io.ts'
import { createGate } from '../../../proxy/cli/program.ts'
import { listen } from '../../../proxy/listen.node.ts'

export const KEY = 'cal_test_gate_0123456789'
/** A Sunday noon: Olga's week begins the next morning, 07:00Z in her Moscow. */
export const NOW = '2026-11-22T12:00:00Z'

interface SetupOptions extends Pick<GateIo, 'timeouts' | 'patience'> {
  account?: Account
  env?: Record<string, string | undefined>
  /** Whether a person looks at the output; `stderr`: at that alone, since the result goes elsewhere. */
  isTTY?: boolean | 'stderr'
  /** What the person says to a question; absent: nobody sits there. */
  answer?: string
  /** The local clock (default: `NOW`). */
  now?: () => Date
  /** Files in the working directory, by name: their text and mode. */
  files?: Record<string, { text: string; mode: number }>
}

/** What one command said, and how it ended. */
export interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** The gate in this process, over HTTP to a simulator whose clock stands at `NOW`. */
export async function setup(options: SetupOptions = {}) {
  const { env = {}, isTTY = false, answer, files = {}, now = () => new Date(NOW) } = options
  // Whoever is subscribed takes everything: no test goes out into the world.
  const send = async () => new Response()
  const simulator = createSimulator({ apiKey: KEY, send, ...(options.account && { account: options.account }) })
  simulator.clock.set(NOW)
  const server = await listen(simulator.app, 0, '127.0.0.1')
  onTestFinished(server.close)
  const cwd = await mkdtemp(join(tmpdir(), 'gate-'))
  onTestFinished(() => rm(cwd, { recursive: true }))
  for (const [name, { text, mode }] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, name)), { recursive: true })
    await writeFile(join(cwd, name), text, { mode })
  }
  const url = `http://127.0.0.1:${server.port}`
  const asked: string[] = []

  async function run(...argv: string[]): Promise<Ran> {
    const said = { stdout: '', stderr: '' }
    const screen = (name: 'stdout' | 'stderr') => ({
      write: async (text: string) => {
        said[name] += text
      },
      isTTY: isTTY === true || isTTY === name,
    })
    const ask = async (question: string) => {
      asked.push(question)
      return answer ?? ''
    }
    const code = await createGate({
      env: { CAL_API_KEY: KEY, CAL_API_URL: url, ...env },
      cwd,
      fetch,
      stdout: screen('stdout'),
      stderr: screen('stderr'),
      now,
      ...(options.timeouts && { timeouts: options.timeouts }),
      patience: { attempts: 1, ...options.patience },
      ...(answer !== undefined && { ask }),
    }).run(argv)
    return { code, ...said }
  }

  /** Runs a command with `--json`, which must succeed, and reads what it says. */
  async function json(...argv: string[]): Promise<unknown> {
    const { code, stdout, stderr } = await run(...argv, '--json')
    if (code !== 0) throw new Error(`gate ${argv.join(' ')} ended with ${code}: ${stderr}`)
    return JSON.parse(stdout)
  }

  /** The requests that were not reads. */
  const writes = () => simulator.calls.filter(({ method }) => method !== 'GET')
  return { run, json, simulator, url, asked, cwd, server, writes }
}
