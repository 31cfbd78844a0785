import { Hono } from 'hono'
import { bookingLink } from '../config.ts'
import type { Env } from '../deps.ts'
import { ProblemError } from '../problem.ts'

/** What Cal.com's booking page reads, besides `metadata[…]`. */
const CARRIED = [
  'name',
  'email',
  'notes',
  'attendeePhoneNumber',
  'guests',
  'month',
  'date',
  'slot',
  'duration',
  'cal.tz',
]

/** Read there only as `metadata[…]`. */
const TRACKED = /^(utm_\w{1,30}|yclid|gclid)$/

/** `GET /go/:event?`: on to the plain Cal.com page, for QR codes and mails. Host fixed, event only from `EVENTS`. */
export const go = new Hono<Env>().get('/:event?', (c) => {
  const { config } = c.var.heart
  const event = c.req.param('event') ?? config.EVENTS[0]
  if (!event || !config.EVENTS.includes(event))
    throw new ProblemError('event_not_found', { fields: { event: 'option' } })
  const target = new URL(bookingLink(config, event))
  for (const [name, value] of new URL(c.req.url).searchParams) {
    const carried = carriedName(name)
    if (carried) target.searchParams.append(carried, value)
  }
  c.header('cache-control', 'no-store')
  return c.redirect(target.href, 302)
})

function carriedName(name: string): string | undefined {
  if (TRACKED.test(name)) return `metadata[${name}]`
  return CARRIED.includes(name) || /^metadata\[\w{1,40}\]$/.test(name) ? name : undefined
}
