import { type Context, Hono } from 'hono'
import { LRUCache } from 'lru-cache'
import type { Heart } from '../booking/heart.ts'
import { isInEveryZone } from '../booking/months.ts'
import { type Slots, SlotsQuery } from '../contract.ts'
import type { Env } from '../deps.ts'
import { sha256 } from '../digest.ts'
import { ProblemError } from '../problem.ts'
import { readQuery } from './read.ts'

/** How long an answer is given again as it was written, unless something of ours changes meanwhile. */
const WRITTEN_MS = 1_000

/** An answer as it goes out. */
interface Written {
  body: string
  headers: Record<string, string> & { etag: string }
  /** Good until then, in ms, and until then as long as `changes` are the same. */
  until: number
  changes: number
}

/** Of each proxy by the query: whoever asks for the same within a second gets the same. */
const written = new WeakMap<Heart, LRUCache<string, Written>>()

/** `GET /v1/slots?event&month&duration` */
export const slots = new Hono<Env>().get('/', (c) => {
  const { heart } = c.var
  const { url } = c.req
  const query = url.slice(url.indexOf('?'))
  const known = written.get(heart)?.get(query)
  const isGood = known && known.changes === heart.openings.changes && heart.now().getTime() < known.until
  if (!isGood) return write(c, query)
  heart.metrics.slots.add('hit')
  return answer(c, known)
})

async function write(c: Context<Env>, query: string): Promise<Response> {
  const { heart } = c.var
  const { changes } = heart.openings
  // Any page may read a failure, too.
  c.header('access-control-allow-origin', '*')
  const body = JSON.stringify(await slotsOf(heart, readQuery(c, SlotsQuery)))
  const fresh = { body, headers: await headersOf(body), until: heart.now().getTime() + WRITTEN_MS, changes }
  const answers = written.get(heart) ?? new LRUCache<string, Written>({ max: 500 })
  written.set(heart, answers.set(query, fresh))
  return answer(c, fresh)
}

async function slotsOf({ catalog, openings }: Heart, query: SlotsQuery): Promise<Slots> {
  const offer = await catalog.get(query.event)
  const duration = query.duration ?? offer.info.duration
  if (!offer.info.durations.includes(duration)) {
    throw new ProblemError('invalid_request', { fields: { duration: 'duration' } })
  }
  const month = query.month ?? (await openings.firstMonth(offer, duration))
  const { starts, asOf, stale } = await openings.ofMonth(offer, duration, month)
  const next = starts.some((start) => isInEveryZone(month, start))
    ? undefined
    : await openings.monthAfter(offer, duration, month)
  return { event: query.event, month, duration, asOf, stale, slots: starts, ...(next && { next }) }
}

async function headersOf(body: string) {
  return {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=10, stale-while-revalidate=30',
    etag: `"${(await sha256(body)).slice(0, 32)}"`,
  }
}

/** By hand, since `hono/etag` would read and hash each answer anew. */
function answer(c: Context<Env>, { body, headers }: Written) {
  const seen = c.req.header('if-none-match')
  return seen?.includes(headers.etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
