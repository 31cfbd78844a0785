import { type CreateBookingInput, createBooking, getBooking } from './bookings.ts'
import { findEventType, getEventType, listEventTypes } from './event-types.ts'
import { getMe } from './me.ts'
import { type CalcomOptions, createRequest } from './request.ts'
import { listSlots, type SlotsInput } from './slots.ts'

export type { CalcomBooking, CreateBookingInput } from './bookings.ts'
export * from './errors.ts'
export type { BookingField, EventType } from './event-types.ts'
export type { Me } from './me.ts'
export { type Refusal, refusalOf } from './refusal.ts'
export type { CalcomOptions } from './request.ts'
export type { SlotsInput } from './slots.ts'

export type Calcom = ReturnType<typeof createCalcom>

/**
 * Cal.com's API v2, typed.
 * @example
 * const calcom = createCalcom({ apiKey: 'cal_live_…' })
 * const starts = await calcom.slots.list({ eventTypeId: 3, start: '2026-12-01T00:00:00Z', end: '2026-12-02T00:00:00Z' })
 */
export function createCalcom(options: CalcomOptions) {
  const request = createRequest(options)
  return {
    me: { get: (signal?: AbortSignal) => getMe(request, signal) },
    eventTypes: {
      list: (signal?: AbortSignal) => listEventTypes(request, signal),
      get: (id: number, signal?: AbortSignal) => getEventType(request, id, signal),
      find: (query: { username: string; eventSlug: string }, signal?: AbortSignal) =>
        findEventType(request, query, signal),
    },
    slots: { list: (query: SlotsInput, signal?: AbortSignal) => listSlots(request, query, signal) },
    bookings: {
      create: (body: CreateBookingInput, signal?: AbortSignal) => createBooking(request, body, signal),
      get: (uid: string, signal?: AbortSignal) => getBooking(request, uid, signal),
    },
  }
}
