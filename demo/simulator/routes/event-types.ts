import { Hono } from 'hono'
import { type Account, eventTypeOf } from '../account.ts'
import { type Core, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { internal, refuse } from '../http/refusal.ts'
import { asksFor } from '../http/version.ts'
import { eventTypeView, listedEventTypeView } from '../views/event-type.ts'
import { oldEventTypesView, oldEventTypeView } from '../views/old-event-type.ts'

const VERSIONS = ['2024-06-14']

/** `/v2/event-types`: one's own with the key, anyone's public ones by user name. */
export function eventTypes(core: Core) {
  const { account } = core
  const app = new Hono<Env>()
  // The old list knows no public side.
  app.get('/v2/event-types', async (c, next) => guard(core, asksFor(c, VERSIONS) ? 'open' : 'permission')(c, next))
  app.get('/v2/event-types', (c) => {
    if (!asksFor(c, VERSIONS)) return c.json(success(oldEventTypesView(account)))
    const found = listed(account, c.req.query(), c.get('isOwner'))
    return c.json(success(found.map((eventType) => listedEventTypeView(account, eventType))))
  })
  app.get('/v2/event-types/:id', guard(core, 'permission'), (c) => {
    const id = Number.parseInt(c.req.param('id'), 10)
    // Cal.com itself stumbles over what is no number.
    if (Number.isNaN(id)) throw internal()
    const found = eventTypeOf(account, id)
    if (!found) throw refuse(404, `Event type with id ${id} not found`)
    const isNew = asksFor(c, VERSIONS)
    return c.json(success(isNew ? eventTypeView(account, found) : { eventType: oldEventTypeView(account, found) }))
  })
  return app
}

/** Hidden event types are their owner's alone, unless one knows the slug. */
function listed({ user, eventTypes }: Account, query: Record<string, string>, isOwner: boolean) {
  const { username, eventSlug } = query
  if (username === undefined) return isOwner ? eventTypes : []
  if (username !== user.username) return []
  if (eventSlug !== undefined) return eventTypes.filter(({ slug }) => slug === eventSlug)
  return eventTypes.filter(({ hidden }) => isOwner || !hidden)
}
