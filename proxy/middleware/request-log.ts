import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env } from '../deps.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics/metrics.ts'

/** Gives each request an id, counts it, and leaves one line of it in the log, without personal data. */
export function requestLog(log: Log, now: () => Date, { requests }: Metrics): MiddlewareHandler<Env> {
  return async function requestLog(c, next) {
    const began = now()
    c.set('requestId', crypto.randomUUID())
    await next()
    const route = routePath(c, -1)
    requests.add(route, String(c.res.status))
    log({
      time: began.toISOString(),
      id: c.var.requestId,
      method: c.req.method,
      route,
      status: c.res.status,
      ms: now().getTime() - began.getTime(),
      ...c.var.failure,
    })
  }
}
