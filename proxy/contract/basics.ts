import { z } from 'zod'

/** What can be wrong with one field of a request. */
// biome-ignore format: a list is read in lines
export type Fault =
  | 'required' | 'invalid' | 'unknown' | 'too_long' | 'month' | 'instant' | 'past' | 'not_offered' | 'time_zone'
  | 'email' | 'phone' | 'url' | 'number' | 'option' | 'too_short' | 'too_small' | 'too_large' | 'consent' | 'ads' | 'duration'

/** Says that a value is missing, or else what is wrong with it. */
export const fault = (name: Fault) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? ('required' satisfies Fault) : name),
})

/** The language of words meant for a visitor. */
export const Lang = z.enum(['ru', 'en'], fault('option'))
export type Lang = z.infer<typeof Lang>

/** An event type's address, as in `cal.com/<user>/<slug>`. */
export const Slug = z
  .string(fault('required'))
  .max(100, fault('too_long'))
  .regex(/^[\p{L}\p{N}_-]+$/u, fault('invalid'))

/** A calendar month, `2026-11`. */
export const Month = z.string(fault('month')).regex(/^20\d\d-(0[1-9]|1[0-2])$/, fault('month'))
export type Month = z.infer<typeof Month>

/** A moment in UTC, `2026-11-25T07:00:00.000Z`. */
export const Instant = z.iso.datetime(fault('instant')).transform((text) => new Date(text).toISOString())
export type Instant = z.infer<typeof Instant>

/** An IANA time zone, `Europe/Moscow`. */
export const TimeZone = z.string(fault('required')).max(64, fault('time_zone')).refine(isTimeZone, fault('time_zone'))

/** A length in minutes, as it stands in a query. */
const noLength = fault('duration')
export const Minutes = z.coerce.number(noLength).int(noLength).min(1, noLength).max(1440, noLength)

/** What a hold is named by: 128 random bits, made here. */
export const HoldId = z.string().regex(/^[\w-]{22,64}$/, fault('invalid'))

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    // Intl also takes offsets such as `+03:00`; Cal.com does not.
    return /^[A-Z]/i.test(name)
  } catch {
    return false
  }
}
