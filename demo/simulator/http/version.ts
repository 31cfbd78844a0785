import { createMiddleware } from 'hono/factory'
import type { Ctx, Env } from '../core.ts'
import { refuse } from './refusal.ts'

/** Of `/v2/bookings` and below. */
export const BOOKINGS_VERSIONS = ['2024-08-13', '2026-02-25']

/** Whether the caller asks for one of these versions; all others fall back to the oldest, 2024-04-15. */
export const asksFor = (c: Ctx, versions: readonly string[]) => versions.includes(c.req.header('cal-api-version') ?? '')

/** Lets a route exist only in these versions. Goes before the guard: what is not there is not counted. */
export const only = (...versions: string[]) =>
  createMiddleware<Env>(async function only(c, next) {
    if (!asksFor(c, versions)) throw cannot(c)
    await next()
  })

/** The 404 of an address that is none. */
export const cannot = (c: Ctx) => refuse(404, `Cannot ${c.req.method} ${pathOf(c.req.raw)}`)

/** The path with its query, as it was asked for. */
export const pathOf = ({ url }: Request) => url.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/#.*$/, '') || '/'
