import { z } from 'zod'
import { fault, HoldId, Instant, Lang, Minutes, Slug } from './basics.ts'
import type { Booking } from './booking.ts'
import type { Contact, EventInfo } from './event.ts'

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
  /** The plain Cal.com page of its event type. */
  link: string
  contacts?: Contact[]
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

/**
 * `POST /v1/holds`: keeps a time for five minutes, under an id that the visitor may make himself, 128 random bits: so
 * he can book with it even if the answer is lost. With the id of a hold that lives, moves or renews it.
 */
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
