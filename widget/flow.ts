import type { Booking, Instant } from '../proxy/contract.ts'
import { type Day, type Month, monthOf } from './day.ts'

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

/** How he moves. */
export type Move =
  | { to: 'month'; month: Month; day?: Day | undefined }
  | { to: 'day'; day: Day }
  | { to: 'time'; day: Day; start: Instant }
  | { to: 'back' }
  | { to: 'booked'; booking: Booking; email?: string | undefined }
  | { to: 'away'; reason: AwayReason }

/** Where a move leads. One that makes no sense from where he is leaves him there. */
export function move(flow: Flow, by: Move): Flow {
  switch (by.to) {
    case 'month':
      return flow.step === 'loading' || flow.step === 'pick' ? { step: 'pick', month: by.month, day: by.day } : flow
    case 'day':
      return flow.step === 'pick' ? { step: 'pick', month: monthOf(by.day), day: by.day } : flow
    case 'time':
      return flow.step === 'pick' || flow.step === 'details'
        ? { step: 'details', month: monthOf(by.day), day: by.day, start: by.start }
        : flow
    case 'back':
      return flow.step === 'details' ? { step: 'pick', month: flow.month, day: flow.day } : flow
    case 'booked':
      return flow.step === 'details' ? { step: 'booked', booking: by.booking, email: by.email } : flow
    case 'away':
      return flow.step === 'loading' || flow.step === 'choose' ? { step: 'away', reason: by.reason } : flow
  }
}
