import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSimulator } from '../../demo/simulator/index.ts'
import { type Listening, listen } from '../../proxy/listen.node.ts'
import { KEY } from '../support/proxy.ts'
import { bookNextMonth } from './by-http.ts'

const LOOPBACK = '127.0.0.1'
const ORIGIN = 'https://olgaroset.ru'
const simulator = createSimulator({ apiKey: KEY })
let calcom: Listening
let proxy: ChildProcess
let url: string

/** The proxy of `npm run serve`, as a process of its own, with the simulator on loopback as its Cal.com. */
beforeAll(async () => {
  calcom = await listen(simulator.app, 0, LOOPBACK)
  proxy = serve({
    CAL_API_KEY: KEY,
    CAL_API_URL: `http://${LOOPBACK}:${calcom.port}`,
    ALLOWED_ORIGINS: ORIGIN,
    PORT: '0',
  })
  const { said } = await firstWords(proxy)
  url = `http://${LOOPBACK}:${/localhost:(\d+)/.exec(said)?.[1]}`
}, 60_000)

afterAll(async () => {
  proxy?.kill()
  await calcom?.close()
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
    const { said, code } = await firstWords(serve({ PORT: 'door' }))
    expect(code).toBe(1)
    expect(said.trim()).toBe(
      'These settings are missing or wrong:\n  CAL_API_KEY: is missing\n  PORT: must be a number',
    )
  })

  it('says in plain words that its port is taken, and ends', async () => {
    const { port, close } = await listen(simulator.app, 0)
    const late = serve({ CAL_API_KEY: KEY, PORT: String(port) })
    const { said, code } = await firstWords(late)
    late.kill()
    await close()
    expect(said.trim()).toBe(`PORT: ${port} is taken, name another one`)
    expect(code).toBe(1)
  })
})
