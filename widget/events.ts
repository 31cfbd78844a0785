import type { Instant } from '../proxy/contract.ts'
import type { Day } from './day.ts'
import type { AwayReason } from './flow.ts'

/** What the page may hear: out of the element, and out of any shadow root around it. */
export const toPage = { bubbles: true, composed: true }

/** The free times are drawn. */
export class ReadyEvent extends Event {
  constructor() {
    super('olga-ready', toPage)
  }
}

/** The visitor chose a day, of his own time zone. */
export class DayEvent extends Event {
  constructor(readonly day: Day) {
    super('olga-day', toPage)
  }
}

/** The visitor chose a time. */
export class SlotEvent extends Event {
  constructor(readonly start: Instant) {
    super('olga-slot', toPage)
  }
}

/** Something failed. `code` is the proxy's, or `no_answer` when the proxy gave none. */
export class BookingErrorEvent extends Event {
  constructor(readonly code: string) {
    super('olga-error', toPage)
  }
}

/** The visitor is shown the plain link. */
export class FallbackEvent extends Event {
  constructor(readonly reason: AwayReason | 'slow' | 'month' | 'form' | 'submit' | 'manage') {
    super('olga-fallback', toPage)
  }
}

declare global {
  // The document's too: they bubble out of the element.
  interface GlobalEventHandlersEventMap {
    'olga-ready': ReadyEvent
    'olga-day': DayEvent
    'olga-slot': SlotEvent
    'olga-error': BookingErrorEvent
    'olga-fallback': FallbackEvent
  }
}
