import { bookings } from './bookings.ts'
import { calendars } from './calendars.ts'
import { eventTypes } from './event-types.ts'
import { me } from './me.ts'
import { type CalcomOptions, createRequest } from './request.ts'
import { reservations } from './reservations.ts'
import { schedules } from './schedules.ts'
import { slots } from './slots.ts'
import { webhooks } from './webhooks.ts'

export type * from './booking.ts'
export type { BookingField } from './booking-field.ts'
export type { BookingsFilter, BookingsPage, Page, ReadablePage } from './bookings.ts'
export type { EachPage, UnsortedFilter } from './by-creation.ts'
export type { Busy, BusyInput, Calendar, Calendars } from './calendars.ts'
export * from './errors.ts'
export type { CreateEventTypeInput, EventTypeSettings, UpdateEventTypeInput } from './event-type.ts'
export { type BookingWindow, EventType, type Location } from './event-type.ts'
export type { DeletedEventType } from './event-types.ts'
export { createDoor, type Door, type RateLimit } from './limit.ts'
export { Me, type UpdateMeInput, WEEKDAYS, type Weekday } from './me.ts'
export type { Patience, Wait } from './patience.ts'
export { type Refusal, refusalOf } from './refusal.ts'
export type { Answer, CalcomOptions, Guard } from './request.ts'
export type { Reservation, ReserveInput } from './reservations.ts'
export type { CreateScheduleInput, Override, Schedule, UpdateScheduleInput, WeeklyHours } from './schedules.ts'
export type { Slot, SlotsInput } from './slots.ts'
export type { CreateWebhookInput, UpdateWebhookInput, Webhook } from './webhooks.ts'

export type Calcom = ReturnType<typeof createCalcom>

/**
 * Cal.com's API v2, typed: a file per area. Every call takes an `AbortSignal` last and throws only `CalcomError`s.
 * Reads are tried again when they failed for a while, and wait for the limit of requests; writes are sent once.
 * @example
 * const calcom = createCalcom({ apiKey: 'cal_live_…' })
 * const [start, end] = ['2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z']
 * const starts = await calcom.slots.list({ eventTypeId: 3, start, end })
 * for await (const booking of calcom.bookings.all({ status: ['upcoming'] })) console.log(booking.start, booking.title)
 */
export function createCalcom(options: CalcomOptions) {
  const request = createRequest(options)
  return {
    me: me(request),
    eventTypes: eventTypes(request),
    schedules: schedules(request),
    slots: slots(request),
    reservations: reservations(request),
    bookings: bookings(request),
    webhooks: webhooks(request),
    calendars: calendars(request),
  }
}
