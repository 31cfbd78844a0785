import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, serveDemo } from '../../demo/serve.ts'
import { KEY, SECRET } from '../support/proxy.ts'
import { bookNextMonth } from './by-http.ts'

let demo: Demo
let worker: Miniflare

/** What is read of the settings it is deployed with; their paths begin at `proxy`. */
interface Wrangler {
  main: string
  compatibility_date: string
  assets: { directory: string; binding: string; run_worker_first: boolean }
  vars: Record<string, string>
}

/** The Worker as it would be deployed, in workerd, with the simulator on loopback as its Cal.com. */
beforeAll(async () => {
  const { main, compatibility_date, assets, vars } = await readWrangler()
  demo = await serveDemo({ port: 0 })
  worker = new Miniflare({
    modules: true,
    script: await bundle(join('proxy', main)),
    compatibilityDate: compatibility_date,
    bindings: { ...vars, CAL_API_KEY: KEY, CAL_API_URL: demo.simulatorUrl ?? '', SECRET },
    d1Databases: ['DB'],
    assets: {
      directory: join('proxy', assets.directory),
      binding: assets.binding,
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: assets.run_worker_first },
    },
  })
  await worker.ready
}, 60_000)

afterAll(async () => {
  await worker?.dispose()
  await demo?.close()
})

async function readWrangler(): Promise<Wrangler> {
  const text = await readFile('proxy/wrangler.jsonc', 'utf8')
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''))
}

async function bundle(main: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'webworker' },
    build: {
      ssr: main,
      write: false,
      rolldownOptions: { external: /^cloudflare:/, output: { codeSplitting: false } },
    },
  })
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  const [chunk] = output
  if (chunk?.type !== 'chunk' || output.length !== 1) throw new Error('the Worker is more than one file')
  return chunk.code
}

const ask = (path: string, init: Parameters<Miniflare['dispatchFetch']>[1] = {}) =>
  worker.dispatchFetch(`https://book.example.com${path}`, init)

describe('the proxy inside workerd', () => {
  it('gives slots and books, for the pages on its list', async () => {
    const { status, start } = await bookNextMonth(ask, { origin: 'https://olgaroset.ru' })
    expect(status).toBe(201)
    expect(demo.simulator.account.bookings.map((booking) => booking.start)).toEqual([start])
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
