import { Temporal } from 'temporal-polyfill'
import type { BookingWindow } from '../account.ts'
import { dayIn, endOfDay } from '../time.ts'

/** How far ahead one may book, in epoch milliseconds. */
export interface Limits {
  from: number
  to: number
}

const OPEN: Limits = { from: -Infinity, to: Infinity }

// Cal.com gives up looking for open days after two months.
const FURTHEST_DAYS = 61

export interface Ask {
  window: BookingWindow
  now: number
  /** The asker's zone, in which rolling windows end. */
  timeZone: string
  /** The host's zone, in which fixed ranges lie. */
  hostZone: string
  /** Days (in the asker's zone) with a free start; left out, a rolling window is not looked at, as when booking. */
  openDays?: () => Set<string>
}

export function limitsOf({ window, now, timeZone, hostZone, openDays }: Ask): Limits {
  if (!('type' in window)) return OPEN
  if (window.type === 'range') {
    const [first, last] = window.value.map((day) => Temporal.PlainDate.from(day.slice(0, 10)))
    if (!first || !last) return OPEN
    return { from: first.toZonedDateTime(hostZone).epochMilliseconds, to: endOfDay(last, hostZone) }
  }
  const today = dayIn(now, timeZone)
  const step = window.type === 'businessDays' ? nextBusinessDay : nextDay
  if (!window.rolling) return { from: -Infinity, to: endOfDay(times(window.value, step, today), timeZone) }
  return openDays ? { from: -Infinity, to: endOfDay(nthOpen(window.value, step, today, openDays()), timeZone) } : OPEN
}

type Step = (day: Temporal.PlainDate) => Temporal.PlainDate

const nextDay: Step = (day) => day.add({ days: 1 })

const nextBusinessDay: Step = (day) => {
  const next = day.add({ days: 1 })
  return next.dayOfWeek > 5 ? nextBusinessDay(next) : next
}

const times = (count: number, step: Step, day: Temporal.PlainDate): Temporal.PlainDate =>
  count <= 0 ? day : times(count - 1, step, step(day))

/** The day with which `count` days that have a free start are full. */
function nthOpen(count: number, step: Step, today: Temporal.PlainDate, open: Set<string>) {
  let day = today
  let last: Temporal.PlainDate | undefined
  for (let looked = 0, found = 0; looked < FURTHEST_DAYS && found < count; looked++, day = step(day)) {
    if (!open.has(day.toString())) continue
    found++
    last = day
  }
  return last ?? day
}

/** The stretch in which a rolling window looks for open days. */
export const lookAhead = (now: number) => ({ start: now, end: now + (FURTHEST_DAYS + 1) * 24 * 60 * 60_000 })
