import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env } from '../deps.ts'
import type { Log } from '../log.ts'

/** Gives each request an id and leaves one line of it in the log, without personal data. */
export function requestLog(log: Log, now: () => Date): MiddlewareHandler<Env> {
  return async function requestLog(c, next) {
    const began = now()
    c.set('requestId', crypto.randomUUID())
    await next()
    log({
      time: began.toISOString(),
      id: c.var.requestId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: now().getTime() - began.getTime(),
      ...c.var.failure,
    })
  }
}
