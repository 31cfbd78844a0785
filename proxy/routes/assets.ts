import { Hono } from 'hono'
import type { Env } from '../deps.ts'
import { openToAll } from '../middleware/cors.ts'
import { ProblemError } from '../problem.ts'

/** The chunks carry a digest of their content in their names: what one name holds never changes. */
const FOREVER = 'public, max-age=31536000, immutable'
/** The entry keeps its name: asked again after five minutes, shown meanwhile. */
const A_WHILE = 'public, max-age=300, stale-while-revalidate=300'

/** `GET /olga-booking.js`, `GET /assets/*`: the widget, for pages of any origin. */
export const assets = new Hono<Env>().get('/:file{olga-booking\\.js|assets/.+}', openToAll, async (c) => {
  const found = await c.var.assets(c.req.path, c.req.header('accept-encoding') ?? '')
  if (!found) throw new ProblemError('not_found')
  const tag = found.headers.get('etag')
  c.header('cache-control', c.req.path.startsWith('/assets/') ? FOREVER : A_WHILE)
  c.header('vary', 'accept-encoding')
  if (tag) c.header('etag', tag)
  if (tag && c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
  for (const name of ['content-type', 'content-encoding']) {
    const value = found.headers.get(name)
    if (value) c.header(name, value)
  }
  return c.body(await found.arrayBuffer())
})
