import { z } from 'zod'
import { BookingField } from './booking-field.ts'

/** Most settings are `{ disabled: true }` when off, and absent on older event types. */
const Switch = z.looseObject({ disabled: z.boolean().optional() }).nullish()

/** Where a meeting may be. What is `public` may be told before it is booked. */
const Location = z.looseObject({
  type: z.string(),
  integration: z.string().optional(),
  address: z.string().optional(),
  link: z.string().optional(),
  phone: z.string().optional(),
  public: z.boolean().optional(),
})
export type Location = z.infer<typeof Location>

/** How far ahead it can be booked: a number of days, or the first and the last one. */
const BookingWindow = z
  .looseObject({
    disabled: z.boolean().optional(),
    type: z.string().optional(),
    value: z
      .union([z.number(), z.array(z.string())])
      .optional()
      .catch(undefined),
    rolling: z.boolean().optional(),
  })
  .nullish()
export type BookingWindow = z.infer<typeof BookingWindow>

export const EventType = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  lengthInMinutes: z.number(),
  /** Where the visitor has a choice. */
  lengthInMinutesOptions: z.array(z.number()).optional(),
  locations: z.array(Location).default([]),
  bookingFields: z.array(BookingField),
  recurrence: Switch,
  /** In the smallest unit of `currency`; 0 when free. */
  price: z.number().nullish(),
  currency: z.string().nullish(),
  /** Minutes between two starts on offer; null: the length. */
  slotInterval: z.number().nullish(),
  /** Minutes between now and the first start on offer. */
  minimumBookingNotice: z.number().nullish(),
  /** Minutes kept free around a booking. */
  beforeEventBuffer: z.number().nullish(),
  afterEventBuffer: z.number().nullish(),
  /** Null: the default schedule. */
  scheduleId: z.number().nullish(),
  bookingWindow: BookingWindow,
  confirmationPolicy: Switch,
  seats: Switch,
  hidden: z.boolean().optional(),
  disableGuests: z.boolean().optional(),
  requiresBookerEmailVerification: z.boolean().optional(),
  bookingRequiresAuthentication: z.boolean().optional(),
  successRedirectUrl: z.string().nullish(),
  bookingUrl: z.string().optional(),
  users: z.array(z.object({ name: z.string().nullish() })).default([]),
})
/** An event type: what can be booked, for how long, and what the visitor is asked. */
export type EventType = z.infer<typeof EventType>

/** What an event type may be given; Cal.com's defaults stand in for what is left out. */
export interface EventTypeSettings {
  description?: string
  /** In minutes; `lengthInMinutes` must be among them. */
  lengthInMinutesOptions?: number[]
  /**
   * `{ type: 'integration', integration: 'cal-video' }`, `{ type: 'link', link, public }`, `{ type: 'attendeePhone' }`…
   */
  locations?: { type: string; [setting: string]: unknown }[]
  /** Custom questions, and changes to the default ones; the list takes the place of the one before. */
  bookingFields?: { type?: string; slug?: string; [setting: string]: unknown }[]
  /** In minutes. */
  slotInterval?: number
  minimumBookingNotice?: number
  beforeEventBuffer?: number
  afterEventBuffer?: number
  scheduleId?: number
  /**
   * How far ahead it may be booked, as `{ type: 'calendarDays', value: 30, rolling: false }`; or `{ disabled: true }`.
   */
  bookingWindow?: object
  /** `{ type: 'always', blockUnconfirmedBookingsInBooker: true }`, or `{ disabled: true }`. */
  confirmationPolicy?: object
  /** `{ seatsPerTimeSlot, showAttendeeInfo, showAvailabilityCount }`, or `{ disabled: true }`. */
  seats?: object
  recurrence?: object
  bookingLimitsCount?: object
  bookingLimitsDuration?: object
  hidden?: boolean
  disableGuests?: boolean
  onlyShowFirstAvailableSlot?: boolean
  /** Minutes after the grid at which starts are offered. */
  offsetStart?: number
  requiresBookerEmailVerification?: boolean
  bookingRequiresAuthentication?: boolean
  successRedirectUrl?: string
  customName?: string
}

/**
 * A new event type. What its `slug` has beside letters, digits and hyphens is rewritten by Cal.com: read the answer.
 */
export interface CreateEventTypeInput extends EventTypeSettings {
  title: string
  slug: string
  /** In minutes. */
  lengthInMinutes: number
}

/** What is to be changed; what is left out stays. */
export type UpdateEventTypeInput = Partial<CreateEventTypeInput>
