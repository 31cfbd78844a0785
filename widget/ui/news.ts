import type { Visit } from '../controllers/visit.ts'
import { monthOf } from '../day.ts'

/** What a person who cannot see the element is told when it changes: loading, what is free, what failed. */
export function news({ flow, agenda, format }: Visit): string {
  const { words } = agenda
  if (!words) return ''
  if (flow.step === 'loading') return agenda.isLate() ? words.away.slow : words.loading
  if (flow.step === 'away') return words.away[flow.reason]
  if (flow.step !== 'pick') return ''
  if (agenda.failed.has(flow.month)) return words.away.month
  if (!agenda.get(flow.month)) return agenda.isLate(flow.month) ? words.away.slow : words.loading
  const days = agenda.days(format.zone)
  if (!flow.day) return [...days.keys()].some((day) => monthOf(day) === flow.month) ? '' : words.monthEmpty
  return `${format.day(flow.day)}, ${format.count(days.get(flow.day)?.length ?? 0, words.timesFree)}`
}
