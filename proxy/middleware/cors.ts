import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from '../deps.ts'
import { ProblemError } from '../problem.ts'

/** Lets any page read the answer: simple requests, no preflight. By hand, since `hono/cors` costs more than a route. */
export const openToAll: MiddlewareHandler<Env> = async function openToAll(c, next) {
  c.header('access-control-allow-origin', '*')
  await next()
}

/**
 * Takes requests from our own pages and from the origins on the list. The preflight always passes and the refusal is
 * readable, so that a page that is not on the list can tell its owner so.
 */
export function onlyFrom(allowed: string[]): MiddlewareHandler<Env> {
  return async function onlyFrom(c, next) {
    const origin = c.req.header('origin')
    if (!origin) return next()
    c.header('vary', 'origin')
    c.header('access-control-allow-origin', origin)
    c.header('access-control-expose-headers', 'idempotency-replayed, retry-after')
    if (c.req.method === 'OPTIONS') return preflight(c)
    if (!allowed.includes(origin) && !isOwn(origin, c.req.url)) throw new ProblemError('origin_not_allowed')
    return next()
  }
}

function preflight(c: Context) {
  c.header('access-control-allow-methods', 'GET, POST')
  c.header('access-control-allow-headers', 'content-type, idempotency-key, accept-language')
  c.header('access-control-max-age', '7200')
  return c.body(null, 204)
}

/** Compares hosts alone: behind a TLS terminator we see http where the page sees https. */
function isOwn(origin: string, url: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host
}
