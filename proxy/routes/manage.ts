import { type Context, Hono } from 'hono'
import {
  type Booking,
  CancelRequest,
  type ManagedBooking,
  MoveRequest,
  MoveSlotsQuery,
  type Slots,
} from '../contract.ts'
import type { Env } from '../deps.ts'
import { type Change, change } from '../manage/change.ts'
import { calendarFile, managed, openedBy } from '../manage/manage.ts'
import { slotsForMove } from '../manage/move-slots.ts'
import { noStore } from '../middleware/no-store.ts'
import { limit, readJson, readKey, readQuery } from './read.ts'

type TokenContext = Context<Env, '/:token/*'>

/**
 * `GET /v1/bookings/:token`, `GET …/slots`, `GET …/event.ics`, `POST …/cancel`, `POST …/reschedule`: a booking, for
 * whoever has its token.
 */
export const manage = new Hono<Env>()
  .get('/:token', noStore, async (c) => {
    const { heart } = c.var
    const entry = await openedBy(heart, c.req.param('token'))
    return c.json((await managed(heart, entry)) satisfies ManagedBooking)
  })
  .get('/:token/slots', noStore, async (c) => {
    const { heart } = c.var
    const { month } = readQuery(c, MoveSlotsQuery)
    return c.json((await slotsForMove(heart, await openedBy(heart, c.req.param('token')), month)) satisfies Slots)
  })
  .get('/:token/event.ics', noStore, async (c) => {
    const { heart } = c.var
    const file = await calendarFile(heart, await openedBy(heart, c.req.param('token')))
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="event.ics"',
    })
  })
  .post('/:token/cancel', noStore, limit, async (c) => {
    return answer(c, { action: 'cancel', ...(await readJson(c, CancelRequest)) })
  })
  .post('/:token/reschedule', noStore, limit, async (c) => {
    return answer(c, { action: 'move', ...(await readJson(c, MoveRequest)) })
  })

async function answer(c: TokenContext, wanted: Change) {
  const { heart } = c.var
  const key = readKey(c)
  const entry = await openedBy(heart, c.req.param('token'))
  const { booking, isKnown, replayed } = await change(heart, entry, wanted, key)
  if (replayed) c.header('idempotency-replayed', 'true')
  return c.json(booking satisfies Booking, isKnown ? 200 : 202)
}
