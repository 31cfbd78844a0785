import type { Account, Booking, EventType, Schedule, User } from './account.ts'
import { bookingFields, type OwnField } from './fields.ts'
import { shortUid } from './id.ts'
import { iso, MINUTE, toMs } from './time.ts'

const user = (): User => ({
  id: 1,
  username: 'olgarozet',
  name: 'Olga Rozet',
  email: 'olga@example.com',
  timeZone: 'Europe/Moscow',
  defaultScheduleId: 1,
  avatarUrl: null,
  bio: null,
  timeFormat: 24,
  weekStart: 'Monday',
  organizationId: null,
})

/** Monday to Friday, 10:00–18:00 in Moscow, unless told otherwise. */
export const schedule = (overrides: Partial<Schedule> = {}): Schedule => ({
  id: 1,
  name: 'Working hours',
  timeZone: 'Europe/Moscow',
  availability: [
    { days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], startTime: '10:00', endTime: '18:00' },
  ],
  overrides: [],
  ...overrides,
})

/** Olga's account as it starts: her hours, her three event types, no bookings. */
export const olga = (): Account => ({
  user: user(),
  schedules: [schedule()],
  eventTypes: [
    eventType({ id: 1, slug: '15min', title: '15 минут', lengthInMinutes: 15 }),
    eventType({ id: 2, slug: '30min', title: '30 минут', lengthInMinutes: 30 }),
    eventType({ id: 3, slug: 'delo-40min', title: '40 минут с Ольгой Розет', lengthInMinutes: 40 }),
  ],
  bookings: [],
  busy: [],
  reservations: [],
  webhooks: [],
  connections: [],
})

/** `fields` are booking fields of one's own, beside Cal.com's; `bookingFields` replaces them all. */
export type EventTypeSeed = { slug: string; fields?: OwnField[] } & Partial<EventType>

// Ids of event types nobody gave an id: well above the seeded ones, so that they cannot meet.
let lastId = 100

/** An event type with Cal.com's defaults: 30 minutes, two hours' notice, Cal Video, the default fields. */
export function eventType({ fields, ...overrides }: EventTypeSeed): EventType {
  const { lengthInMinutesOptions } = overrides
  return {
    id: overrides.id ?? ++lastId,
    lengthInMinutes: lengthInMinutesOptions?.[0] ?? 30,
    title: overrides.slug,
    description: '',
    locations: [{ type: 'integration', integration: 'cal-video' }],
    bookingFields: bookingFields(fields),
    recurrence: null,
    disableGuests: false,
    slotInterval: null,
    minimumBookingNotice: 120,
    beforeEventBuffer: 0,
    afterEventBuffer: 0,
    metadata: lengthInMinutesOptions ? { multipleDuration: lengthInMinutesOptions } : {},
    price: 0,
    currency: 'usd',
    scheduleId: null,
    onlyShowFirstAvailableSlot: false,
    offsetStart: 0,
    bookingWindow: { disabled: true },
    confirmationPolicy: { disabled: true },
    seats: { disabled: true },
    hidden: false,
    bookingRequiresAuthentication: false,
    successRedirectUrl: null,
    requiresBookerEmailVerification: false,
    ...overrides,
  }
}

// Likewise, for bookings put there by hand.
let lastBookingId = 1000

/** A booking that is already there: Ivan's, 40 minutes of event type 3 at `start`, unless told otherwise. */
export function booking({ start, ...overrides }: { start: string } & Partial<Booking>): Booking {
  const uid = overrides.uid ?? shortUid()
  const attendee = { name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Europe/Moscow', language: 'ru' }
  const createdAt = overrides.createdAt ?? '2026-01-01T00:00:00.000Z'
  return {
    id: ++lastBookingId,
    uid,
    icsUid: `${uid}@Cal.com`,
    title: '40 минут с Ольгой Розет между Olga Rozet и Иван Петров',
    description: '',
    status: 'accepted',
    start: iso(toMs(start)),
    end: iso(toMs(start) + 40 * MINUTE),
    eventTypeId: 3,
    location: 'integrations:daily',
    videoCallUrl: overrides.status === 'pending' ? undefined : `https://app.cal.com/video/${uid}`,
    createdAt,
    updatedAt: createdAt,
    metadata: {},
    attendees: [attendee],
    responses: { email: attendee.email, name: attendee.name },
    ...overrides,
  }
}
