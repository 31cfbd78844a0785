import { Hono } from 'hono'
import type { EventInfo } from '../contract.ts'
import type { Env } from '../deps.ts'
import { openToAll, tagged } from '../middleware/cors.ts'

/** `GET /v1/events/:slug` */
export const events = new Hono<Env>().get('/:slug', openToAll, tagged, async (c) => {
  const { info } = await c.var.heart.catalog.get(c.req.param('slug'))
  c.header('cache-control', 'public, max-age=60, stale-while-revalidate=600')
  return c.json(info satisfies EventInfo)
})
