import { Hono } from 'hono'
import type { AppDeps, Env } from './deps.ts'
import { describe } from './log.ts'
import { onlyFrom } from './middleware/cors.ts'
import { requestLog } from './middleware/request-log.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { ProblemError, toProblem, toProblemError } from './problem.ts'
import { assets } from './routes/assets.ts'
import { bookings } from './routes/bookings.ts'
import { events } from './routes/events.ts'
import { go } from './routes/go.ts'
import { health } from './routes/health.ts'
import { holds } from './routes/holds.ts'
import { manage } from './routes/manage.ts'
import { managePageRoute } from './routes/manage-page.ts'
import { metrics as metricsRoute } from './routes/metrics.ts'
import { langOf } from './routes/read.ts'
import { slots } from './routes/slots.ts'
import { webhooks } from './routes/webhooks.ts'

/** The proxy, over Web standards alone: what runs it is the business of `node.ts` and `worker.ts`. */
export function createApp({ heart, assets: files, peer }: AppDeps) {
  const { config, log, metrics, now } = heart
  return new Hono<Env>()
    .use(requestLog(log, now, metrics))
    .use(securityHeaders)
    .use(async (c, next) => {
      c.set('heart', heart)
      c.set('assets', files)
      c.set('peer', peer)
      await next()
    })
    .use('/v1/bookings/*', onlyFrom(config.ALLOWED_ORIGINS))
    .use('/v1/holds/*', onlyFrom(config.ALLOWED_ORIGINS))
    .route('/v1/events', events)
    .route('/v1/slots', slots)
    .route('/v1/bookings', bookings)
    .route('/v1/bookings', manage)
    .route('/v1/holds', holds)
    .route('/v1/webhooks/calcom', webhooks)
    .route('/webhook/calcom', webhooks)
    .route('/go', go)
    .route('/manage', managePageRoute)
    .route('/', health)
    .route('/', metricsRoute)
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
