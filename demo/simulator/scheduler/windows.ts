import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../account.ts'
import { DAYS } from '../schedule/hours.ts'
import { dayIn } from '../time.ts'
import { merge, overlaps, type Range } from './ranges.ts'

/** What it needs of a schedule. */
export type Hours = Pick<Schedule, 'timeZone' | 'availability' | 'overrides'>

type Span = { startTime: string; endTime: string }

/** When a schedule is open, as far as that touches `bounds`: whole windows, not cut at the bounds. */
export function windowsOf(schedule: Hours, bounds: Range): Range[] {
  if (bounds.start >= bounds.end) return []
  // A day further on both sides, so that windows which touch at midnight are still made one.
  const last = dayIn(bounds.end, schedule.timeZone).add({ days: 1 })
  const found: Range[] = []
  let day = dayIn(bounds.start, schedule.timeZone).subtract({ days: 1 })
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    for (const hours of hoursOn(schedule, day)) found.push(range(day, hours, schedule.timeZone))
  }
  return merge(found.filter(({ start, end }) => start < end)).filter((window) => overlaps(window, bounds))
}

function hoursOn(schedule: Hours, day: Temporal.PlainDate): Span[] {
  const overrides = schedule.overrides.filter(({ date }) => date === day.toString())
  if (overrides.length > 0) return overrides
  return schedule.availability.filter(({ days }) => days.includes(DAYS[day.dayOfWeek - 1] ?? ''))
}

const range = (day: Temporal.PlainDate, { startTime, endTime }: Span, timeZone: string): Range => ({
  start: instant(day, startTime, timeZone),
  // Cal.com lets nobody choose midnight as an end, so one minute to it means midnight.
  end: /^(23:59|24:00)$/.test(endTime)
    ? instant(day.add({ days: 1 }), '00:00', timeZone)
    : instant(day, endTime, timeZone),
})

const instant = (day: Temporal.PlainDate, time: string, timeZone: string) =>
  day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
