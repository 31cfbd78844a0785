import { GRID } from './picking.ts'
import type { Visit } from './visit.ts'

/** From a chosen time back to all of them, those that are free now. */
export function backToTimes(visit: Visit): void {
  const { flow } = visit
  if (flow.step !== 'details') return
  const { month, day, start } = flow
  visit.go({ step: 'pick', month, day })
  visit.lead(`.times [data-start="${start}"]`, ...GRID)
  void visit.refresh()
}
