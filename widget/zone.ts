import type { Instant } from '../proxy/contract.ts'
import type { Day } from './day.ts'

// Making a formatter costs about as much as drawing a week.
const formatters: Record<string, Intl.DateTimeFormat> = {}

/** The zone of the visitor's device; UTC where it does not tell, or tells one that is none, as `Etc/Unknown`. */
export function visitorZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return isZone(timeZone) ? timeZone : 'UTC'
}

/** Whether the browser knows a zone of this name. */
export function isZone(zone: string): boolean {
  try {
    // Intl also takes offsets such as `+03:00`; the proxy and Cal.com do not.
    return /^[A-Z]/i.test(zone) && !!dayIn(`${zone}`, 0)
  } catch {
    return false
  }
}

/** The calendar day of an instant where the clocks of `zone` show it. */
export function dayIn(zone: string, instant: Instant | Date | number): Day {
  // Swedish writes dates as ISO 8601 does.
  formatters[zone] ??= new Intl.DateTimeFormat('sv', { timeZone: zone })
  return formatters[zone].format(new Date(instant))
}

/** The instants of each day, in the order given. */
export function byDay(zone: string, instants: Iterable<Instant>): Map<Day, Instant[]> {
  const days = new Map<Day, Instant[]>()
  for (const instant of instants) {
    const day = dayIn(zone, instant)
    days.set(day, [...(days.get(day) ?? []), instant])
  }
  return days
}
