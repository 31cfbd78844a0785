import { z } from 'zod'
import { type Instant, Minutes, Month, Slug } from './basics.ts'

/** `GET /v1/slots?event&month&duration`; without `month`: the first month that has a free time. */
export const SlotsQuery = z.object({
  event: Slug,
  month: Month.optional(),
  duration: Minutes.optional(),
})

export type SlotsQuery = z.infer<typeof SlotsQuery>

/** `GET /v1/bookings/:token/slots?month`: where that booking can be moved to. */
export const MoveSlotsQuery = SlotsQuery.pick({ month: true })

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
