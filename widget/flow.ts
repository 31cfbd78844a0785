import type { Booking, Instant } from '../proxy/contract.ts'
import type { Day, Month } from './day.ts'

/** Why the visitor is sent on to the plain link. */
export type AwayReason = 'unavailable' | 'not_bookable' | 'paid' | 'misconfigured' | 'broken'

/** Where the visitor is. */
export type Flow =
  | { step: 'choose' }
  | { step: 'loading' }
  | { step: 'pick'; month: Month; day?: Day | undefined }
  | { step: 'details'; month: Month; day: Day; start: Instant }
  | { step: 'booked'; booking: Booking; email?: string | undefined }
  | { step: 'manage' }
  | { step: 'away'; reason: AwayReason }

/** From where he may come to a step. A new beginning may be made anywhere. */
const FROM: Partial<Record<Flow['step'], Flow['step'][]>> = {
  pick: ['loading', 'pick', 'details'],
  details: ['pick', 'details'],
  booked: ['details'],
  away: ['loading', 'choose'],
}

/** Moves him on. A move that makes no sense from where he is leaves him there. */
export const move = (flow: Flow, to: Flow): Flow => (FROM[to.step]?.includes(flow.step) === false ? flow : to)
