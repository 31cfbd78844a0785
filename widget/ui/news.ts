import type { Visit } from '../controllers/visit.ts'
import { monthOf } from '../day.ts'

/** What a person who cannot see the element is told when it changes: loading, what is free, what failed. */
export function news(visit: Visit): string {
  const { flow, agenda, format, words, later } = visit
  if (!words) return ''
  if (flow.step === 'loading') return agenda.isLate() ? words.awaySlow : words.loading
  if (flow.step === 'away') return later.module?.why(visit, flow.reason) ?? words.awayUnavailable
  if (flow.step !== 'pick') return ''
  if (agenda.failed.has(flow.month)) return words.awayUnavailable
  if (!agenda.get(flow.month)) return agenda.isLate(flow.month) ? words.awaySlow : words.loading
  const days = agenda.days(format.zone)
  if (!flow.day) return [...days.keys()].some((day) => monthOf(day) === flow.month) ? '' : words.monthEmpty
  return `${format.day(flow.day)}, ${format.count(days.get(flow.day)?.length ?? 0, words.timesFree)}`
}
