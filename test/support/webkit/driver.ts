import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Leashed, leash } from './leash.ts'

/** A program that moves a browser, as the W3C's WebDriver has it. */
export interface Driver extends Pick<Leashed, 'end'> {
  /** Asks it for something; throws what it refuses with. */
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>
}

const START_MS = 20_000
/** A browser that does not start leaves its driver without an answer for ever. */
const ANSWER_MS = 30_000

/** Starts WebKitWebDriver on a free port. */
export async function startDriver(program: string, env: NodeJS.ProcessEnv): Promise<Driver> {
  const port = await freePort()
  const process = leash([program, '--host=127.0.0.1', `--port=${port}`], env)
  const ask: Driver['ask'] = (method, path, body) => request(`http://127.0.0.1:${port}${path}`, method, body)
  const latest = performance.now() + START_MS
  while (!(await isReady(ask))) {
    if (performance.now() > latest) {
      await process.end()
      throw new Error(`WebKitWebDriver did not start. ${process.complaint()}`)
    }
    await wait(50)
  }
  return { ask, end: process.end }
}

const isReady = (ask: Driver['ask']) =>
  ask('GET', '/status').then(
    () => true,
    () => false,
  )

async function request(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(ANSWER_MS),
    ...(body && { body: JSON.stringify(body) }),
  })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`WebKit refuses: ${value?.error}: ${value?.message}`)
  return value
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (!address || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
