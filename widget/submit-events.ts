import type { Booking, Instant } from '../proxy/contract.ts'
import { toPage } from './events.ts'

/** The visitor sends the form; `preventDefault()` keeps it from being sent. */
export class BookingSubmitEvent extends Event {
  constructor(readonly start: Instant) {
    super('olga-submit', { ...toPage, cancelable: true })
  }
}

/**
 * The server has confirmed a booking, or moved it to `start`, or cancelled it. What the page may know of it: `ref`
 * names it and opens nothing.
 */
export class BookedEvent extends Event {
  declare readonly ref: string
  declare readonly status: Booking['status']
  declare readonly start: Instant
  constructor(
    type: 'olga-booked' | 'olga-rescheduled' | 'olga-cancelled',
    { ref, status, start }: Pick<Booking, 'ref' | 'status' | 'start'>,
  ) {
    super(type, toPage)
    Object.assign(this, { ref, status, start })
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'olga-submit': BookingSubmitEvent
    'olga-booked': BookedEvent
    'olga-rescheduled': BookedEvent
    'olga-cancelled': BookedEvent
  }
}
