import { createMiddleware } from 'hono/factory'
import type { Core, Ctx, Env } from '../core.ts'
import { refuse, throttled } from './refusal.ts'

// What is no API key is taken for an access token, and those may ask more often.
const TOKEN_LIMIT = 500

const NO_KEY =
  "ApiAuthStrategy - No authentication method provided. Either pass an API key as 'Bearer' header or OAuth client credentials as 'x-cal-secret-key' and 'x-cal-client-id' headers"
const NO_PERMISSION =
  "PermissionsGuard - no authentication provided. Provide either authorization bearer token containing managed user access token or oAuth client id in 'x-cal-client-id' header."

/** Who may come in without a key: anyone, or nobody (and which guard says so). */
export type Access = 'open' | 'key' | 'permission'

/** Counts the request, knows the key, and turns away who has none where one is needed. */
export const guard = (core: Core, access: Access) =>
  createMiddleware<Env>(async function guard(c, next) {
    const key = c.req.header('authorization')?.replace(/^Bearer /, '')
    throttle(core, c, key)
    if (key && key !== core.apiKey) throw refuse(401, 'Invalid Access Token.')
    if (!key && access === 'key') throw refuse(401, NO_KEY)
    if (!key && access === 'permission') throw refuse(403, NO_PERMISSION)
    c.set('isOwner', Boolean(key))
    await next()
  })

function throttle(core: Core, c: Ctx, key: string | undefined) {
  const isToken = Boolean(key) && key !== core.apiKey
  // A key that is shaped like one and wrong is not even counted.
  if (isToken && key?.startsWith('cal_')) throw refuse(401, 'CustomThrottlerGuard - Invalid API Key')
  const allowance = core.take(key ?? `ip:${c.req.header('x-forwarded-for') ?? ''}`, isToken ? TOKEN_LIMIT : core.limit)
  c.header('X-RateLimit-Limit-Default', String(allowance.limit))
  c.header('X-RateLimit-Remaining-Default', String(allowance.remaining))
  c.header('X-RateLimit-Reset-Default', String(allowance.reset))
  if (!allowance.allowed) throw throttled()
}
