import type { Instant } from '../proxy/contract.ts'
import type { Day } from './day.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The zone of the visitor's device; UTC where it does not tell, or tells one that is none, as `Etc/Unknown`. */
export function visitorZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return timeZone && isZone(timeZone) ? timeZone : 'UTC'
}

/** Whether the browser knows a zone of this name. */
export function isZone(zone: string): boolean {
  try {
    // Intl also takes offsets such as `+03:00`; the proxy and Cal.com do not.
    return !!new Intl.DateTimeFormat('en', { timeZone: zone }) && /^[A-Z]/i.test(zone)
  } catch {
    return false
  }
}

/** The calendar day of an instant where the clocks of `zone` show it. */
export function dayIn(zone: string, instant: Instant | Date): Day {
  let formatter = formatters.get(zone)
  if (!formatter) {
    // Swedish writes dates as ISO 8601 does.
    formatter = new Intl.DateTimeFormat('sv', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(zone, formatter)
  }
  return formatter.format(new Date(instant))
}

/** The instants of each day, in the order given. */
export function byDay(zone: string, instants: Iterable<Instant>): Map<Day, Instant[]> {
  const days = new Map<Day, Instant[]>()
  for (const instant of instants) {
    const day = dayIn(zone, instant)
    const starts = days.get(day)
    if (starts) starts.push(instant)
    else days.set(day, [instant])
  }
  return days
}
