import { Hono } from 'hono'
import type { EventInfo } from '../contract.ts'
import type { Env } from '../deps.ts'
import { openToAll } from '../middleware/cors.ts'
import { give, type Written, write } from './written.ts'

const KEEP = 'public, max-age=60, stale-while-revalidate=600'

/** As long as Cal.com's answer is the same one, so is ours. */
const written = new WeakMap<EventInfo, Written>()

/** `GET /v1/events/:slug` */
export const events = new Hono<Env>().get('/:slug', openToAll, async (c) => {
  const { info } = await c.var.heart.catalog.get(c.req.param('slug'))
  const answer = written.get(info) ?? (await write(info, KEEP))
  written.set(info, answer)
  return give(c, answer)
})
