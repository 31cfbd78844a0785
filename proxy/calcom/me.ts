import { z } from 'zod'
import { inData } from './envelope.ts'
import type { Request } from './request.ts'

export const Me = z.object({
  id: z.number(),
  name: z.string().nullish(),
  username: z.string(),
  email: z.string().nullish(),
  timeZone: z.string(),
  weekStart: z.string().nullish(),
  timeFormat: z.number().nullish(),
  defaultScheduleId: z.number().nullish(),
  bio: z.string().nullish(),
  avatarUrl: z.string().nullish(),
})
/**
 * The account behind the key. `timeZone` is IANA, `timeFormat` 12 or 24 hours, `weekStart` the English name of a day.
 */
export type Me = z.infer<typeof Me>

/** What of the account may be changed; what is left out stays. */
export interface UpdateMeInput {
  name?: string
  /** Cal.com asks the new address to be confirmed. */
  email?: string
  bio?: string
  avatarUrl?: string
  /** IANA. */
  timeZone?: string
  timeFormat?: 12 | 24
  weekStart?: Weekday
  /** Language of Cal.com's pages and mails: `ru`. */
  locale?: string
  defaultScheduleId?: number
}

export type Weekday = (typeof WEEKDAYS)[number]
/** As Cal.com names and orders the days. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** `/v2/me`. The version header is ignored there. */
export const me = (request: Request) => ({
  /** `GET /v2/me`. `CalcomRefused` 401 when the key is wrong. */
  get(signal?: AbortSignal): Promise<Me> {
    return request({ path: '/v2/me', schema: inData(Me), signal })
  },

  /** `PATCH /v2/me`. `CalcomRefused` 400 for an unknown zone; properties it does not know are ignored. */
  update(body: UpdateMeInput, signal?: AbortSignal): Promise<Me> {
    return request({ method: 'PATCH', path: '/v2/me', body, schema: inData(Me), signal })
  },
})
