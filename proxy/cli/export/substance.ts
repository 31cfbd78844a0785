import { z } from 'zod'
import type { CalcomBooking } from '../../calcom/index.ts'

/** Grows with each change that a reader of older lines would stumble over; new fields alone do not count. */
export const SCHEMA = 'olga-booking/booking/1'

const Text = z.string().nullable()
const Answers = z.record(z.string(), z.unknown()).nullable()
/** In UTC, `2026-12-01T07:00:00.000Z`. */
const Instant = z.iso.datetime()

const SubstanceAttendee = z.strictObject({
  name: z.string(),
  email: Text,
  phone: Text,
  timeZone: z.string(),
  /** As Cal.com writes to him: `ru`. */
  language: Text,
  absent: z.boolean().nullable(),
  /** His seat, where several may come; a key to it, as `uid` is one to the booking. */
  seatUid: Text,
  /** His own answers, where several may come. */
  answers: Answers,
})

/**
 * A booking in Substance, Olga's archive: a line of the export. No field is ever missing; null is what Cal.com does not
 * tell. The README has the same table in words.
 */
export const SubstanceBooking = z.strictObject({
  schema: z.literal(SCHEMA),
  /** Cal.com's number: never changes and opens nothing. */
  id: z.number().int().nullable(),
  /** A master key: whoever knows it can read, cancel and move the booking. */
  uid: z.string(),
  /** Names the meeting in calendars, and stays the same when it is moved. */
  icsUid: Text,
  status: z.enum(['accepted', 'pending', 'cancelled', 'rejected']),
  title: z.string(),
  /** The notes of the booker. */
  description: Text,
  start: Instant,
  end: Instant,
  minutes: z.number(),
  host: z.strictObject({ name: Text, email: Text, timeZone: Text }).nullable(),
  hostAbsent: z.boolean().nullable(),
  /** The title is the one of today; null where the event type is no more. */
  eventType: z.strictObject({ id: z.number().int().nullable(), slug: Text, title: Text }),
  /** The booker first. */
  attendees: z.array(SubstanceAttendee),
  /** Addresses that the booker brought along. */
  guests: z.array(z.string()),
  /** What the form was told, by the slug of the field. */
  answers: Answers,
  /** A link, a phone number, an address, or Cal.com's word for what is not settled yet. */
  location: Text,
  rescheduledFrom: Text,
  rescheduledTo: Text,
  rescheduledBy: Text,
  reschedulingReason: Text,
  cancelledBy: Text,
  cancellationReason: Text,
  /** The same for all bookings of a series. */
  recurringUid: Text,
  rating: z.number().nullable(),
  createdAt: Instant.nullable(),
  updatedAt: Instant.nullable(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
})
export type SubstanceBooking = z.infer<typeof SubstanceBooking>

/** Titles of event types by id: a booking itself holds only the slug. */
export type Titles = ReadonlyMap<number, string>

/** A booking as the archive keeps it. */
export function toSubstance(booking: CalcomBooking, titles: Titles): SubstanceBooking {
  const eventTypeId = booking.eventType?.id ?? booking.eventTypeId ?? null
  return {
    schema: SCHEMA,
    id: booking.id ?? null,
    uid: booking.uid,
    icsUid: orNull(booking.icsUid),
    status: booking.status,
    title: booking.title,
    description: orNull(booking.description),
    start: utc(booking.start),
    end: utc(booking.end),
    minutes: booking.duration,
    host: hostOf(booking),
    hostAbsent: booking.absentHost ?? null,
    eventType: {
      id: eventTypeId,
      slug: orNull(booking.eventType?.slug),
      title: titles.get(eventTypeId ?? Number.NaN) ?? null,
    },
    attendees: booking.attendees.map(toAttendee),
    guests: booking.guests ?? [],
    answers: answersOf(booking.bookingFieldsResponses),
    location: orNull(booking.location),
    ...changesOf(booking),
    recurringUid: booking.recurringBookingUid ?? null,
    rating: booking.rating ?? null,
    createdAt: booking.createdAt ? utc(booking.createdAt) : null,
    updatedAt: booking.updatedAt ? utc(booking.updatedAt) : null,
    metadata: booking.metadata ?? null,
  }
}

/** How it came to be another booking, or none. */
function changesOf(booking: CalcomBooking) {
  return {
    rescheduledFrom: orNull(booking.rescheduledFromUid),
    rescheduledTo: orNull(booking.rescheduledToUid),
    rescheduledBy: orNull(booking.rescheduledByEmail),
    reschedulingReason: orNull(booking.reschedulingReason),
    cancelledBy: orNull(booking.cancelledByEmail),
    cancellationReason: orNull(booking.cancellationReason),
  }
}

function hostOf({ hosts: [host] = [] }: CalcomBooking): SubstanceBooking['host'] {
  return host ? { name: orNull(host.name), email: orNull(host.email), timeZone: orNull(host.timeZone) } : null
}

function toAttendee(attendee: CalcomBooking['attendees'][number]): SubstanceBooking['attendees'][number] {
  return {
    name: attendee.name,
    email: orNull(attendee.email),
    phone: orNull(attendee.phoneNumber),
    timeZone: attendee.timeZone,
    language: orNull(attendee.language),
    absent: attendee.absent ?? null,
    seatUid: orNull(attendee.seatUid),
    answers: answersOf(attendee.bookingFieldsResponses),
  }
}

/** Without what Cal.com says twice. */
function answersOf(answers: Record<string, unknown> | null | undefined): SubstanceBooking['answers'] {
  if (!answers) return null
  const { displayEmail, displayGuests, ...own } = answers
  return own
}

const utc = (instant: string) => new Date(instant).toISOString()

// Cal.com says «nothing» in three ways: null, an empty text, and not at all.
const orNull = (text: string | null | undefined) => (text?.trim() ? text : null)
