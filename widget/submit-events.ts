import type { Booking, Instant } from '../proxy/contract.ts'
import { toPage } from './events.ts'

/** The visitor sends the form; `preventDefault()` keeps it from being sent. */
export class BookingSubmitEvent extends Event {
  constructor(readonly start: Instant) {
    super('olga-submit', { ...toPage, cancelable: true })
  }
}

/** What the page may know of a booking: `ref` names it and opens nothing. */
abstract class BookingEvent extends Event {
  declare readonly ref: string
  declare readonly status: Booking['status']
  declare readonly start: Instant
  constructor(type: string, { ref, status, start }: Pick<Booking, 'ref' | 'status' | 'start'>) {
    super(type, toPage)
    Object.assign(this, { ref, status, start })
  }
}

/** The server has confirmed the booking. */
export class BookedEvent extends BookingEvent {
  constructor(booking: Booking) {
    super('olga-booked', booking)
  }
}

/** The server has moved the booking, to `start`. */
export class RescheduledEvent extends BookingEvent {
  constructor(booking: Booking) {
    super('olga-rescheduled', booking)
  }
}

/** The server has cancelled the booking. */
export class CancelledEvent extends BookingEvent {
  constructor(booking: Booking) {
    super('olga-cancelled', booking)
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'olga-submit': BookingSubmitEvent
    'olga-booked': BookedEvent
    'olga-rescheduled': RescheduledEvent
    'olga-cancelled': CancelledEvent
  }
}
