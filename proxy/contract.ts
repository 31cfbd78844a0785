import { z } from 'zod'

/**
 * The proxy's HTTP surface: every shape that crosses it, and nothing else. The widget takes only the types.
 *
 * A message inside a schema is not a sentence but the name of a fault (`Fault`); `words.ts` has its sentence in each
 * language.
 */

/** What can be wrong with one field of a request. */
// biome-ignore format: a list is read in lines
export type Fault =
  | 'required' | 'invalid' | 'unknown' | 'too_long' | 'month' | 'instant' | 'past' | 'not_offered' | 'time_zone'
  | 'email' | 'phone' | 'url' | 'number' | 'option' | 'consent' | 'duration'

/** Says that a value is missing, or else what is wrong with it. */
const fault = (name: Fault) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? ('required' satisfies Fault) : name),
})

/** The language of words meant for a visitor. */
export const Lang = z.enum(['ru', 'en'], fault('option'))
export type Lang = z.infer<typeof Lang>

/** An event type's address, as in `cal.com/<user>/<slug>`. */
export const Slug = z
  .string(fault('required'))
  .max(100, fault('too_long'))
  .regex(/^[\p{L}\p{N}_-]+$/u, fault('invalid'))

/** A calendar month, `2026-11`. */
export const Month = z.string(fault('month')).regex(/^20\d\d-(0[1-9]|1[0-2])$/, fault('month'))
export type Month = z.infer<typeof Month>

/** A moment in UTC, `2026-11-25T07:00:00.000Z`. */
export const Instant = z.iso.datetime(fault('instant')).transform((text) => new Date(text).toISOString())
export type Instant = z.infer<typeof Instant>

/** An IANA time zone, `Europe/Moscow`. */
export const TimeZone = z.string(fault('required')).max(64, fault('time_zone')).refine(isTimeZone, fault('time_zone'))

/** A length in minutes, as it stands in a query. */
const noLength = fault('duration')
const Minutes = z.coerce.number(noLength).int(noLength).min(1, noLength).max(1440, noLength)

/** The kinds of question an event type may ask and the widget can show. */
// biome-ignore format: a list is read in lines
export const FieldType = z.enum([
  'name', 'email', 'phone', 'text', 'textarea', 'number', 'address',
  'url', 'select', 'multiselect', 'multiemail', 'checkbox', 'radio', 'boolean',
])
export type FieldType = z.infer<typeof FieldType>

/** One question of the form. `label` is absent on Cal.com's own fields, whose words the widget has by slug. */
export interface Field {
  slug: string
  type: FieldType
  required: boolean
  label?: string
  placeholder?: string
  options?: string[]
}

/** Why an event type cannot be booked here and its visitor goes to Cal.com's own page. */
export type NotBookable = 'paid' | 'recurring' | 'seats' | 'verification' | 'field' | 'location'

/** The consent to the processing of personal data, as its owner worded it. */
export interface Consent {
  /** Names exactly these texts and this link: a digest of them. A booking must repeat it. */
  version: string
  text: Record<Lang, string>
  /** The page with the whole policy, where there is one. */
  url?: string
}

/** `GET /v1/events/:slug`: what the widget needs of an event type, and nothing else of the account. */
export interface EventInfo {
  slug: string
  title: string
  /** Length in minutes; the default one, where `durations` has several. */
  duration: number
  durations: number[]
  host: { name: string; timeZone: string }
  /** Whether the host has to accept a booking before it holds. */
  confirmation: boolean
  /** Whether the meeting is a video call, at an address, by phone … as far as Cal.com says. */
  place: 'video' | 'phone' | 'address' | 'link' | 'other'
  fields: Field[]
  consent: Consent
  /** The plain Cal.com page of this event type. */
  link: string
  /** Absent when it can be booked here. */
  notBookable?: NotBookable
}

/** `GET /v1/slots?event&month&duration`; without `month`: the first month that has a free time. */
export const SlotsQuery = z.object({
  event: Slug,
  month: Month.optional(),
  duration: Minutes.optional(),
})

/** The free starts of a month, ± 14 h so that the answer serves every time zone. */
export interface Slots {
  event: string
  month: Month
  /** In minutes. */
  duration: number
  /** When Cal.com was asked. */
  asOf: Instant
  /** Whether these are the last known, since Cal.com could not be asked; at most 15 minutes old. */
  stale: boolean
  slots: Instant[]
  /** The next month with a free time, unless this one has one in every zone (absent too: none within a year). */
  next?: Month
}

/** What the visitor answered to one field. */
export const Answer = z.union(
  [
    z.string().max(5000, fault('too_long')),
    z.boolean(),
    z.array(z.string().max(500, fault('too_long'))).max(50, fault('too_long')),
  ],
  fault('invalid'),
)
export type Answer = z.infer<typeof Answer>

/** Cal.com takes at most 50 keys of 40 characters with 500 characters each; some are ours. */
const Metadata = z
  .record(
    z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, fault('invalid')),
    z.string().max(500, fault('too_long')),
    fault('invalid'),
  )
  .refine((entries) => Object.keys(entries).length <= 30, fault('too_long'))

/** What a hold is named by: 128 random bits, made here. */
const HoldId = z.string().regex(/^[\w-]{22,64}$/, fault('invalid'))

