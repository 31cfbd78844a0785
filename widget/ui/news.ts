import { freeDaysIn } from '../controllers/picking.ts'
import type { Visit } from '../controllers/visit.ts'
import { why } from './away.ts'

/** What a person who cannot see the element is told when it changes: loading, what is free, what failed. */
export function news(visit: Visit): string {
  const { flow, agenda, format, words, trouble } = visit
  if (trouble) return why(visit, trouble)
  if (flow.step === 'loading') return words.loading
  if (flow.step !== 'pick') return ''
  if (!agenda.get(flow.month)) return words.loading
  if (!flow.day) return freeDaysIn(flow.month, visit)[0] ? '' : words.monthEmpty
  return `${format.day(flow.day)}, ${format.count(visit.days.get(flow.day)?.length ?? 0, words.timesFree)}`
}
