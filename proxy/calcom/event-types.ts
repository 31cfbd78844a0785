import { z } from 'zod'
import type { Request } from './request.ts'

const VERSION = '2024-06-14'

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
const Switch = z.object({ disabled: z.boolean().optional() }).optional()

const EventType = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  lengthInMinutes: z.number(),
  lengthInMinutesOptions: z.array(z.number()).optional(),
  locations: z.array(z.object({ type: z.string() })).default([]),
  bookingFields: z.array(BookingField),
  recurrence: z.looseObject({ disabled: z.boolean().optional() }).nullish(),
  price: z.number().nullish(),
  /** Minutes kept free around a booking. */
  beforeEventBuffer: z.number().nullish(),
  afterEventBuffer: z.number().nullish(),
  confirmationPolicy: Switch,
  seats: Switch,
  requiresBookerEmailVerification: z.boolean().optional(),
  bookingRequiresAuthentication: z.boolean().optional(),
  bookingUrl: z.string().optional(),
  users: z.array(z.object({ name: z.string().nullish() })).default([]),
})
/** An event type: what can be booked, for how long, and what the visitor is asked. Lengths in minutes. */
export type EventType = z.infer<typeof EventType>

/** `GET /v2/event-types?username&eventSlug`: one event type, or `undefined` where the user has none of that name. */
export async function findEventType(
  request: Request,
  query: { username: string; eventSlug: string },
  signal?: AbortSignal,
): Promise<EventType | undefined> {
  const schema = z.object({ data: z.array(EventType) })
  const { data } = await request({ path: '/v2/event-types', version: VERSION, query, schema, signal })
  return data.find(({ slug }) => slug === query.eventSlug)
}

/** `GET /v2/event-types`: all of the account. */
export async function listEventTypes(request: Request, signal?: AbortSignal): Promise<EventType[]> {
  const schema = z.object({ data: z.array(EventType) })
  const { data } = await request({ path: '/v2/event-types', version: VERSION, schema, signal })
  return data
}

/** `GET /v2/event-types/:id`. `CalcomRefused` 404 when there is none. */
export async function getEventType(request: Request, id: number, signal?: AbortSignal): Promise<EventType> {
  const schema = z.object({ data: EventType })
  const { data } = await request({ path: `/v2/event-types/${id}`, version: VERSION, schema, signal })
  return data
}
