import { Hono } from 'hono'
import type { Schedule } from '../account.ts'
import { type Core, type Ctx, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { internal, refuse } from '../http/refusal.ts'
import { asksFor } from '../http/version.ts'
import { oldScheduleView, scheduleView } from '../views/schedule.ts'

const VERSIONS = ['2024-06-11']

/** `/v2/schedules`, to be read. */
export function schedules(core: Core) {
  const { account, clock } = core
  const view = (c: Ctx, schedule: Schedule) =>
    asksFor(c, VERSIONS)
      ? scheduleView(account, schedule)
      : oldScheduleView(account, schedule, clock.now().toISOString().slice(0, 10))
  const find = (id: number | null) => account.schedules.find((schedule) => schedule.id === id)

  const app = new Hono<Env>()
  app.use('/v2/schedules/*', guard(core, 'key'))
  app.get('/v2/schedules', (c) => c.json(success(account.schedules.map((schedule) => view(c, schedule)))))
  app.get('/v2/schedules/default', (c) => {
    const found = find(account.user.defaultScheduleId)
    return c.json(success(found ? view(c, found) : null))
  })
  app.get('/v2/schedules/:id', (c) => {
    const id = Number.parseInt(c.req.param('id'), 10)
    if (Number.isNaN(id)) throw internal()
    const found = find(id)
    if (!found) throw refuse(404, `Schedule with ID=${id} does not exist.`)
    return c.json(success(view(c, found)))
  })
  return app
}
