import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { build } from 'vite'
import { listen } from '../../../proxy/listen.node.ts'
import { root } from '../../support/root.ts'

const PAGE = `<!doctype html><html lang="ru"><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="preload" as="fetch" crossorigin href="/v1/slots?event=delo-40min">
<script type="module" src="/bare.js"></script><olga-booking></olga-booking>`

/** A page with a bare Lit element on it, and the free times of the proxy at `proxyUrl`; on loopback, as the demo is. */
export async function serveBare(proxyUrl: string) {
  const code = await bundle()
  const slots = await (await fetch(`${proxyUrl}/v1/slots?event=delo-40min`)).json()
  const app = new Hono()
    .use(compress())
    .get('/', (c) => c.html(PAGE))
    .get('/bare.js', (c) => c.body(code, 200, { 'content-type': 'text/javascript' }))
    .get('/v1/slots', (c) => c.json(slots, 200, { 'cache-control': 'max-age=60' }))
  const { port, close } = await listen(app, 0, '127.0.0.1')
  return { url: `http://127.0.0.1:${port}/`, close }
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    mode: 'production',
    logLevel: 'error',
    build: { write: false, lib: { entry: 'test/bench/bare/element.ts', formats: ['es'], fileName: 'bare' } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The bare element could not be built')
  return output.output[0].code
}
