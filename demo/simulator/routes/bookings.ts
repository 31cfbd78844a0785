import { Hono } from 'hono'
import { createBooking } from '../booking/create.ts'
import { oldBookingIssues, readBooking } from '../booking/input.ts'
import { listBookings, paginate } from '../booking/list.ts'
import { bookingOf } from '../booking/live.ts'
import { type Core, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { coded, invalid } from '../http/refusal.ts'
import { asksFor, BOOKINGS_VERSIONS } from '../http/version.ts'
import { bookingView, readBookingView } from '../views/booking.ts'
import { oldBookingView, oldListedBookingView } from '../views/old-booking.ts'
import { readBookingsQuery } from './bookings-query.ts'

/** `/v2/bookings`: anyone may make one, or read one whose uid he knows; only the host may list them. */
export function bookings(core: Core) {
  const { account, clock } = core
  const app = new Hono<Env>()

  app.post('/v2/bookings', guard(core, 'open'), async (c) => {
    if (!asksFor(c, BOOKINGS_VERSIONS)) throw refuseOld(c.get('body'))
    const { booking, seatUid } = await createBooking(core, readBooking(c.get('body')), c.get('isOwner'))
    // Who joins others is not told it, since Cal.com looks less of their booking up.
    const joins = seatUid !== undefined && booking.attendees.length > 1
    const made = joins ? { seatUid } : { seatUid, isPlatformManagedUserBooking: false }
    return c.json(success({ ...readBookingView(account, booking, c.get('isOwner')), ...made }), 201)
  })

  app.get('/v2/bookings', guard(core, 'permission'), (c) => {
    const now = clock.now().getTime()
    if (!asksFor(c, BOOKINGS_VERSIONS)) {
      const found = listBookings(account.bookings, { status: ['upcoming'] }, now)
      const shown = found.map((booking) => oldListedBookingView(account, booking))
      return c.json(success({ bookings: shown, recurringInfo: [], totalCount: found.length, nextCursor: null }))
    }
    const query = readBookingsQuery(new URL(c.req.url).searchParams)
    const found = listBookings(account.bookings, query, now)
    const { page, pagination } = paginate(found, query.skip ?? 0, query.take ?? 100)
    return c.json({ ...success(page.map((booking) => bookingView(account, booking))), pagination })
  })

  app.get('/v2/bookings/:uid', guard(core, 'open'), (c) => {
    const found = bookingOf(account, c.req.param('uid'))
    const isNew = asksFor(c, BOOKINGS_VERSIONS)
    return c.json(success(isNew ? readBookingView(account, found, c.get('isOwner')) : oldBookingView(account, found)))
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
