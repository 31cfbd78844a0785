import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSimulator } from '../../demo/simulator/index.ts'
import { type Listening, listen } from '../../proxy/listen.node.ts'
import { KEY, SECRET } from '../support/proxy.ts'
import { bookNextMonth } from './by-http.ts'

const LOOPBACK = '127.0.0.1'
const ORIGIN = 'https://olgaroset.ru'
/** So long that a booking is under way when the process is asked to end. */
const LATENCY_MS = 300
const simulator = createSimulator({ apiKey: KEY, latencyMs: LATENCY_MS })
let calcom: Listening
let proxy: ChildProcess
let url: string
let folder: string

/** The proxy of `npm run serve`, as a process of its own, with the simulator on loopback as its Cal.com. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'olga-'))
  calcom = await listen(simulator.app, 0, LOOPBACK)
  proxy = serve({
    CAL_API_KEY: KEY,
    CAL_API_URL: `http://${LOOPBACK}:${calcom.port}`,
    ALLOWED_ORIGINS: ORIGIN,
    DATABASE_URL: join(folder, 'olga.db'),
    SECRET,
    PORT: '0',
  })
  const { said } = await firstWords(proxy)
  url = `http://${LOOPBACK}:${/localhost:(\d+)/.exec(said)?.[1]}`
}, 60_000)

afterAll(async () => {
  proxy?.kill()
  await calcom?.close()
  await rm(folder, { recursive: true })
})

function serve(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'proxy/node.ts'], { env })
}

/** What a process says until it listens or ends. */
function firstWords(child: ChildProcess): Promise<{ said: string; code?: number | null }> {
  return new Promise((resolve) => {
    let said = ''
    const hear = (data: Buffer) => {
      said += data
      if (said.includes('localhost:')) resolve({ said })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', (code) => resolve({ said, code }))
  })
}

const ask = (path: string, init?: RequestInit) => fetch(url + path, init)

describe('the proxy as a process of Node', () => {
  it('serves the widget', async () => {
    const res = await ask('/olga-booking.js')
    expect(res.status).toBe(200)
    expect(await res.text()).toContain('olga-booking')
  })

  it('gives slots and books, for the pages on its list', async () => {
    const { status, start } = await bookNextMonth(ask, { origin: ORIGIN })
    expect(status).toBe(201)
    expect(simulator.account.bookings.map((booking) => booking.start)).toEqual([start])
  })

  it('names in one message what is wrong with its settings, without a stack, and ends', async () => {
    const { said, code } = await firstWords(serve({ PORT: 'door', SECRET }))
    expect(code).toBe(1)
    expect(said.trim()).toBe(
      'These settings are missing or wrong:\n  CAL_API_KEY: is missing\n  PORT: must be a number',
    )
  })

  it('says in plain words that its port is taken, and ends', async () => {
    const { port, close } = await listen(simulator.app, 0)
    const late = serve({ CAL_API_KEY: KEY, SECRET, DATABASE_URL: ':memory:', PORT: String(port) })
    const { said, code } = await firstWords(late)
    late.kill()
    await close()
    expect(said.trim()).toBe(`PORT: ${port} is taken, name another one`)
    expect(code).toBe(1)
  })

  it('answers what is under way before it ends', async () => {
    const { length } = simulator.calls
    const booking = bookNextMonth(ask, { origin: ORIGIN })
    const isBooking = () => simulator.calls.slice(length).some(({ method }) => method === 'POST')
    await vi.waitFor(() => expect(isBooking()).toBe(true), { timeout: 10_000, interval: 10 })
    const ended = new Promise((resolve) => proxy.once('exit', resolve))
    proxy.kill('SIGTERM')
    expect((await booking).status).toBe(201)
    expect(await ended).toBe(0)
  })
})
