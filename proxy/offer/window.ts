import type { BookingWindow } from '../calcom/index.ts'

const DAY_MS = 86_400_000

/**
 * The last day that can be booked, `2026-12-31`. None where there is no end to it, nor where the window is one of so
 * many days with free times, whose end only the times themselves can tell.
 */
export function lastDay(window: BookingWindow, today: string): string | undefined {
  if (!window || window.disabled) return undefined
  const { type, value, rolling } = window
  if (type === 'range') return Array.isArray(value) ? value[1]?.slice(0, 10) : undefined
  if (typeof value !== 'number' || rolling) return undefined
  return type === 'businessDays' ? addBusinessDays(today, value) : addDays(today, value)
}

const addDays = (day: string, count: number) => new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)

function addBusinessDays(day: string, count: number): string {
  let last = day
  for (let left = count; left > 0; ) {
    last = addDays(last, 1)
    if (new Date(last).getUTCDay() % 6 !== 0) left--
  }
  return last
}
