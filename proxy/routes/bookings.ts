import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { once } from '../booking/once.ts'
import { submit } from '../booking/submit.ts'
import { type Booking, BookingRequest } from '../contract.ts'
import type { Env } from '../deps.ts'
import { ProblemError } from '../problem.ts'
import { readJson } from './read.ts'

/** 16 KB and more is no booking. */
const limit = bodyLimit({
  maxSize: 16 * 1024 - 1,
  onError: () => {
    throw new ProblemError('too_large')
  },
})

/** `POST /v1/bookings` */
export const bookings = new Hono<Env>().post('/', limit, async (c) => {
  const key = c.req.header('idempotency-key') ?? ''
  // 128 random bits take 22 letters of base64url.
  if (!/^[\w-]{22,128}$/.test(key)) throw new ProblemError('idempotency_key_required')
  const request = await readJson(c, BookingRequest)
  const { deps } = c.var
  const { answer, replayed } = await once(deps.store, key, JSON.stringify(request), () => submit(deps, request))
  if (replayed) c.header('idempotency-replayed', 'true')
  return c.json(answer satisfies Booking, 201)
})
