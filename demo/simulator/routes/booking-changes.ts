import { Hono } from 'hono'
import { cancelBooking } from '../booking/cancel.ts'
import { readCancel, readDecline, readMove } from '../booking/change-input.ts'
import { confirmBooking, declineBooking } from '../booking/confirm.ts'
import { checkCancellable } from '../booking/live.ts'
import { moveBooking } from '../booking/move.ts'
import { type Core, type Ctx, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { refuse } from '../http/refusal.ts'
import { asksFor, BOOKINGS_VERSIONS, only } from '../http/version.ts'
import { bookingView, readBookingView } from '../views/booking.ts'

/** What becomes of a booking: whoever knows its uid may move it or call it off; the host says yes or no to it. */
export function bookingChanges(core: Core) {
  const { account } = core
  const app = new Hono<Env>()
  const isNew = only(...BOOKINGS_VERSIONS)

  app.post('/v2/bookings/:uid/reschedule', isNew, guard(core, 'open'), async (c) => {
    const input = readMove(c.get('body'))
    const { booking, seatUid } = await moveBooking(core, c.req.param('uid'), input, c.get('isOwner'))
    const view = readBookingView(account, booking, c.get('isOwner'))
    return c.json(success({ ...view, seatUid, isPlatformManagedUserBooking: false }), 201)
  })

  app.post('/v2/bookings/:uid/cancel', guard(core, 'open'), async (c) => {
    const uid = c.req.param('uid')
    if (!asksFor(c, BOOKINGS_VERSIONS)) return c.json(success(await cancelTheOldWay(core, c, uid)), 201)
    const input = readCancel(c.get('body'))
    const booking = await cancelBooking(core, uid, input, c.get('isOwner'))
    // It is off by then; what is missed are the others.
    if (input.cancelSubsequentBookings) throw refuse(400, notRecurring(uid))
    return c.json(success(readBookingView(account, booking, c.get('isOwner'))))
  })

  app.post('/v2/bookings/:uid/confirm', isNew, guard(core, 'permission'), async (c) => {
    const booking = await confirmBooking(core, c.req.param('uid'))
    return c.json(success(bookingView(account, booking)))
  })

  app.post('/v2/bookings/:uid/decline', isNew, guard(core, 'permission'), async (c) => {
    const { reason } = readDecline(c.get('body'))
    const booking = await declineBooking(core, c.req.param('uid'), reason)
    return c.json(success(bookingView(account, booking)))
  })

  return app
}

const notRecurring = (uid: string) => `Booking with bookingUid=${uid} is not part of a recurring booking.`

/** As version 2024-04-15 does it, which says of it no more than what it was. */
async function cancelTheOldWay(core: Core, c: Ctx, uid: string) {
  if (!Number.isNaN(Number(uid))) throw refuse(400, 'Please provide booking uid instead of booking id.')
  const booking = core.account.bookings.find((one) => one.uid === uid)
  if (!booking) throw refuse(404, `Booking with UID=${uid} does not exist.`)
  checkCancellable(booking)
  const { cancellationReason, seatReferenceUid: seatUid } = Object(c.get('body'))
  const { status } = await cancelBooking(core, uid, { cancellationReason, seatUid }, c.get('isOwner'))
  return { bookingId: booking.id, bookingUid: uid, onlyRemovedAttendee: status !== 'cancelled' }
}
