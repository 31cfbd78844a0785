import { addDays, addMonths, type Day, inWeek, monthOf, sameDayIn } from './day.ts'

/** Where a key leads in a month grid, after the APG's date grid; `undefined` for keys that are not its own. */
export function dayByKey(
  day: Day,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  weekStart: number,
): Day | undefined {
  const home = -inWeek(day, weekStart)
  const byDays = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: home, End: home + 6 }
  const byMonths = { PageUp: -1, PageDown: 1 }
  const [days, months] = [byDays[key as keyof typeof byDays], byMonths[key as keyof typeof byMonths]]
  if (months) return sameDayIn(addMonths(monthOf(day), shiftKey ? 12 * months : months), day)
  return days === undefined ? undefined : addDays(day, days)
}
