import { Hono } from 'hono'
import { type Core, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { refuse } from '../http/refusal.ts'
import { iso, toMs } from '../time.ts'
import { calendarsView, sourceOf } from '../views/calendars.ts'
import { readBusyQuery } from './calendars-query.ts'

/** `/v2/calendars`, in every version. */
export function calendars(core: Core) {
  const { account } = core
  const key = guard(core, 'key')
  const app = new Hono<Env>()
  app.get('/v2/calendars', key, (c) => c.json(success(calendarsView(account))))
  app.get('/v2/calendars/busy-times', key, (c) => {
    const asked = readBusyQuery(new URL(c.req.url).searchParams)
    const found = asked.map((id) => account.connections.find(({ credentialId }) => credentialId === id))
    const [first] = found
    if (found.includes(undefined)) throw refuse(401, 'These credentials do not belong to you')
    // All of them, whatever was asked for: Cal.com passes on what a calendar sends, and a feed sends everything.
    const busy = first ? account.busy : []
    const view = busy.map(({ start, end }) => ({
      ...{ start: iso(toMs(start)), end: iso(toMs(end)) },
      ...{ title: 'Busy', source: first && sourceOf(first) },
    }))
    return c.json(success(view))
  })
  return app
}
