import { z } from 'zod'

const Instant = z.iso.datetime({ offset: true })

const Attendee = z.object({
  name: z.string(),
  email: z.string().nullish(),
  phoneNumber: z.string().nullish(),
  timeZone: z.string(),
  language: z.string().nullish(),
  absent: z.boolean().nullish(),
  /** At event types with seats, where each attendee has answers of his own, too. */
  seatUid: z.string().nullish(),
  bookingFieldsResponses: z.record(z.string(), z.unknown()).nullish(),
})

export const CalcomBooking = z.object({
  id: z.number().optional(),
  uid: z.string(),
  status: z.enum(['accepted', 'pending', 'cancelled', 'rejected']),
  title: z.string(),
  description: z.string().nullish(),
  hosts: z
    .array(z.object({ name: z.string().nullish(), email: z.string().nullish(), timeZone: z.string().nullish() }))
    .default([]),
  start: Instant,
  end: Instant,
  /** In minutes. */
  duration: z.number(),
  eventTypeId: z.number().nullish(),
  eventType: z.object({ id: z.number(), slug: z.string() }).nullish(),
  /** A link, an address, a number; `integrations:daily` as long as there is no room yet. */
  location: z.string().nullish(),
  /** Cal.com's UID of the calendar entry; the same before and after a move. */
  icsUid: z.string().nullish(),
  createdAt: Instant.nullish(),
  updatedAt: Instant.nullish(),
  attendees: z.array(Attendee),
  guests: z.array(z.string()).nullish(),
  /** Answers by the slug of the field. */
  bookingFieldsResponses: z.record(z.string(), z.unknown()).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  cancellationReason: z.string().nullish(),
  cancelledByEmail: z.string().nullish(),
  reschedulingReason: z.string().nullish(),
  rescheduledByEmail: z.string().nullish(),
  /** A move makes a new booking: these name the one before and the one after. */
  rescheduledFromUid: z.string().nullish(),
  rescheduledToUid: z.string().nullish(),
  /** The same for all bookings of a series. */
  recurringBookingUid: z.string().nullish(),
  absentHost: z.boolean().nullish(),
  rating: z.number().nullish(),
})
/** A booking as Cal.com has it. Its `uid` is a master key: whoever knows it can read, cancel and move the booking. */
export type CalcomBooking = z.infer<typeof CalcomBooking>

/** An event type, by its id or by its name. */
export type EventTypeRef = { eventTypeId: number } | { eventTypeSlug: string; username: string }

/** A booking to be made. Properties that are not here are refused by Cal.com. */
export type CreateBookingInput = EventTypeRef & {
  /** A UTC instant. Off-grid starts are accepted there: check before. */
  start: string
  /** Refused where the event type has one length only. */
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
  /** One of those that the event type offers (default: its first). */
  location?: { type: string; [setting: string]: unknown }
  /** Answers to the custom fields, by slug. */
  bookingFieldsResponses?: Record<string, unknown>
  /** At most 50 keys of 40 characters, values of 500. */
  metadata?: Record<string, string>
}

/** Why a booking is cancelled. */
export interface CancelBookingInput {
  /** Cal.com asks the host (which is who the key speaks for) for one that is not blank. */
  cancellationReason?: string
  /** At event types with seats: this one only. */
  seatUid?: string
}

/** Where a booking is moved to. */
export interface RescheduleBookingInput {
  /** A UTC instant; its own is accepted. */
  start: string
  reschedulingReason?: string
  /** E-mail of who moves it: with the host's, a booking that wants confirmation needs none again. */
  rescheduledBy?: string
  /** At event types with seats: this one only. */
  seatUid?: string
}
