import { describe, expect, it } from 'vitest'
import { setup } from './setup.ts'

describe('taking a seat', () => {
  it('tells the first of them more than those who join', async () => {
    const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true }
    const { book } = setup({ types: [{ id: 9, slug: 'group', seats }] })
    const join = async (email: string) => (await book({ eventTypeId: 9, attendee: { email } })).body.data
    expect(await join('a@example.com')).toMatchObject({ isPlatformManagedUserBooking: false })
    expect(await join('b@example.com')).not.toHaveProperty('isPlatformManagedUserBooking')
  })
})

describe('a seat', () => {
  const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true }
  const types = [{ id: 9, slug: 'group', seats, fields: [{ type: 'text', slug: 'topic' }] }]
  const attendee = { phoneNumber: '+79161234567' }
  const place = { eventTypeId: 9, attendee, bookingFieldsResponses: { topic: 'дом' }, metadata: { utm: 'x' } }

  it('keeps what its own attendee answered and brought along, but for the address', async () => {
    const { book, read } = setup({ types })
    const { uid } = (await book(place)).body.data
    const [seat] = (await read(uid)).body.data.attendees
    expect(seat).toMatchObject({
      bookingFieldsResponses: { name: 'Иван Петров', guests: [], topic: 'дом', attendeePhoneNumber: '+79161234567' },
      metadata: { utm: 'x' },
    })
    expect(seat).not.toHaveProperty('bookingFieldsResponses.email')
    expect(seat).not.toHaveProperty('phoneNumber')
  })

  it('shows no metadata that is not all text', async () => {
    const { book } = setup({ types })
    expect((await book({ ...place, metadata: { utm: 'x', n: 1 } })).body.data.attendees).toMatchObject([
      { metadata: {} },
    ])
  })

  it('tells who takes or moves it nothing of the others, where the event type does not', async () => {
    const hidden = { ...seats, showAttendeeInfo: false }
    const { book, change } = setup({ types: [{ id: 9, slug: 'group', seats: hidden }] })
    const { uid, seatUid, attendees } = (await book({ eventTypeId: 9 }, null)).body.data
    expect(attendees).toEqual([])
    const moved = await change(uid, 'reschedule', { start: '2026-11-26T08:00:00Z', seatUid }, null)
    expect(moved.body.data).toMatchObject({ attendees: [], seatUid })
  })
})

describe('giving up a seat', () => {
  const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true }
  const attendee = (name: string) => ({ name, email: `${name}@example.com`, timeZone: 'Europe/Moscow' })

  /** A group meeting on 25 November 07:00Z with `a` and `b` in it. */
  async function withGroup() {
    const all = setup({ types: [{ id: 9, slug: 'group', seats }] })
    const join = (name: string, start = '2026-11-25T07:00:00Z') =>
      all.book({ eventTypeId: 9, attendee: attendee(name), start }, null)
    const [a, b] = [(await join('a')).body.data, (await join('b')).body.data]
    const names = async (uid: string) => (await all.read(uid)).body.data.attendees.map(({ name }) => name)
    return { ...all, join, names, uid: a.uid, a, b }
  }

  it('leaves the others where they are', async () => {
    const { a, change, join, names, uid } = await withGroup()
    const off = await change(uid, 'cancel', { seatUid: a.seatUid }, null)
    expect(off.body.data).toMatchObject({ status: 'accepted', attendees: [{ name: 'b' }] })
    expect((await join('c')).status).toBe(201)
    expect(await names(uid)).toEqual(['b', 'c'])
  })

  it('calls the meeting off with the last of them', async () => {
    const { a, b, change, uid } = await withGroup()
    await change(uid, 'cancel', { seatUid: a.seatUid }, null)
    const off = await change(uid, 'cancel', { seatUid: b.seatUid, cancellationReason: 'дождь' }, null)
    expect(off.body.data).toMatchObject({ status: 'cancelled', cancellationReason: 'дождь', attendees: [] })
  })

  it('takes a seat of that very meeting', async () => {
    const { b, change, join, uid } = await withGroup()
    const other = (await join('c', '2026-11-25T09:00:00Z')).body.data
    expect((await change(uid, 'cancel', { seatUid: 'nope' }, null)).body.error.message).toBe(
      'Invalid seatUid: this seat does not exist or has already been cancelled.',
    )
    expect((await change(other.uid, 'cancel', { seatUid: b.seatUid }, null)).body.error.message).toBe(
      'Invalid seatUid: this seat does not belong to this booking.',
    )
  })

  it('for all of them is the host’s alone', async () => {
    const { change, uid } = await withGroup()
    const stranger = await change(uid, 'cancel', {}, null)
    expect(stranger).toMatchObject({ status: 401, body: { message: 'User not a host of this event' } })
    expect((await change(uid, 'cancel', { cancellationReason: 'заболела' })).body.data.status).toBe('cancelled')
  })

  it('may be to take another one, in a meeting of its own or with others', async () => {
    const { a, b, change, join, names, uid } = await withGroup()
    const start = '2026-11-25T09:00:00Z'
    const alone = await change(uid, 'reschedule', { start, seatUid: a.seatUid }, null)
    expect(alone.status).toBe(201)
    expect(alone.body.data).toMatchObject({ attendees: [{ name: 'a' }], seatUid: a.seatUid })
    expect(await names(uid)).toEqual(['b'])
    const joined = await change(uid, 'reschedule', { start, seatUid: b.seatUid }, null)
    expect(joined.body.data.uid).toBe(alone.body.data.uid)
    expect(await names(joined.body.data.uid)).toEqual(['a', 'b'])
    expect((await join('c', start)).status).toBe(409)
    expect((await change(uid, 'cancel', {}, null)).body.error.message).toMatch(/has been cancelled already/)
  })

  it('does not move without saying which', async () => {
    const { change, uid } = await withGroup()
    const start = '2026-11-25T09:00:00Z'
    const { status, body } = await change(uid, 'reschedule', { start })
    expect(status).toBe(400)
    expect(body.error.message).toMatch(/is a seated booking which means you have to provide seatUid/)
    const unknown = await change(uid, 'reschedule', { start, seatUid: 'nope' })
    expect([unknown.status, unknown.body.error.message]).toEqual([404, 'Seat with uid=nope does not exist.'])
  })
})
