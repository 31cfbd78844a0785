import { type Context, Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Heart } from '../booking/heart.ts'
import { type Slots, SlotsQuery } from '../contract.ts'
import type { Env } from '../deps.ts'
import { ProblemError } from '../problem.ts'
import { readQuery } from './read.ts'
import { give, type Written, write } from './written.ts'

const KEEP = 'public, max-age=10, stale-while-revalidate=30'

/** How long an answer is given again as it was written, in ms, unless something of ours changes meanwhile. */
const AGAIN_MS = 1_000

/** One that may be given again for a while after `at`, in ms, as long as `changes` are the same. */
type Again = Written & { at: number; changes: number }

/** Of each proxy, by the query: to most who ask, no more is done than to find it here. */
const written = new WeakMap<Heart, LRUCache<string, Again>>()

/** `GET /v1/slots?event&month&duration` */
export const slots = new Hono<Env>().get('/', (c) => {
  const { heart } = c.var
  const { url } = c.req
  const query = url.slice(url.indexOf('?'))
  const known = written.get(heart)?.get(query)
  const age = known ? heart.now().getTime() - known.at : AGAIN_MS
  const isGood = known?.changes === heart.openings.changes && age >= 0 && age < AGAIN_MS
  if (!known || !isGood) return answer(c, query)
  heart.metrics.slots.add('hit')
  return give(c, known)
})

async function answer(c: Context<Env>, query: string): Promise<Response> {
  const { heart } = c.var
  const { changes } = heart.openings
  // Any page may read a failure, too.
  c.header('access-control-allow-origin', '*')
  const fresh = await write(await slotsOf(heart, readQuery(c, SlotsQuery)), KEEP)
  const answers = written.get(heart) ?? new LRUCache<string, Again>({ max: 500 })
  written.set(heart, answers.set(query, { ...fresh, at: heart.now().getTime(), changes }))
  return give(c, fresh)
}

async function slotsOf({ catalog, openings }: Heart, query: SlotsQuery): Promise<Slots> {
  const offer = await catalog.get(query.event)
  const duration = query.duration ?? offer.info.duration
  if (!offer.info.durations.includes(duration)) {
    throw new ProblemError('invalid_request', { fields: { duration: 'duration' } })
  }
  return openings.calendar(offer, duration).slots(duration, query.month)
}