/** `POST /v1/bookings`, with an `Idempotency-Key`. */
export const BookingRequest = z.strictObject(
  {
    event: Slug,
    start: Instant,
    /** In minutes, where the event type offers several (default: its own). */
    duration: Minutes.optional(),
    /** The answers to `EventInfo.fields`, by slug. */
    answers: z.record(z.string().max(100, fault('unknown')), Answer, fault('required')),
    timeZone: TimeZone,
    lang: Lang.default('ru'),
    /** The version of the consent that the visitor gave. */
    consent: z.string(fault('consent')).max(64, fault('consent')),
    metadata: Metadata.default({}),
    /** The id of the visitor's hold on this time, where he has one. */
    hold: HoldId.optional(),
    /** A field no person sees. Whoever fills it in is a robot. */
    website: z.string().max(500, fault('too_long')).optional(),
    /** How long the form was open, in ms. */
    took: z.number(fault('number')).min(0, fault('number')).optional(),
  },
  fault('invalid'),
)
export type BookingRequest = z.input<typeof BookingRequest>

/**
 * How a booking stands. `accepted`: it holds · `pending`: it waits for the host · `queued`: recorded, and booked as soon
 * as the calendar answers · `processing`: recorded, and its outcome not known yet · `cancelled`, `rejected`: called off
 */
export type BookingStatus = 'accepted' | 'pending' | 'queued' | 'processing' | 'cancelled' | 'rejected'

/**
 * `201` when it is booked, `202` while it is queued or processing: what the visitor may know of his booking. Never
 * Cal.com's uid: whoever knows that, owns the booking.
 */
export interface Booking {
  /** Names the booking to people and pages; opens nothing. */
  ref: string
  /** Opens the booking: whoever has it can see, cancel and move it. Not for analytics. */
  token: string
  status: BookingStatus
  event: string
  title: string
  start: Instant
  end: Instant
}

/** `GET /v1/bookings/status/:key`: what became of the request that was sent under an `Idempotency-Key`. */
export interface Submitted {
  /** `unseen`: no such request came · `abandoned`: its key was burnt, a late request will be refused. */
  status: BookingStatus | 'unseen' | 'refused' | 'abandoned'
  /** Unless unseen, refused or abandoned. */
  booking?: Booking
  /** Why it was refused. */
  code?: ProblemCode
}

/** `GET /v1/bookings/:token`: a booking to see, move or cancel. */
export interface ManagedBooking extends Booking {
  /** In minutes. */
  duration: number
  host: { name: string; timeZone: string }
  /** The zone the visitor booked in. */
  timeZone?: string
  place: EventInfo['place']
  /** Whether it may still be moved and cancelled. */
  changeable: boolean
  /** Where the calendar file is. */
  ics: string
}

/** `POST /v1/bookings/:token/cancel`, with an `Idempotency-Key`. */
export const CancelRequest = z.strictObject(
  { reason: z.string().trim().max(500, fault('too_long')).optional(), lang: Lang.default('ru') },
  fault('invalid'),
)
export type CancelRequest = z.input<typeof CancelRequest>

/** `POST /v1/bookings/:token/reschedule`, with an `Idempotency-Key`. */
export const MoveRequest = z.strictObject(
  {
    start: Instant,
    reason: z.string().trim().max(500, fault('too_long')).optional(),
    lang: Lang.default('ru'),
    hold: HoldId.optional(),
  },
  fault('invalid'),
)
export type MoveRequest = z.input<typeof MoveRequest>

/** `POST /v1/holds`: keeps a time for five minutes; with the id of a hold of one's own, moves or renews it. */
export const HoldRequest = z.strictObject(
  { event: Slug, start: Instant, duration: Minutes.optional(), hold: HoldId.optional(), lang: Lang.default('ru') },
  fault('invalid'),
)
export type HoldRequest = z.input<typeof HoldRequest>

/** `201`: a time that is kept for whoever has the id. */
export interface Hold {
  id: string
  start: Instant
  until: Instant
}

/** Stable names of failures; `problem.ts` has the status of each. */
// biome-ignore format: a list is read in lines
export type ProblemCode =
  | 'invalid_request' | 'invalid_json' | 'unsupported_media_type' | 'too_large'
  | 'invalid_fields' | 'idempotency_key_required' | 'idempotency_key_reused' | 'in_progress'
  | 'origin_not_allowed' | 'not_found' | 'event_not_found' | 'not_bookable'
  | 'slot_taken' | 'too_late' | 'key_abandoned' | 'too_many_requests' | 'too_many_holds' | 'robot'
  | 'booking_not_found' | 'not_changeable' | 'erased' | 'webhook_refused' | 'upstream_unavailable' | 'internal'

/** Every failure, as RFC 9457 `application/problem+json`. */
export interface Problem {
  type: 'about:blank'
  /** A sentence for the visitor, in his language. */
  title: string
  status: number
  code: ProblemCode
  requestId: string
  /** What is wrong, by the name of the parameter or `answers.<slug>`. */
  fields?: Record<string, string>
  /** The nearest free starts, when the one asked for is taken. */
  alternatives?: Instant[]
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    // Intl also takes offsets such as `+03:00`; Cal.com does not.
    return /^[A-Z]/i.test(name)
  } catch {
    return false
  }
}
