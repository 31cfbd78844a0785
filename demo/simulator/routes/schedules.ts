import { Hono } from 'hono'
import { type Account, nextId, type Schedule } from '../account.ts'
import { type Core, type Ctx, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { coded, internal, refuse } from '../http/refusal.ts'
import { asksFor } from '../http/version.ts'
import { readSchedule, readScheduleChange } from '../schedule/input.ts'
import { oldScheduleView, scheduleView } from '../views/schedule.ts'

const VERSIONS = ['2024-06-11']

/** `/v2/schedules`; in the old version they may be read and deleted. */
export function schedules(core: Core) {
  const { account, clock } = core
  const view = (c: Ctx, schedule: Schedule) =>
    asksFor(c, VERSIONS)
      ? scheduleView(account, schedule)
      : oldScheduleView(account, schedule, clock.now().toISOString().slice(0, 10))

  const app = new Hono<Env>()
  const key = guard(core, 'key')
  app.get('/v2/schedules', key, (c) => c.json(success(account.schedules.map((schedule) => view(c, schedule)))))
  app.post('/v2/schedules', key, (c) => {
    if (!asksFor(c, VERSIONS)) throw notBuilt()
    const { isDefault, ...input } = readSchedule(c.get('body'))
    const schedule = { id: nextId(account.schedules), ...input }
    account.schedules.push(schedule)
    if (isDefault) account.user.defaultScheduleId = schedule.id
    return c.json(success(view(c, schedule)), 201)
  })

  app.get('/v2/schedules/default', key, (c) => {
    const found = account.schedules.find(({ id }) => id === account.user.defaultScheduleId)
    return c.json(success(found ? view(c, found) : null))
  })
  app.get('/v2/schedules/:id', key, (c) => c.json(success(view(c, find(account, c, 404)))))
  app.patch('/v2/schedules/:id', key, (c) => {
    if (!asksFor(c, VERSIONS)) throw notBuilt()
    const { isDefault, ...change } = readScheduleChange(c.get('body'))
    const schedule = Object.assign(find(account, c, 404), change)
    if (isDefault) account.user.defaultScheduleId = schedule.id
    return c.json(success(view(c, schedule)))
  })
  app.delete('/v2/schedules/:id', key, (c) => {
    remove(account, find(account, c, 400))
    return c.json({ status: 'success' })
  })
  return app
}

function find({ schedules }: Account, c: Ctx, missing: 400 | 404): Schedule {
  const id = Number(c.req.param('id'))
  // Cal.com itself stumbles over what is no number.
  if (!Number.isInteger(id)) throw internal()
  const found = schedules.find((schedule) => schedule.id === id)
  if (!found) throw refuse(missing, `Schedule with ID=${id} does not exist.`)
  return found
}

/** Event types that had it fall back on the default; the user goes on naming it, even if it was that. */
function remove(account: Account, { id }: Schedule) {
  account.schedules = account.schedules.filter((schedule) => schedule.id !== id)
  for (const eventType of account.eventTypes) if (eventType.scheduleId === id) eventType.scheduleId = null
}

const notBuilt = () => coded(400, 'BAD_REQUEST', 'The simulator does not write schedules in version 2024-04-15.')
