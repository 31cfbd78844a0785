import { Hono } from 'hono'
import { eventTypeOf } from '../account.ts'
import { createBooking } from '../booking/create.ts'
import { oldBookingIssues, readBooking } from '../booking/input.ts'
import { listBookings, paginate } from '../booking/list.ts'
import { type Core, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { coded, invalid, refuse } from '../http/refusal.ts'
import { asksFor } from '../http/version.ts'
import { bookingView } from '../views/booking.ts'
import { oldBookingView, oldListedBookingView } from '../views/old-booking.ts'
import { readBookingsQuery } from './bookings-query.ts'

const VERSIONS = ['2024-08-13', '2026-02-25']

/** `/v2/bookings`: anyone may make one, or read one whose uid he knows; only the host may list them. */
export function bookings(core: Core) {
  const { account, clock } = core
  const app = new Hono<Env>()

  app.post('/v2/bookings', guard(core, 'open'), async (c) => {
    if (!asksFor(c, VERSIONS)) throw refuseOld(c.get('body'))
    const { booking, seatUid } = await createBooking(core, readBooking(c.get('body')), c.get('isOwner'))
    const made = seatUid ? { seatUid } : { isPlatformManagedUserBooking: false }
    return c.json(success({ ...bookingView(account, booking), ...made }), 201)
  })

  app.get('/v2/bookings', guard(core, 'permission'), (c) => {
    const now = clock.now().getTime()
    if (!asksFor(c, VERSIONS)) {
      const found = listBookings(account.bookings, { status: ['upcoming'] }, now)
      const shown = found.map((booking) => oldListedBookingView(account, booking))
      return c.json(success({ bookings: shown, recurringInfo: [], totalCount: found.length, nextCursor: null }))
    }
    const query = readBookingsQuery(c.req.query())
    const found = listBookings(account.bookings, query, now)
    const { page, pagination } = paginate(found, query.skip ?? 0, query.take ?? 100)
    return c.json({ ...success(page.map((booking) => bookingView(account, booking))), pagination })
  })

  app.get('/v2/bookings/:uid', guard(core, 'open'), (c) => {
    const uid = c.req.param('uid')
    const found = account.bookings.find((booking) => booking.uid === uid)
    if (!found) throw refuse(404, `Booking with uid=${uid} was not found in the database`)
    if (!asksFor(c, VERSIONS)) return c.json(success(oldBookingView(account, found)))
    const seats = eventTypeOf(account, found.eventTypeId)?.seats
    const isShown = c.get('isOwner') || Boolean(seats && 'showAttendeeInfo' in seats && seats.showAttendeeInfo)
    return c.json(success(bookingView(account, found, isShown)))
  })

  return app
}

// The old way to book is not built: a body of today never passes it, and nobody should send one of then.
function refuseOld(body: unknown) {
  const { target, issues } = oldBookingIssues(Object(body))
  return issues.length > 0
    ? invalid(target, issues)
    : coded(400, 'BAD_REQUEST', 'The simulator does not book in version 2024-04-15.')
}
