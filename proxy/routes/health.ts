import { Hono } from 'hono'
import type { Env } from '../deps.ts'

/** `GET /healthz`: the process is alive. Says nothing of Cal.com. */
export const health = new Hono<Env>().get('/', (c) => {
  c.header('cache-control', 'no-store')
  return c.json({ status: 'ok' })
})
