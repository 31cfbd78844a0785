import type { MiddlewareHandler } from 'hono'

/**
 * Nothing of ours is to be sniffed or framed, nor run as a page unless it is one, with a policy of its own. By hand:
 * `hono/secure-headers` would bar other origins.
 */
export const securityHeaders: MiddlewareHandler = async function securityHeaders(c, next) {
  await next()
  // Not by `c.header`, which would make the whole response anew, each time.
  const { headers } = c.res
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  if (!headers.has('content-security-policy'))
    headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
}
