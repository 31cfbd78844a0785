import { Hono } from 'hono'
import { type Account, type EventType, eventTypeOf } from '../account.ts'
import { type Core, type Ctx, type Env, success } from '../core.ts'
import { readEventType, readEventTypeChange } from '../event-type/input.ts'
import { OLD_EVENT_TYPE } from '../event-type/rules.ts'
import { changeEventType, createEventType, removeEventType } from '../event-type/write.ts'
import { readKnown } from '../http/body.ts'
import { guard } from '../http/guard.ts'
import { coded, internal, refuse } from '../http/refusal.ts'
import { asksFor } from '../http/version.ts'
import { eventTypeView, listedEventTypeView } from '../views/event-type.ts'
import { oldEventTypesView, oldEventTypeView } from '../views/old-event-type.ts'

const VERSIONS = ['2024-06-14']

/** `/v2/event-types`: one's own with the key, anyone's public ones by user name. */
export function eventTypes(core: Core) {
  const { account } = core
  const app = new Hono<Env>()
  const owner = guard(core, 'permission')
  // The old list knows no public side.
  app.get('/v2/event-types', async (c, next) => guard(core, asksFor(c, VERSIONS) ? 'open' : 'permission')(c, next))
  app.get('/v2/event-types', (c) => {
    if (!asksFor(c, VERSIONS)) return c.json(success(oldEventTypesView(account)))
    const found = inOrder(listed(account, c.req.query(), c.get('isOwner')), c.req.query('sortCreatedAt'))
    return c.json(success(found.map((eventType) => listedEventTypeView(account, eventType))))
  })
  app.post('/v2/event-types', owner, (c) => {
    if (!asksFor(c, VERSIONS)) throw refuseOld(c.get('body'))
    const made = createEventType(account, readEventType(c.get('body')))
    return c.json(success(eventTypeView(account, made)), 201)
  })

  app.get('/v2/event-types/:id', owner, (c) => {
    const id = idOf(c)
    const found = eventTypeOf(account, id)
    if (!found) throw refuse(404, `Event type with id ${id} not found`)
    const isNew = asksFor(c, VERSIONS)
    return c.json(success(isNew ? eventTypeView(account, found) : { eventType: oldEventTypeView(account, found) }))
  })
  app.patch('/v2/event-types/:id', owner, (c) => {
    if (!/^-?\d+$/.test(c.req.param('id'))) throw refuse(400, 'Validation failed (numeric string is expected)')
    if (!asksFor(c, VERSIONS)) throw notBuilt()
    const changed = changeEventType(account, idOf(c), readEventTypeChange(c.get('body')))
    return c.json(success(eventTypeView(account, changed)))
  })
  app.delete('/v2/event-types/:id', owner, (c) => {
    const { id, lengthInMinutes, slug, title } = removeEventType(account, idOf(c))
    const length = asksFor(c, VERSIONS) ? { lengthInMinutes } : { length: lengthInMinutes }
    return c.json(success({ id, ...length, slug, title }))
  })
  return app
}

function idOf(c: Ctx) {
  const id = Number.parseInt(c.req.param('id') ?? '', 10)
  // Cal.com itself stumbles over what is no number.
  if (Number.isNaN(id)) throw internal()
  return id
}

// The old way to write is not built: a body of today never passes it, and nobody should send one of then.
function refuseOld(body: unknown) {
  readKnown(body, OLD_EVENT_TYPE)
  return notBuilt()
}

const notBuilt = () => coded(400, 'BAD_REQUEST', 'The simulator does not write event types in version 2024-04-15.')

/** The ids tell which was made first. */
const inOrder = (eventTypes: EventType[], order = 'asc') =>
  [...eventTypes].sort((a, b) => (a.id - b.id) * (order === 'desc' ? -1 : 1))

/** Hidden event types are their owner's alone, unless one knows the slug. */
function listed({ user, eventTypes }: Account, query: Record<string, string>, isOwner: boolean) {
  const { username, eventSlug } = query
  if (username === undefined) return isOwner ? eventTypes : []
  if (username !== user.username) return []
  if (eventSlug !== undefined) return eventTypes.filter(({ slug }) => slug === eventSlug)
  return eventTypes.filter(({ hidden }) => isOwner || !hidden)
}
