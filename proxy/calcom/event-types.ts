import { z } from 'zod'
import { inData } from './envelope.ts'
import { type CreateEventTypeInput, EventType, type UpdateEventTypeInput } from './event-type.ts'
import type { Request } from './request.ts'

const version = '2024-06-14'

const Deleted = z.object({ id: z.number(), slug: z.string(), title: z.string() })
/** What is left of an event type that was deleted. */
export type DeletedEventType = z.infer<typeof Deleted>

/** `/v2/event-types`. */
export const eventTypes = (request: Request) => ({
  /**
   * `GET /v2/event-types`: all of the account, the hidden ones too. Without a key Cal.com answers with an empty list.
   */
  list(signal?: AbortSignal): Promise<EventType[]> {
    return request({ path: '/v2/event-types', version, schema: inData(z.array(EventType)), signal })
  },

  /** `GET /v2/event-types/:id`. `CalcomRefused` 404 when there is none. */
  get(id: number, signal?: AbortSignal): Promise<EventType> {
    return request({ path: `/v2/event-types/${id}`, version, schema: inData(EventType), signal })
  },

  /** `GET /v2/event-types?username&eventSlug`: one event type, or `undefined` where the user has none of that name. */
  async find(query: { username: string; eventSlug: string }, signal?: AbortSignal): Promise<EventType | undefined> {
    const found = await request({ path: '/v2/event-types', version, query, schema: inData(z.array(EventType)), signal })
    return found.find(({ slug }) => slug === query.eventSlug)
  },

  /** `POST /v2/event-types`. `CalcomRefused` 400 when the slug is taken or a setting is wrong. */
  create(body: CreateEventTypeInput, signal?: AbortSignal): Promise<EventType> {
    return request({ method: 'POST', path: '/v2/event-types', version, body, schema: inData(EventType), signal })
  },

  /** `PATCH /v2/event-types/:id`. `CalcomRefused` 404 when there is none, 400 when a setting is wrong. */
  update(id: number, body: UpdateEventTypeInput, signal?: AbortSignal): Promise<EventType> {
    const path = `/v2/event-types/${id}` as const
    return request({ method: 'PATCH', path, version, body, schema: inData(EventType), signal })
  },

  /**
   * `DELETE /v2/event-types/:id`: with it go its settings; its bookings stay. `CalcomRefused` 404 when there is none.
   */
  delete(id: number, signal?: AbortSignal): Promise<DeletedEventType> {
    return request({ method: 'DELETE', path: `/v2/event-types/${id}`, version, schema: inData(Deleted), signal })
  },
})
