import { describe, expect, it } from 'vitest'
import { booking } from '../../../demo/simulator/index.ts'
import { hours, setup } from './setup.ts'

const TAKEN = 'User either already has booking at this time or is not available'
const DATABASE = { statusCode: 400, message: 'An error occurred while querying the database.' }

/** A simulator with Ivan's booking `own`, on 25 November 07:00–07:40Z. */
function withBooking(options: Parameters<typeof setup>[0] = {}) {
  const all = setup(options)
  const own = booking({ start: '2026-11-25T07:00:00Z', uid: 'own' })
  all.account.bookings.push(own)
  const move = (start: string, more: object = {}, key: string | null = null, uid = 'own') =>
    all.change(uid, 'reschedule', { start, ...more }, key)
  return { ...all, own, move }
}

describe('moving a booking', () => {
  it('takes no more than its uid, makes a new one, and links both ways', async () => {
    const { move, read } = withBooking()
    const moved = await move('2026-11-26T08:00:00Z', {
      reschedulingReason: 'не могу',
      rescheduledBy: 'ivan@example.com',
    })
    expect(moved.status).toBe(201)
    const { data } = moved.body
    expect(data).toMatchObject({
      status: 'accepted',
      start: '2026-11-26T08:00:00.000Z',
      end: '2026-11-26T08:40:00.000Z',
      rescheduledFromUid: 'own',
      reschedulingReason: 'не могу',
      rescheduledByEmail: 'ivan@example.com',
      icsUid: 'own@Cal.com',
      location: `https://app.cal.com/video/${data.uid}`,
    })
    expect(data.uid).not.toBe('own')
    expect((await read('own')).body.data).toMatchObject({ status: 'cancelled', rescheduledToUid: data.uid })
  })

  it('frees the old time and takes the new one', async () => {
    const { move, sim, slots } = withBooking()
    const day = 'eventTypeId=3&start=2026-11-25&end=2026-11-25'
    expect(hours(await slots(day))).not.toContain('07:00')
    await move('2026-11-25T13:00:00Z')
    sim.clock.advance(2000)
    const free = hours(await slots(day))
    expect(free).toContain('07:00')
    expect(free).not.toContain('13:00')
  })

  it('keeps its length, whichever it was', async () => {
    const { account, move } = withBooking()
    account.bookings.push(booking({ start: '2026-11-25T09:00:00Z', end: '2026-11-25T10:30:00Z', uid: 'long' }))
    const { data } = (await move('2026-11-26T08:00:00Z', {}, null, 'long')).body
    expect(data).toMatchObject({ end: '2026-11-26T09:30:00.000Z', duration: 90 })
  })

  it('may keep or overlap its own time, but not that of another', async () => {
    const { account, move } = withBooking()
    account.bookings.push(booking({ start: '2026-11-25T08:00:00Z' }))
    expect((await move('2026-11-25T07:30:00Z')).body.error.message).toBe(TAKEN)
    const same = await move('2026-11-25T07:00:00Z')
    expect(same.status).toBe(201)
    expect((await move('2026-11-25T07:10:00Z', {}, null, same.body.data.uid)).status).toBe(201)
  })

  it.each([
    ['the past', '2026-11-03T09:00:00Z', 'Attempting to book a meeting in the past.'],
    ['what is too soon', '2026-11-22T15:00:00Z', /^The event type can't be booked at the "start" time provided\./],
    ['the weekend', '2026-11-28T09:00:00Z', TAKEN],
  ])('to %s is refused, and leaves it as it was', async (_, start, message) => {
    const { move, own } = withBooking()
    const { status, body } = await move(start)
    expect(status).toBe(400)
    expect(body.error.message).toMatch(message)
    expect(own).toMatchObject({ status: 'accepted', start: '2026-11-25T07:00:00.000Z' })
  })

  it('is refused for an unknown one, a cancelled one, and one moved already, whose successor it names', async () => {
    const { account, move } = withBooking()
    account.bookings.push(booking({ start: '2026-11-26T07:00:00Z', uid: 'off', status: 'cancelled' }))
    const unknown = await move('2026-11-26T08:00:00Z', {}, null, 'nope')
    expect(unknown.status).toBe(404)
    expect(unknown.body.error.message).toBe('Booking with uid=nope was not found in the database')
    expect((await move('2026-11-26T08:00:00Z', {}, null, 'off')).body.error.message).toMatch(
      /^Can't reschedule booking with uid=off because it has been cancelled\. /,
    )
    const { uid } = (await move('2026-11-26T08:00:00Z')).body.data
    expect((await move('2026-11-26T09:00:00Z')).body.error.message).toMatch(
      new RegExp(`^Can't reschedule booking with uid=own because .* already to booking with uid=${uid}\\.`),
    )
  })

  it.each([
    [{ foo: 1 }, 'foo property is wrong,property foo should not exist '],
    [{ start: 'soon' }, 'start property is wrong,start must be a valid ISO 8601 date string '],
    [{ rescheduledBy: 'ivan' }, 'rescheduledBy property is wrong,Invalid rescheduledBy email format '],
    [{ reschedulingReason: 5 }, 'reschedulingReason property is wrong,reschedulingReason must be a string '],
  ])('with %j is refused', async (more, message) => {
    const { status, body } = await withBooking().move('2026-11-26T08:00:00Z', more)
    expect([status, body.error.message]).toEqual([400, message])
  })

  it('takes a code for the e-mail address', async () => {
    expect((await withBooking().move('2026-11-26T08:00:00Z', { emailVerificationCode: '123456' })).status).toBe(201)
  })

  it('is known in no old version', async () => {
    const { send } = withBooking()
    const old = await send('POST', '/v2/bookings/own/reschedule', undefined, { start: '2026-11-26T08:00:00Z' })
    expect([old.status, old.body.error.message]).toEqual([404, 'Cannot POST /v2/bookings/own/reschedule'])
  })
})

describe('moving what needs confirmation', () => {
  const asks = { type: 'always', blockUnconfirmedBookingsInBooker: false } as const

  function withRequest() {
    const all = withBooking({ types: [{ id: 9, slug: 'asks', confirmationPolicy: asks }] })
    Object.assign(all.own, { eventTypeId: 9 })
    return all
  }

  it('asks the host anew', async () => {
    expect((await withRequest().move('2026-11-26T08:00:00Z')).body.data).toMatchObject({
      status: 'pending',
      location: 'integrations:daily',
    })
  })

  it('does not when it is the host who moves: by key, or by address', async () => {
    const byKey = await withRequest().move('2026-11-26T08:00:00Z', {}, 'cal_test_simulator')
    expect(byKey.body.data.status).toBe('accepted')
    const byAddress = await withRequest().move('2026-11-26T08:00:00Z', { rescheduledBy: 'olga@example.com' })
    expect(byAddress.body.data.status).toBe('accepted')
  })
})

describe('moving several at once', () => {
  it('to the same start lets one through', async () => {
    const { account, move } = withBooking()
    account.bookings.push(booking({ start: '2026-11-25T09:00:00Z', uid: 'other' }))
    const start = '2026-11-26T08:00:00Z'
    const [won, lost] = await Promise.all([move(start), move(start, {}, null, 'other')])
    expect(won.status).toBe(201)
    expect(lost).toMatchObject({ status: 400, body: DATABASE })
  })

  it('to starts that overlap lets all through', async () => {
    const { account, move } = withBooking()
    account.bookings.push(booking({ start: '2026-11-25T09:00:00Z', uid: 'other' }))
    const both = await Promise.all([move('2026-11-26T08:00:00Z'), move('2026-11-26T08:20:00Z', {}, null, 'other')])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
  })
})

describe('slots for a move', () => {
  it('count the time of the booking that is moved as free', async () => {
    const { slots } = withBooking()
    const day = 'eventTypeId=3&start=2026-11-25&end=2026-11-25'
    expect(hours(await slots(day))).not.toContain('07:00')
    expect(hours(await slots(`${day}&bookingUidToReschedule=own`))).toContain('07:00')
  })
})
