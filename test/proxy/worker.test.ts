import { Miniflare } from 'miniflare'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, serveDemo } from '../../demo/serve.ts'
import { newKey } from '../support/proxy.ts'

let demo: Demo
let worker: Miniflare

/** The Worker as it would be deployed, in workerd, with the simulator on loopback as its Cal.com. */
beforeAll(async () => {
  demo = await serveDemo({ port: 0 })
  worker = new Miniflare({
    modules: true,
    script: await bundle(),
    compatibilityDate: '2026-04-01',
    bindings: { CAL_API_KEY: 'cal_test_simulator', CAL_API_URL: demo.simulatorUrl ?? '' },
    assets: {
      directory: 'dist/widget',
      binding: 'ASSETS',
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
    },
  })
  await worker.ready
}, 60_000)

afterAll(async () => {
  await worker?.dispose()
  await demo?.close()
})

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'webworker' },
    build: { ssr: 'proxy/worker.ts', write: false, rolldownOptions: { output: { codeSplitting: false } } },
  })
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const [chunk] = output
  if (chunk?.type !== 'chunk' || output.length !== 1) throw new Error('the Worker is more than one file')
  return chunk.code
}

const ask = (path: string, init: Parameters<Miniflare['dispatchFetch']>[1] = {}) =>
  worker.dispatchFetch(`https://book.example.com${path}`, init)

describe('the proxy inside workerd', () => {
  it('gives slots and books', async () => {
    const slots = (await (await ask('/v1/slots?event=delo-40min')).json()) as { slots: string[] }
    const event = (await (await ask('/v1/events/delo-40min')).json()) as { consent: { version: string } }
    const start = slots.slots[5]
    const res = await ask('/v1/bookings', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
      body: JSON.stringify({
        event: 'delo-40min',
        start,
        answers: { name: 'Иван', email: 'ivan@example.com' },
        timeZone: 'Europe/Moscow',
        consent: event.consent.version,
      }),
    })
    expect(res.status).toBe(201)
    expect(demo.simulator.account.bookings.map((booking) => new Date(booking.start).toISOString())).toContain(start)
  })

  it('serves the widget', async () => {
    const res = await ask('/olga-booking.js')
    expect(res.status).toBe(200)
    expect(res.headers.get('access-control-allow-origin')).toBe('*')
    expect(await res.text()).toContain('olga-booking')
  })

  it('answers what it does not know with a problem', async () => {
    const res = await ask('/nope')
    expect(res.status).toBe(404)
    expect(res.headers.get('content-type')).toBe('application/problem+json')
  })
})
