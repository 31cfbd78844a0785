import { Hono } from 'hono'
import { bookingLink } from '../config.ts'
import type { Env } from '../deps.ts'
import { noStore } from '../middleware/no-store.ts'
import { managePage } from '../page/page.ts'
import { style } from '../page/style.ts'
import { langOf } from './read.ts'

/** Everything from here, and nothing that was put into the page: not even a script of ours may write one. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ')

/** Of a text that never changes: worked out once. */
let policy: Promise<string> | undefined

async function withStyle(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  return `${POLICY}; style-src 'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

/** `GET /manage`: our own page, without analytics, for who has the link to his booking. */
export const managePageRoute = new Hono<Env>().get('/', noStore, async (c) => {
  const { config } = c.var.heart
  policy ??= withStyle()
  c.header('content-security-policy', await policy)
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('vary', 'accept-language')
  const lang = langOf(c)
  return c.html(managePage({ lang, link: bookingLink(config, config.EVENTS[0] ?? ''), contacts: config.CONTACTS }))
})
