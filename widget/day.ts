/** A calendar day, `2026-11-27`. A string on purpose: compares with <, is a Map key, and has no zone to get wrong. */
export type Day = string
/** A calendar month, `2026-11`. */
export type Month = string

const DAY_MS = 86_400_000

/** Midnight UTC of a day: for formatters that are told UTC, and for counting. */
export const toDate = (day: Day): Date => new Date(`${day}T00:00:00Z`)
const toDay = (time: number): Day => new Date(time).toISOString().slice(0, 10)

export const monthOf = (day: Day): Month => day.slice(0, 7)
export const addDays = (day: Day, count: number): Day => toDay(toDate(day).getTime() + count * DAY_MS)

export function addMonths(month: Month, count: number): Month {
  const date = toDate(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return monthOf(toDay(date.getTime()))
}

/** The same day of another month, or that month's last day where it is shorter. */
export function sameDayIn(month: Month, day: Day): Day {
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const same = month + day.slice(7)
  return same < last ? same : last
}

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (day: Day): number => toDate(day).getUTCDay() || 7

/** Six weeks that hold the month, whatever its length: the grid never changes its height. */
export function weeksOf(month: Month, weekStart: number): Day[][] {
  const first: Day = `${month}-01`
  const start = addDays(first, -((weekdayOf(first) - weekStart + 7) % 7))
  return [0, 1, 2, 3, 4, 5].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(start, week * 7 + day)))
}
