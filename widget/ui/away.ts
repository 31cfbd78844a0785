import { GRID, turn } from '../controllers/picking.ts'
import type { Visit } from '../controllers/visit.ts'
import type { Reason } from '../events.ts'
import { way } from './way.ts'

/** Why, in words; all of them come with later code. */
export function why(visit: Visit, reason: Reason): string {
  const { awaySlow, awayUnavailable } = visit.words
  return visit.later.module?.why(visit, reason) ?? (reason === 'slow' ? awaySlow : awayUnavailable)
}

/** The way to the plain page, in words that say why: alone on the card, or beside something else. */
export function away(visit: Visit, reason: Reason): unknown {
  const { flow, later } = visit
  const again = () => {
    visit.lead(...GRID)
    if (flow.step === 'pick') void turn(visit, flow.month)
    else if (flow.step === 'away') visit.open(visit.host.token)
    else void later.load()
  }
  const start = 'start' in flow ? flow.start : undefined
  const retry = /unav|month/.test(reason) || later.module === null ? again : undefined
  return way(visit, why(visit, reason), { start, retry })
}
