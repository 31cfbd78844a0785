import type { MiddlewareHandler } from 'hono'

/** Nothing of ours is to be sniffed, framed or run as a page. By hand: `hono/secure-headers` would bar other origins. */
export const securityHeaders: MiddlewareHandler = async function securityHeaders(c, next) {
  await next()
  // Not by `c.header`, which would make the whole response anew, each time.
  const { headers } = c.res
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
}
