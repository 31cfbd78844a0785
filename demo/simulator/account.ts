import type { EventType } from './event-type/types.ts'

export type * from './event-type/types.ts'

/**
 * What one Cal.com account holds, in Cal.com's own words. Plain data: tests may look and change.
 * Instants are ISO strings in UTC, days are `YYYY-MM-DD` and hours `HH:MM` in the schedule's zone.
 */
export interface Account {
  user: User
  schedules: Schedule[]
  eventTypes: EventType[]
  bookings: Booking[]
  /** Busy times of the connected calendars, whichever it is. */
  busy: Interval[]
  /** Times hidden from slots for a while; they do not stop a booking. */
  reservations: Reservation[]
  webhooks: Webhook[]
  /** The calendar accounts that are connected. */
  connections: Connection[]
}

export interface Interval {
  start: string
  end: string
}

export interface Connection {
  credentialId: number
  /** What it was connected with: `google_calendar`, `ics-feed_calendar`. */
  type: string
  calendars: { externalId: string; name: string; email?: string; primary?: boolean; readOnly?: boolean }[]
}

export interface User {
  id: number
  username: string
  name: string
  email: string
  timeZone: string
  defaultScheduleId: number | null
  avatarUrl: string | null
  bio: string | null
  timeFormat: number
  weekStart: string
  organizationId: number | null
}

export interface Schedule {
  id: number
  name: string
  timeZone: string
  availability: { days: string[]; startTime: string; endTime: string }[]
  /** Hours of single days, in place of the weekly ones; an empty span closes the day. */
  overrides: { date: string; startTime: string; endTime: string }[]
}

export interface Webhook {
  id: string
  subscriberUrl: string
  triggers: string[]
  active: boolean
  secret: string | null
  payloadTemplate: string | null
  /** Left out where it was put there by hand. */
  createdAt?: string
}

export interface Reservation {
  uid: string
  eventTypeId: number
  start: string
  end: string
  /** When it is let go. */
  until: string
}

export type BookingStatus = 'accepted' | 'pending' | 'cancelled' | 'rejected'

export interface Attendee {
  name: string
  email: string
  timeZone: string
  language: string
  phoneNumber?: string
  /** Only at event types with seats, like the next two. */
  seatUid?: string
  /** What this one answered, but for the e-mail address. */
  bookingFieldsResponses?: Record<string, unknown>
  metadata?: Record<string, unknown>
}

export interface Booking extends Interval {
  id: number
  uid: string
  icsUid: string
  title: string
  description: string | null
  status: BookingStatus
  eventTypeId: number
  /** Where, as Cal.com stores it: `integrations:daily`, a link, a phone number, an address. */
  location: string
  /** The room, once the booking is accepted. */
  videoCallUrl?: string
  createdAt: string
  updatedAt: string
  metadata: Record<string, unknown>
  /** The booker first, then the guests; at event types with seats everyone who has one. */
  attendees: Attendee[]
  guests?: string[]
  responses: Record<string, unknown>
  cancellationReason?: string
  cancelledByEmail?: string
  /** Why the host declined. */
  rejectionReason?: string
  reschedulingReason?: string
  rescheduledByEmail?: string
  rescheduledFromUid?: string
  rescheduledToUid?: string
}

/** The next free id of a list, as a database sequence gives it. */
export const nextId = (list: readonly { id: number }[]) => Math.max(0, ...list.map((item) => item.id)) + 1

/** How many may come at one time; 0 when the event type has no seats. */
export const seatsOf = (eventType: Pick<EventType, 'seats'> | undefined) =>
  eventType && 'seatsPerTimeSlot' in eventType.seats ? eventType.seats.seatsPerTimeSlot : 0

export const eventTypeOf = (account: Account, id: number) => account.eventTypes.find((type) => type.id === id)
