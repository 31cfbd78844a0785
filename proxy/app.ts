import { Hono } from 'hono'
import { createCatalog } from './booking/catalog.ts'
import { Openings } from './booking/openings.ts'
import type { AppDeps, Env } from './deps.ts'
import { onlyFrom } from './middleware/cors.ts'
import { requestLog } from './middleware/request-log.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { ProblemError, toProblem, toProblemError } from './problem.ts'
import { assets } from './routes/assets.ts'
import { bookings } from './routes/bookings.ts'
import { events } from './routes/events.ts'
import { go } from './routes/go.ts'
import { health } from './routes/health.ts'
import { langOf } from './routes/read.ts'
import { slots } from './routes/slots.ts'

const toConsole = (line: object) => console.log(JSON.stringify(line))

/** The proxy, over Web standards alone: what runs it is the business of `node.ts` and `worker.ts`. */
export function createApp(given: AppDeps) {
  const deps = { ...given, catalog: createCatalog(given), openings: new Openings(given) }
  return new Hono<Env>()
    .use(requestLog(given.log ?? toConsole, given.now))
    .use(securityHeaders)
    .use(async (c, next) => {
      c.set('deps', deps)
      await next()
    })
    .use('/v1/bookings/*', onlyFrom(given.config.ALLOWED_ORIGINS))
    .route('/v1/events', events)
    .route('/v1/slots', slots)
    .route('/v1/bookings', bookings)
    .route('/go', go)
    .route('/healthz', health)
    .route('/', assets)
    .notFound(() => {
      throw new ProblemError('not_found')
    })
    .onError((error, c) => {
      const failure = toProblemError(error)
      const { cause, retryAfter } = failure.details
      c.set('failure', { code: failure.code, ...(cause instanceof Error && { cause: describe(cause) }) })
      const problem = toProblem(failure, langOf(c), c.var.requestId)
      return c.body(JSON.stringify(problem), failure.status, {
        'content-type': 'application/problem+json',
        'cache-control': 'no-store',
        ...(retryAfter && { 'retry-after': String(retryAfter) }),
      })
    })
}

/** For the log: our own bugs with their place; of Cal.com only its call and what it did, never its words. */
function describe(cause: Error): string {
  return cause.name.startsWith('Calcom') ? `${cause.name} ${cause.message}` : (cause.stack ?? cause.message)
}
