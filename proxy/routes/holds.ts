import { Hono } from 'hono'
import { addressOf } from '../address.ts'
import { hold, release } from '../booking/hold.ts'
import { type Hold, HoldRequest } from '../contract.ts'
import type { Env } from '../deps.ts'
import { limit, readJson } from './read.ts'

/** `POST /v1/holds`, `POST /v1/holds/:id/release` (a beacon, without a body) */
export const holds = new Hono<Env>()
  .use(async (c, next) => {
    c.header('cache-control', 'no-store')
    await next()
  })
  .post('/', limit, async (c) => {
    const wanted = await readJson(c, HoldRequest)
    return c.json((await hold(c.var.heart, wanted, await addressOf(c))) satisfies Hold, 201)
  })
  .post('/:id{[\\w-]{22,64}}/release', async (c) => {
    await release(c.var.heart, c.req.param('id'))
    return c.body(null, 204)
  })
