import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Core, Ctx, Env } from './core.ts'
import { internal, Refusal, refuse } from './http/refusal.ts'
import { cannot, pathOf } from './http/version.ts'
import { bookingChanges } from './routes/booking-changes.ts'
import { bookings } from './routes/bookings.ts'
import { calendars } from './routes/calendars.ts'
import { eventTypes } from './routes/event-types.ts'
import { me } from './routes/me.ts'
import { reservations } from './routes/reservations.ts'
import { schedules } from './routes/schedules.ts'
import { slots } from './routes/slots.ts'
import { webhooks } from './routes/webhooks.ts'

/** Cal.com's API v2 over an account: the routes, and what turns a refusal into an answer. */
export function createApi(core: Core) {
  const answer = (c: Ctx, refusal: Refusal) =>
    c.json(refusal.toBody(pathOf(c.req.raw), core.clock.now().toISOString()), refusal.status as ContentfulStatusCode)

  const app = new Hono<Env>()
  app.use(withHeaders(core), readBody)
  for (const area of [me, eventTypes, schedules, slots, reservations, bookings, bookingChanges, webhooks, calendars])
    app.route('/', area(core))
  app.notFound((c) => answer(c, cannot(c)))
  app.onError((error, c) => {
    if (error instanceof Refusal) return answer(c, error)
    // A mistake of the simulator's own, which nobody should have to look for.
    console.error(error)
    return answer(c, internal())
  })
  return app
}

const withHeaders = ({ clock }: Core) =>
  createMiddleware<Env>(async function withHeaders(c, next) {
    await next()
    c.header('content-type', 'application/json; charset=utf-8')
    c.header('date', clock.now().toUTCString())
  })

/** Parses JSON ahead of everything else, as Cal.com does: what is not JSON is not even counted. */
const readBody = createMiddleware<Env>(async function readBody(c, next) {
  const isJson = c.req.header('content-type')?.includes('json')
  c.set('body', isJson ? parse(await c.req.text()) : {})
  await next()
})

function parse(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refuse(400, (error as SyntaxError).message)
  }
}
