/** A calendar day, `2026-11-27`. A string on purpose: compares with <, is a Map key, and has no zone to get wrong. */
export type Day = string
/** A calendar month, `2026-11`. */
export type Month = string

const DAY_MS = 86_400_000

export const monthOf = (day: Day): Month => day.slice(0, 7)

// A date without a time of day is read, counted and written in UTC.
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)

export function addMonths(month: Month, count: number): Month {
  const date = new Date(month)
  date.setUTCMonth(date.getUTCMonth() + count)
  return monthOf(date.toISOString())
}

/** The same day of another month, or that month's last day where it is shorter. */
export function sameDayIn(month: Month, day: Day): Day {
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const same = month + day.slice(7)
  return same < last ? same : last
}

/** How many days of its week are before it; `weekStart` is 1 (Monday) to 7 (Sunday). */
export const inWeek = (day: Day, weekStart: number): number => (new Date(day).getUTCDay() - weekStart + 7) % 7

/** Six weeks that hold the month, whatever its length: the grid never changes its height. */
export function weeksOf(month: Month, weekStart: number): Day[][] {
  const first: Day = `${month}-01`
  const start = -inWeek(first, weekStart)
  return [0, 7, 14, 21, 28, 35].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(first, start + week + day)))
}
