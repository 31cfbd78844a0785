import { Hono } from 'hono'
import { isInEveryZone } from '../booking/months.ts'
import { type Slots, SlotsQuery } from '../contract.ts'
import type { Env } from '../deps.ts'
import { openToAll, tagged } from '../middleware/cors.ts'
import { ProblemError } from '../problem.ts'
import { readQuery } from './read.ts'

/** `GET /v1/slots?event&month&duration` */
export const slots = new Hono<Env>().get('/', openToAll, tagged, async (c) => {
  const query = readQuery(c, SlotsQuery)
  const { catalog, openings } = c.var.heart
  const offer = await catalog.get(query.event)
  const duration = query.duration ?? offer.info.duration
  if (!offer.info.durations.includes(duration)) {
    throw new ProblemError('invalid_request', { fields: { duration: 'duration' } })
  }
  const month = query.month ?? (await openings.firstMonth(offer, duration))
  const { starts, asOf } = await openings.ofMonth(offer, duration, month)
  const next = starts.some((start) => isInEveryZone(month, start))
    ? undefined
    : await openings.monthAfter(offer, duration, month)
  c.header('cache-control', 'public, max-age=10, stale-while-revalidate=30')
  return c.json({
    event: query.event,
    month,
    duration,
    asOf,
    stale: false,
    slots: starts,
    ...(next && { next }),
  } satisfies Slots)
})
