import type { MiddlewareHandler } from 'hono'

/** Nothing of ours is to be sniffed, framed or run as a page. By hand: `hono/secure-headers` would bar other origins. */
export const securityHeaders: MiddlewareHandler = async function securityHeaders(c, next) {
  await next()
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
}
