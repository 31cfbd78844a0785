import { z } from 'zod'
import { list, WebAddress } from './kinds.ts'

/** Whose calendar it is, and how Cal.com is reached. */
export const calcomSettings = {
  /** Cal.com's API key. */
  CAL_API_KEY: z
    .string('is missing')
    .trim()
    .regex(/^[!-~]+$/, 'must be a key, without spaces'),
  /** Where Cal.com's API is. */
  CAL_API_URL: WebAddress.default('https://api.cal.com'),
  /** Where Cal.com's booking pages are, for the plain link. */
  CAL_BOOKING_URL: WebAddress.default('https://cal.com'),
  /** Whose calendar it is. */
  CAL_USERNAME: z
    .string()
    .regex(/^[\w.-]+$/, 'must be a Cal.com user name')
    .default('olgarozet'),
  /** What Cal.com signs its webhooks with, the newest first; without one none is taken. */
  WEBHOOK_SECRET: z.string().default('').transform(list),
  /** `1`: no connection to Cal.com is kept, as some lines cut those that live long. */
  CAL_FRESH_CONNECTIONS: z
    .enum(['0', '1'], 'must be 0 or 1')
    .default('0')
    .transform((flag) => flag === '1'),
  /** The proxy through which Cal.com is reached. */
  HTTPS_PROXY: WebAddress.optional(),
}
