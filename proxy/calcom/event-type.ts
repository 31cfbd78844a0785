import { z } from 'zod'

/** Options of a select are strings; older event types have `{ label, value }`. */
const Option = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])

const BookingField = z.object({
  type: z.string(),
  slug: z.string(),
  isDefault: z.boolean().optional(),
  required: z.boolean().optional(),
  hidden: z.boolean().optional(),
  label: z.string().optional(),
  placeholder: z.string().optional(),
  options: z.array(Option).optional(),
})
/** One question of an event type's form; `isDefault` on those that Cal.com itself gives every form. */
export type BookingField = z.infer<typeof BookingField>

/** Most settings are `{ disabled: true }` when off, and absent on older event types. */
const Switch = z.looseObject({ disabled: z.boolean().optional() }).nullish()

export const EventType = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  lengthInMinutes: z.number(),
  /** Where the visitor has a choice. */
  lengthInMinutesOptions: z.array(z.number()).optional(),
  locations: z.array(z.looseObject({ type: z.string() })).default([]),
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
  bookingWindow: Switch,
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
  /** `{ type: 'integration', integration: 'cal-video' }`, `{ type: 'link', link, public }`, `{ type: 'attendeePhone' }`… */
  locations?: { type: string; [setting: string]: unknown }[]
  /** Custom questions, and changes to the default ones; the list takes the place of the one before. */
  bookingFields?: { type?: string; slug?: string; [setting: string]: unknown }[]
  /** In minutes. */
  slotInterval?: number
  minimumBookingNotice?: number
  beforeEventBuffer?: number
  afterEventBuffer?: number
  scheduleId?: number
  /** How far ahead it may be booked, as `{ type: 'calendarDays', value: 30, rolling: false }`; or `{ disabled: true }`. */
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

/** A new event type. What its `slug` has beside letters, digits and hyphens is rewritten by Cal.com: read the answer. */
export interface CreateEventTypeInput extends EventTypeSettings {
  title: string
  slug: string
  /** In minutes. */
  lengthInMinutes: number
}

/** What is to be changed; what is left out stays. */
export type UpdateEventTypeInput = Partial<CreateEventTypeInput>
