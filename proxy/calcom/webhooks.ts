import { z } from 'zod'
import { inData } from './envelope.ts'
import type { Request } from './request.ts'

const Webhook = z.object({
  id: z.string(),
  subscriberUrl: z.string(),
  active: z.boolean(),
  triggers: z.array(z.string()),
  secret: z.string().nullish(),
  payloadTemplate: z.string().nullish(),
})
/** A subscription: Cal.com posts to `subscriberUrl` whatever is in `triggers`, signed with `secret`. */
export type Webhook = z.infer<typeof Webhook>

/** A new subscription. */
export interface CreateWebhookInput {
  /** One of an account's subscriptions each. */
  subscriberUrl: string
  /** `BOOKING_CREATED`, `BOOKING_RESCHEDULED`, `BOOKING_CANCELLED`, `BOOKING_REQUESTED`, `BOOKING_REJECTED`… */
  triggers: string[]
  active: boolean
  /** Signs the deliveries (HMAC-SHA256 of the raw body); without one they are not signed. */
  secret?: string
  /** Takes the place of the usual JSON in every delivery; null: none does. */
  payloadTemplate?: string | null
}

/** What is to be changed; what is left out stays. */
export type UpdateWebhookInput = Partial<CreateWebhookInput>

/** `/v2/webhooks`, those of the user. The version header is ignored there. Answers hold the secrets. */
export const webhooks = (request: Request) => ({
  /** `GET /v2/webhooks`: `take` of them (default and most 250) after the first `skip`. */
  list(query: { take?: number; skip?: number } = {}, signal?: AbortSignal): Promise<Webhook[]> {
    return request({ path: '/v2/webhooks', query, schema: inData(z.array(Webhook)), signal })
  },

  /** `GET /v2/webhooks/:id`. `CalcomRefused` 404 when there is none. */
  get(id: string, signal?: AbortSignal): Promise<Webhook> {
    return request({ path: pathOf(id), schema: inData(Webhook), signal })
  },

  /** `POST /v2/webhooks`. `CalcomRefused` 409 when the address has a subscription already. */
  create(body: CreateWebhookInput, signal?: AbortSignal): Promise<Webhook> {
    return request({ method: 'POST', path: '/v2/webhooks', body, schema: inData(Webhook), signal })
  },

  /** `PATCH /v2/webhooks/:id`. `CalcomRefused` 404 when there is none. */
  update(id: string, body: UpdateWebhookInput, signal?: AbortSignal): Promise<Webhook> {
    return request({ method: 'PATCH', path: pathOf(id), body, schema: inData(Webhook), signal })
  },

  /** `DELETE /v2/webhooks/:id`. `CalcomRefused` 404 when there is none. */
  delete(id: string, signal?: AbortSignal): Promise<Webhook> {
    return request({ method: 'DELETE', path: pathOf(id), schema: inData(Webhook), signal })
  },
})

const pathOf = (id: string) => `/v2/webhooks/${encodeURIComponent(id)}` as const
