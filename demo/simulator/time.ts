import { Temporal } from 'temporal-polyfill'

export const MINUTE = 60_000

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** Whether Cal.com takes it for a date: a day or a date-time, with or without an offset. */
export const isIsoDate = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(toMs(value))

/** Epoch milliseconds of an ISO date as Cal.com reads it: what names no zone is in UTC. NaN when it is none. */
export function toMs(value: string): number {
  const parts = ISO.exec(value)
  if (!parts) return Number.NaN
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = parts
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return Number.NaN
  const fraction = /[.,](\d+)/.exec(value)?.[1]?.padEnd(3, '0').slice(0, 3) ?? '000'
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}${offset(zone)}`)
}

// Not every engine reads +0300 or +03, and Cal.com does.
function offset(zone: string) {
  if (zone.toUpperCase() === 'Z') return 'Z'
  const digits = zone.replace(/\D/g, '').padEnd(4, '0')
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

// A day too many falls into the next month.
const isCalendarDay = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1

/** `2026-11-24T07:00:00.000Z` */
export const iso = (ms: number) => new Date(ms).toISOString()

export const at = (ms: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)

/** The calendar day an instant falls on in a zone. */
export const dayIn = (ms: number, timeZone: string) => at(ms, timeZone).toPlainDate()

/** The last millisecond of a day in a zone. */
export const endOfDay = (day: Temporal.PlainDate, timeZone: string) =>
  day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1

/** `2026-11-24T10:00:00.000+03:00`; in UTC the offset is a Z. */
export function isoIn(ms: number, timeZone: string): string {
  if (/^(utc|gmt)$/i.test(timeZone)) return iso(ms)
  return at(ms, timeZone).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 })
}

export function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string') return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }))
  } catch {
    return false
  }
}

// Taken before anyone fakes the timers: a macrotask has to pass whatever the test's clock does.
const realTimeout = globalThis.setTimeout

/** Waits so long; at least one macrotask, so that what is in flight together interleaves. */
export const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    if (ms > 0) setTimeout(resolve, ms)
    else realTimeout(resolve, 0)
  })
