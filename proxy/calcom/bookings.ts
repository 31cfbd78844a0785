import { z } from 'zod'
import type { Request } from './request.ts'

const VERSION = '2024-08-13'

const Attendee = z.object({
  name: z.string(),
  email: z.string().nullish(),
  phoneNumber: z.string().nullish(),
  timeZone: z.string(),
  language: z.string().nullish(),
})

const CalcomBooking = z.object({
  uid: z.string(),
  status: z.enum(['accepted', 'pending', 'cancelled', 'rejected']),
  title: z.string(),
  start: z.iso.datetime({ offset: true }),
  end: z.iso.datetime({ offset: true }),
  duration: z.number(),
  eventTypeId: z.number().nullish(),
  location: z.string().nullish(),
  icsUid: z.string().nullish(),
  attendees: z.array(Attendee),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})
/** A booking as Cal.com has it. Its `uid` is a master key: whoever knows it can read, cancel and move the booking. */
export type CalcomBooking = z.infer<typeof CalcomBooking>

const BookingResponse = z.object({ data: CalcomBooking })

/** A booking to be made. Properties that are not here are refused by Cal.com. */
export interface CreateBookingInput {
  /** A UTC instant. Off-grid starts are accepted there: check before. */
  start: string
  eventTypeId: number
  /** In minutes; refused where the event type has one length only. */
  lengthInMinutes?: number
  attendee: {
    name: string
    email?: string
    /** Any text is accepted there: check before. */
    phoneNumber?: string
    /** IANA. */
    timeZone: string
    /** Sets the language of Cal.com's own mails. */
    language?: string
  }
  guests?: string[]
  /** Answers to the custom fields, by slug. */
  bookingFieldsResponses?: Record<string, unknown>
  /** At most 50 keys of 40 characters, values of 500. */
  metadata?: Record<string, string>
}

/**
 * `POST /v2/bookings`: books. `CalcomRefused` when the time is not available, too soon, or a field is wrong; never
 * repeated here, since two calls may make two bookings.
 */
export async function createBooking(
  request: Request,
  body: CreateBookingInput,
  signal?: AbortSignal,
): Promise<CalcomBooking> {
  const { data } = await request({
    method: 'POST',
    path: '/v2/bookings',
    version: VERSION,
    body,
    schema: BookingResponse,
    signal,
  })
  return data
}

/** `GET /v2/bookings/:uid`. `CalcomRefused` 404 when there is none. */
export async function getBooking(request: Request, uid: string, signal?: AbortSignal): Promise<CalcomBooking> {
  const path = `/v2/bookings/${encodeURIComponent(uid)}` as const
  const { data } = await request({
    path,
    route: '/v2/bookings/:uid',
    version: VERSION,
    schema: BookingResponse,
    signal,
  })
  return data
}
