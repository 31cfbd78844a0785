import { type Context, Hono } from 'hono'
import { addressOf } from '../address.ts'
import { isKnown, toBooking } from '../booking/answer.ts'
import { check } from '../booking/check.ts'
import { submitted } from '../booking/status.ts'
import { submit } from '../booking/submit.ts'
import { type Booking, BookingRequest, type DryRun, type Submitted } from '../contract.ts'
import type { Env } from '../deps.ts'
import { toProblem } from '../problem.ts'
import { langOf, limit, readJson, readKey } from './read.ts'

/** `POST /v1/bookings`, `GET /v1/bookings/status/:key` */
export const bookings = new Hono<Env>()
  .use(async (c, next) => {
    c.header('cache-control', 'no-store')
    await next()
  })
  .post('/', limit, async (c) => {
    const { heart } = c.var
    const key = readKey(c)
    const request = await readJson(c, BookingRequest)
    if (c.req.query('dry-run') === '1') return dryRun(c, request)
    const { entry, replayed } = await submit(heart, request, { key, address: await addressOf(c) })
    if (replayed) c.header('idempotency-replayed', 'true')
    return c.json((await toBooking(heart, entry)) satisfies Booking, isKnown(entry) ? 201 : 202)
  })
  .get('/status/:key', async (c) => {
    const key = readKey(c, c.req.param('key'))
    const { refusal, ...stands } = await submitted(c.var.heart, key, c.req.query('abandon') === '1')
    if (!refusal) return c.json(stands satisfies Submitted)
    const { code, title, alternatives } = toProblem(refusal, langOf(c), c.var.requestId)
    return c.json({ ...stands, code, title, alternatives } satisfies Submitted)
  })

/** All is checked, nothing recorded, and Cal.com not called. */
async function dryRun(c: Context<Env>, request: BookingRequest & Parameters<typeof check>[1]) {
  const { offer, minutes } = await check(c.var.heart, request)
  const { slug, title } = offer.info
  const end = new Date(Date.parse(request.start) + minutes * 60_000).toISOString()
  return c.json({ status: 'valid', event: slug, title, start: request.start, end } satisfies DryRun)
}
