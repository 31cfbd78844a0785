import { describe, expect, it } from 'vitest'
import { booking } from '../../../demo/simulator/index.ts'
import { hours, NOW, setup } from './setup.ts'

/** A simulator with Ivan's booking `own`, on 25 November 07:00–07:40Z. */
function withBooking(options: Parameters<typeof setup>[0] = {}) {
  const all = setup(options)
  const own = booking({ start: '2026-11-25T07:00:00Z', uid: 'own' })
  all.account.bookings.push(own)
  const cancel = (body: object = {}, key: string | null = null, uid = 'own') => all.change(uid, 'cancel', body, key)
  return { ...all, own, cancel }
}

const KEY = 'cal_test_simulator'
const REASON = { statusCode: 400, message: 'Cancellation reason is required' }

describe('cancelling a booking', () => {
  it('takes no more than its uid', async () => {
    const { cancel, read } = withBooking()
    const off = await cancel()
    expect(off.status).toBe(200)
    expect(off.body.data).toMatchObject({ uid: 'own', status: 'cancelled', cancellationReason: '' })
    expect((await read('own')).body.data).toMatchObject({ status: 'cancelled', updatedAt: NOW })
  })

  it('takes a reason from the host', async () => {
    const { cancel } = withBooking()
    expect(await cancel({}, KEY)).toMatchObject({ status: 400, body: REASON })
    expect(await cancel({ cancellationReason: ' ' }, KEY)).toMatchObject({ status: 400, body: REASON })
    const off = await cancel({ cancellationReason: 'заболел' }, KEY)
    expect(off.body.data).toMatchObject({ status: 'cancelled', cancellationReason: 'заболел' })
  })

  it('frees its time', async () => {
    const { cancel, sim, slots } = withBooking()
    const day = 'eventTypeId=3&start=2026-11-25&end=2026-11-25'
    expect(hours(await slots(day))).not.toContain('07:00')
    await cancel()
    expect(hours(await slots(day))).not.toContain('07:00')
    sim.clock.advance(2000)
    expect(hours(await slots(day))).toContain('07:00')
  })

  it('twice, or what is unknown or over, is refused', async () => {
    const { account, cancel } = withBooking()
    account.bookings.push(booking({ start: '2026-11-20T07:00:00Z', uid: 'over' }))
    expect((await cancel()).status).toBe(200)
    expect((await cancel()).body.error.message).toMatch(
      /^Can't cancel booking with uid=own because it has been cancelled already\./,
    )
    const unknown = await cancel({}, null, 'nope')
    expect([unknown.status, unknown.body.error.message]).toEqual([404, 'Booking with uid=nope not found'])
    const over = { statusCode: 400, message: 'Cannot cancel a booking that has already ended' }
    expect((await cancel({}, null, 'over')).body).toEqual(over)
  })

  it.each([
    [{ foo: 1 }, 'foo property is wrong,property foo should not exist '],
    [{ cancellationReason: 5 }, 'cancellationReason property is wrong,cancellationReason must be a string '],
    [
      { cancelSubsequentBookings: 1 },
      'cancelSubsequentBookings property is wrong,cancelSubsequentBookings must be a boolean value ',
    ],
  ])('with %j is refused', async (body, message) => {
    expect((await withBooking().cancel(body)).body.error.message).toBe(message)
  })

  it('with all that follow it is off, though none does', async () => {
    const { cancel, own } = withBooking()
    const { status, body } = await cancel({ cancelSubsequentBookings: true })
    expect([status, body.error.message]).toEqual([
      400,
      'Booking with bookingUid=own is not part of a recurring booking.',
    ])
    expect(own.status).toBe('cancelled')
  })

  it('without a version says only which it was', async () => {
    const { own, send } = withBooking()
    const cancel = (uid: string) => send('POST', `/v2/bookings/${uid}/cancel`, undefined, {}, null)
    const off = await cancel('own')
    expect(off.status).toBe(201)
    expect(off.body.data).toEqual({ bookingId: own.id, bookingUid: 'own', onlyRemovedAttendee: false })
    expect((await cancel('nope')).body.error.message).toBe('Booking with UID=nope does not exist.')
    expect((await cancel('12')).body.error.message).toBe('Please provide booking uid instead of booking id.')
  })
})

describe('confirming and declining', () => {
  const asks = { type: 'always', blockUnconfirmedBookingsInBooker: false } as const

  async function withRequest() {
    const all = setup({ types: [{ id: 9, slug: 'asks', confirmationPolicy: asks }] })
    const { uid } = (await all.book({ eventTypeId: 9 }, null)).body.data
    return { ...all, uid }
  }

  it('gives a request its room and its time', async () => {
    const { change, slots, uid } = await withRequest()
    const yes = await change(uid, 'confirm')
    expect(yes.status).toBe(200)
    expect(yes.body.data).toMatchObject({ status: 'accepted', location: `https://app.cal.com/video/${uid}` })
    expect(hours(await slots('eventTypeId=3&start=2026-11-25&end=2026-11-25'))).not.toContain('07:00')
  })

  it('says no, and keeps why', async () => {
    const { account, change, uid } = await withRequest()
    const no = await change(uid, 'decline', { reason: 'отпуск' })
    expect(no.status).toBe(200)
    expect(no.body.data.status).toBe('rejected')
    expect(account.bookings[0]?.rejectionReason).toBe('отпуск')
  })

  it('is the host’s alone', async () => {
    const { change, uid } = await withRequest()
    expect((await change(uid, 'confirm', {}, null)).status).toBe(403)
    expect((await change(uid, 'decline', {}, null)).status).toBe(403)
  })

  it.each(['confirm', 'decline'])('%s is refused for what is confirmed, and for what is unknown', async (what) => {
    const { change, uid } = await withRequest()
    await change(uid, 'confirm')
    const again = await change(uid, what)
    expect(again.status).toBe(400)
    expect(again.body.error).toEqual({ code: 'TRPCError', message: 'Booking already confirmed' })
    const unknown = await change('nope', what)
    expect([unknown.status, unknown.body.error.message]).toEqual([
      404,
      'Booking with uid=nope was not found in the database',
    ])
  })

  it('takes a reason that is text', async () => {
    const { change, uid } = await withRequest()
    const { status, body } = await change(uid, 'decline', { reason: 5 })
    expect(status).toBe(400)
    expect(body.error.details).toEqual({
      errors: [
        {
          target: { reason: 5 },
          value: 5,
          property: 'reason',
          children: [],
          constraints: { isString: 'reason must be a string' },
        },
      ],
    })
  })
})
