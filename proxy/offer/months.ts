import type { Instant, Month } from '../contract.ts'

const HOUR = 3_600_000

/** A span of time: UTC instants, the end not included. */
export interface Span {
  start: Instant
  end: Instant
}

/** A month in every zone at once: time zones run from UTC−12 to UTC+14, so 14 hours either side hold it all. */
export function spanOf(month: Month): Span {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return {
    start: new Date(Date.UTC(year, number - 1) - 14 * HOUR).toISOString(),
    end: new Date(Date.UTC(year, number) + 14 * HOUR).toISOString(),
  }
}

/** The UTC day of an instant, with the days before and after. */
export function daysAround(instant: Instant): Span {
  const day = Date.parse(instant.slice(0, 10))
  return { start: new Date(day - 24 * HOUR).toISOString(), end: new Date(day + 48 * HOUR).toISOString() }
}

/** The month of an instant in every zone, and a week before and after: as far as one booking can block others. */
export function weeksAround(instant: Instant): Span {
  const { start, end } = spanOf(instant.slice(0, 7))
  const week = 7 * 24 * HOUR
  return {
    start: new Date(Date.parse(start) - week).toISOString(),
    end: new Date(Date.parse(end) + week).toISOString(),
  }
}

export const isWithin = ({ start, end }: Span, instant: Instant) => start <= instant && instant < end

/** Whether the clocks of every zone show an instant in this month. */
export function isInEveryZone(month: Month, instant: Instant): boolean {
  const { start, end } = spanOf(month)
  const time = Date.parse(instant)
  return Date.parse(start) + 28 * HOUR <= time && time < Date.parse(end) - 28 * HOUR
}

/** The calendar day of an instant, `2026-11-25`, where the clocks of `timeZone` show it. */
export function dayIn(timeZone: string, instant: Instant | Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((one) => one.type === type)?.value
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** The calendar month of an instant, where the clocks of `timeZone` show it. */
export const monthIn = (timeZone: string, instant: Instant | Date): Month => dayIn(timeZone, instant).slice(0, 7)

export function addMonths(month: Month, count: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7)
}
