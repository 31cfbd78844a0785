import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CalcomBooking } from '../../../../proxy/calcom/index.ts'
import { toJsonl } from '../../../../proxy/cli/export/jsonl.ts'
import { SCHEMA, SubstanceBooking } from '../../../../proxy/cli/export/substance.ts'
import { root } from '../../../support/root.ts'
import { joined, read } from './setup.ts'

const START = '2026-12-01T07:00:00.000Z'
const attendee = { name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Europe/Moscow', language: 'ru' }
const TITLES = new Map([[3, '40 минут с Ольгой Розет']])

async function* one(booking: CalcomBooking) {
  yield booking
}

async function only(bookings: AsyncIterable<CalcomBooking>): Promise<SubstanceBooking> {
  const text = await joined(toJsonl(bookings, TITLES))
  expect(text.split('\n')).toHaveLength(2)
  return SubstanceBooking.parse(JSON.parse(text))
}

describe('the archive', () => {
  it('has all that Cal.com tells of a booking', async () => {
    const seed = {
      ...{ id: 24, uid: 'u2', icsUid: 'u1@Cal.com', start: START, description: 'привет', metadata: { k: 'v' } },
      ...{ createdAt: '2026-11-22T14:54:16.090Z', updatedAt: '2026-11-22T14:54:16.245Z', guests: ['g@example.com'] },
      ...{ rescheduledFromUid: 'u1', reschedulingReason: 'не могу', rescheduledByEmail: 'ivan@example.com' },
      attendees: [{ ...attendee, phoneNumber: '+79161234567' }],
      responses: { name: 'Иван Петров', email: 'ivan@example.com', topic: 'тема', guests: ['g@example.com'] },
    }
    expect(await only(read([seed]))).toEqual({
      schema: 'olga-booking/booking/1',
      ...{ id: 24, uid: 'u2', icsUid: 'u1@Cal.com', status: 'accepted', description: 'привет' },
      title: '40 минут с Ольгой Розет между Olga Rozet и Иван Петров',
      ...{ start: START, end: '2026-12-01T07:40:00.000Z', minutes: 40 },
      host: { name: 'Olga Rozet', email: 'olga@example.com', timeZone: 'Europe/Moscow' },
      hostAbsent: false,
      eventType: { id: 3, slug: 'delo-40min', title: '40 минут с Ольгой Розет' },
      attendees: [{ ...attendee, phone: '+79161234567', absent: false, seatUid: null, answers: null }],
      guests: ['g@example.com'],
      answers: { name: 'Иван Петров', email: 'ivan@example.com', topic: 'тема', guests: ['g@example.com'] },
      location: 'https://app.cal.com/video/u2',
      ...{ rescheduledFrom: 'u1', rescheduledTo: null, rescheduledBy: 'ivan@example.com' },
      ...{ reschedulingReason: 'не могу', cancelledBy: null, cancellationReason: null },
      ...{ recurringUid: null, rating: null, metadata: { k: 'v' } },
      ...{ createdAt: '2026-11-22T14:54:16.090Z', updatedAt: '2026-11-22T14:54:16.245Z' },
    })
  })

  it('says null where Cal.com leaves something out', async () => {
    const bare = {
      ...{ id: 1, uid: 'u', status: 'cancelled' as const, title: 'Т', duration: 40 },
      ...{ start: '2026-12-01T10:00:00+03:00', end: '2026-12-01T10:40:00+03:00', createdAt: '2026-11-22T14:54:16Z' },
      ...{ hosts: [], attendees: [{ name: 'Иван', timeZone: 'Europe/Moscow' }], cancellationReason: '' },
    }
    expect(await only(one(bare))).toEqual({
      schema: 'olga-booking/booking/1',
      ...{ id: 1, uid: 'u', icsUid: null, status: 'cancelled', title: 'Т', description: null },
      ...{ start: START, end: '2026-12-01T07:40:00.000Z', minutes: 40, host: null, hostAbsent: null },
      eventType: { id: null, slug: null, title: null },
      attendees: [
        {
          ...{ name: 'Иван', email: null, phone: null, timeZone: 'Europe/Moscow', language: null },
          ...{ absent: null, seatUid: null, answers: null },
        },
      ],
      ...{ guests: [], answers: null, location: null, rescheduledFrom: null, rescheduledTo: null },
      ...{ rescheduledBy: null, reschedulingReason: null, cancelledBy: null, cancellationReason: null },
      ...{ recurringUid: null, rating: null, metadata: null, createdAt: '2026-11-22T14:54:16.000Z', updatedAt: null },
    })
  })

  it('keeps the seats of a meeting of several', async () => {
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true }
    const seated = { ...attendee, seatUid: 'seat-1' }
    const bookings = read([{ start: START, eventTypeId: 5, attendees: [seated] }], [{ id: 5, slug: 'group', seats }])
    const { attendees } = await only(bookings)
    expect(attendees).toMatchObject([{ seatUid: 'seat-1', answers: { name: 'Иван Петров' } }])
  })

  it('keeps to one line whatever was written', async () => {
    const description = 'раз\r\nдва\u2028три'
    expect((await only(read([{ start: START, description }]))).description).toBe(description)
  })

  it('is told of field by field in the README', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8')
    const table = readme.split('| field | meaning |')[1]?.split('\n\n')[0] ?? ''
    const names = [...table.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = '']) => cell.match(/\w+/g) ?? [])
    expect(names.toSorted()).toEqual(Object.keys(SubstanceBooking.shape).toSorted())
    expect(table).toContain(`\`${SCHEMA}\``)
  })
})
