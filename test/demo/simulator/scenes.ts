import type { Account } from '../../../demo/simulator/index.ts'
import { booking } from '../../../demo/simulator/index.ts'
import { dataOf, type Exchange, isRecord } from '../../support/recording.ts'

/** When a line was recorded, where it does not say so itself; the first bookings are of 14:53:05.994. */
const MOMENTS: [RegExp, string][] = [
  [/^slots-after-booking-reserved$/, '14:53:06.600'],
  [/^slots-(end-at-.*|month|no-zone-datetime|tz-lowercase|before-reschedule)$/, '14:54:14.000'],
  [/^slots-with-busy-calendar$/, '14:54:12.700'],
  [/^multilength-slots-60$/, '14:54:11.800'],
  [/^bookings-list-(upcoming|past|filters|no-version)$/, '14:54:05.900'],
  [/^bookings-list-(skip-past-end|status-mix)$/, '14:54:08.700'],
  [/^booking-get-no-version$/, '14:54:05.500'],
  [/^seats-/, '14:54:09.800'],
  [/^race-booking-\d$/, '14:54:17.790'],
  [/^race-booking-overlap-/, '14:55:05.700'],
  [/^race-bookings-/, '14:55:34.400'],
  [/./, '14:53:04.500'],
]

const DAY = '2026-11-22'

/** The instant of a line: what its answer says, or when its neighbours were recorded. */
export function instantOf({ name, response }: Exchange): string {
  const { body } = response
  if (isRecord(body) && typeof body.timestamp === 'string') return body.timestamp
  const data = dataOf(response)
  const isMade = response.status === 201 && !name.startsWith('seats-')
  if (isMade && isRecord(data) && typeof data.createdAt === 'string') return data.createdAt
  if (name.startsWith('booking-get-') && isRecord(data) && typeof data.updatedAt === 'string')
    return later(data.updatedAt)
  return momentOf(name)
}

export const momentOf = (name: string) => `${DAY}T${MOMENTS.find(([names]) => names.test(name))?.[1]}Z`

const later = (instant: string) => new Date(Date.parse(instant) + 1).toISOString()

const reserved = (start: string, end: string) => ({
  uid: start,
  eventTypeId: 2,
  start: `2026-11-24T${start}:00Z`,
  end: `2026-11-24T${end}:00Z`,
  until: `${DAY}T14:58:05.000Z`,
})

const RESERVED = [
  reserved('07:30', '08:00'),
  reserved('08:00', '08:30'),
  reserved('09:00', '09:30'),
  reserved('07:00', '07:15'),
]

function noSchedule(account: Account) {
  account.schedules = []
  account.user.defaultScheduleId = null
}

const onlyTypes = (highest: number) => (account: Account) => {
  account.eventTypes = account.eventTypes.filter(({ id }) => id <= highest)
}

const seats = (...names: string[]) =>
  function seats(account: Account) {
    const group = account.bookings.find(({ eventTypeId }) => eventTypeId === 5)
    if (!group) throw new Error('No booking with seats')
    group.attendees = names.map((name) => {
      const known = group.attendees.find((attendee) => attendee.name === name)
      const email = `${name.toLowerCase()}@example.com`
      return known ?? { name, email, timeZone: 'Europe/Moscow', language: 'ru', seatUid: `seat-of-${name}` }
    })
  }

const IVAN = 'Иван Петров'

/** What the account held besides, where the line alone does not tell. */
export const SCENES: Record<string, (account: Account) => void> = {
  'me-get-200': noSchedule,
  'schedules-list-empty-200': noSchedule,
  'schedules-default-none': noSchedule,
  'me-wrong-version': (account) => {
    account.user.bio = 'b'
  },
  'event-types-list-200': onlyTypes(3),
  'event-types-list-no-version': onlyTypes(4),
  'slots-after-reservations': (account) => account.reservations.push(...RESERVED),
  'slots-after-reservations-other-event-type': (account) => account.reservations.push(...RESERVED),
  'slots-after-booking-reserved': (account) => account.reservations.push(...RESERVED),
  'booking-err-calendar-busy': (account) =>
    account.busy.push({ start: '2026-12-03T09:00:00Z', end: '2026-12-03T10:00:00Z' }),
  // The booking that was moved next was not kept; only that its time was taken.
  'slots-before-reschedule': (account) => account.bookings.push(booking({ start: '2026-12-07T08:00:00Z' })),
  'booking-start-millis': (account) => account.bookings.push(booking({ start: '2026-12-07T08:00:00Z' })),
  'seats-slots-200': seats(IVAN, 'B'),
  'seats-booking-same-attendee': seats(IVAN, 'B'),
  'seats-booking-3': seats(IVAN, 'B'),
  'seats-booking-4-full': seats(IVAN, 'B', 'C'),
  'seats-booking-get': seats(IVAN, 'C'),
}
