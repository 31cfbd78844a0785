import { Hono } from 'hono'
import { type Core, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'

/** `/v2/me`, in every version. */
export const me = (core: Core) =>
  new Hono<Env>().get('/v2/me', guard(core, 'key'), (c) => {
    const { user } = core.account
    const { id, email, name, avatarUrl, bio, timeFormat, defaultScheduleId } = user
    const { weekStart, timeZone, username, organizationId } = user
    const shown = { id, email, name, avatarUrl, bio, timeFormat, defaultScheduleId, weekStart, timeZone, username }
    return c.json(success({ ...shown, organizationId }))
  })
