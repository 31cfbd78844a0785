import { z } from 'zod'
import { fault, HoldId, Instant, Lang, Minutes, Slug, TimeZone } from './basics.ts'
import type { Problem } from './problem.ts'

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

/** Where the visitor wants to meet: one of `EventInfo.locations`, and what he says of it. */
export const ChosenLocation = z.strictObject(
  {
    id: z.string(fault('required')).max(100, fault('option')),
    value: z.string().trim().max(500, fault('too_long')).optional(),
  },
  fault('invalid'),
)
export type ChosenLocation = z.infer<typeof ChosenLocation>

/** `POST /v1/bookings`, with an `Idempotency-Key`. */
export const BookingRequest = z.strictObject(
  {
    event: Slug,
    start: Instant,
    /** In minutes, where the event type offers several (default: its own). */
    duration: Minutes.optional(),
    /** The answers to `EventInfo.fields`, by slug. */
    answers: z.record(z.string().max(100, fault('unknown')), Answer, fault('required')),
    /** One of `EventInfo.locations`, where there are any, with the visitor's number, address or place. */
    location: ChosenLocation.optional(),
    timeZone: TimeZone,
    lang: Lang.default('ru'),
    /** The version of the consent that the visitor gave. */
    consent: z.string(fault('consent')).max(64, fault('consent')),
    /** The version of the consent to advertising, where he gave that, too. */
    ads: z.string().max(64, fault('consent')).optional(),
    metadata: Metadata.default({}),
    /** The id of the visitor's hold on this time, where he has one. */
    hold: HoldId.optional(),
    /** A field no person sees. Whoever fills it in is a robot. */
    website: z.string().max(500, fault('too_long')).optional(),
    /** How long the form was open, in ms. */
    took: z.number(fault('number')).min(0, fault('number')).optional(),
    /**
     * What a 428 asks for: with it, the SHA-256 of `<Idempotency-Key>:<proof>` begins with as many zero bits as the
     * problem says.
     */
    proof: z.string().max(64, fault('too_long')).optional(),
  },
  fault('invalid'),
)
export type BookingRequest = z.input<typeof BookingRequest>

/**
 * How a booking stands. `accepted`: it holds · `pending`: it waits for the host · `queued`: recorded, and booked as
 * soon as the calendar answers · `processing`: recorded, and its outcome not known yet · `cancelled`, `rejected`:
 * called off
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

/** `POST /v1/bookings?dry-run=1`: the request is in order, and went no further. */
export interface DryRun {
  status: 'valid'
  event: string
  title: string
  start: Instant
  end: Instant
}

/** `GET /v1/bookings/status/:key`: what became of the request that was sent under an `Idempotency-Key`. */
export interface Submitted extends Partial<Pick<Problem, 'code' | 'title' | 'alternatives'>> {
  /** `unseen`: no such request came · `abandoned`: its key was burnt, a late request will be refused. */
  status: BookingStatus | 'unseen' | 'refused' | 'abandoned'
  /** Unless unseen, refused or abandoned; what was refused says why, as its own answer did. */
  booking?: Booking
}
