import type { MiddlewareHandler } from 'hono'

/** What one visitor is told is nobody else's, and soon out of date. */
export const noStore: MiddlewareHandler = async function noStore(c, next) {
  c.header('cache-control', 'no-store')
  await next()
}
