import { Hono } from 'hono'
import type { Reservation } from '../account.ts'
import { type Core, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { only } from '../http/version.ts'
import { type ReservationInput, readReservation } from '../reservation/input.ts'
import { DEFAULT_MINUTES, rereserve, reserve } from '../reservation/reserve.ts'
import { MINUTE, toMs } from '../time.ts'

/**
 * `/v2/slots/reservations`: anyone may hold a time for a while, and whoever knows a reservation's uid may change it.
 */
export function reservations(core: Core) {
  const { account } = core
  const app = new Hono<Env>()
  app.use('/v2/slots/reservations/*', only('2024-09-04'), guard(core, 'open'))

  app.post('/v2/slots/reservations', async (c) => {
    const input = readReservation(c.get('body'))
    return c.json(success(heldView(await reserve(core, input, c.get('isOwner')), input)), 201)
  })

  app.get('/v2/slots/reservations/:uid', (c) => {
    const found = account.reservations.find(({ uid }) => uid === c.req.param('uid'))
    return c.json(success(found ? view(found) : null))
  })

  app.patch('/v2/slots/reservations/:uid', async (c) => {
    const input = readReservation(c.get('body'))
    return c.json(success(heldView(await rereserve(core, c.req.param('uid'), input), input)))
  })

  app.delete('/v2/slots/reservations/:uid', (c) => {
    account.reservations = account.reservations.filter(({ uid }) => uid !== c.req.param('uid'))
    return c.json({ status: 'success' })
  })

  return app
}

const view = ({ uid, eventTypeId, start, end, until }: Reservation) => ({
  reservationUid: uid,
  eventTypeId,
  slotStart: start,
  slotEnd: end,
  slotDuration: (toMs(end) - toMs(start)) / MINUTE,
  reservationUntil: until,
})

/** The same to the one who just took it. */
const heldView = (reservation: Reservation, { reservationDuration = DEFAULT_MINUTES }: ReservationInput) => ({
  ...view(reservation),
  reservationDuration,
})
