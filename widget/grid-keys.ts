import { addDays, addMonths, type Day, monthOf, sameDayIn, weekdayOf } from './day.ts'

/** Where a key leads in a month grid, after the APG's date grid; `undefined` for keys that are not its own. */
export function dayByKey(day: Day, event: Pick<KeyboardEvent, 'key' | 'shiftKey'>, weekStart: number): Day | undefined {
  const inWeek = (weekdayOf(day) - weekStart + 7) % 7
  const turn = (months: number) => sameDayIn(addMonths(monthOf(day), months), day)
  switch (event.key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -inWeek)
    case 'End':
      return addDays(day, 6 - inWeek)
    case 'PageUp':
      return turn(event.shiftKey ? -12 : -1)
    case 'PageDown':
      return turn(event.shiftKey ? 12 : 1)
    default:
      return undefined
  }
}
