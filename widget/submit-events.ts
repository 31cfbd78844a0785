import type { Booking, Instant } from '../proxy/contract.ts'
import { toPage } from './events.ts'

/** The visitor sends the form; `preventDefault()` keeps it from being sent. */
export class BookingSubmitEvent extends Event {
  constructor(readonly start: Instant) {
    super('olga-submit', { ...toPage, cancelable: true })
  }
}

/** What the page may know of a booking: `ref` names it and opens nothing. */
export class BookingEvent extends Event {
  declare readonly ref: string
  declare readonly status: Booking['status']
  declare readonly start: Instant
  constructor(type: keyof BookingEvents, { ref, status, start }: Booking) {
    super(type, toPage)
    Object.assign(this, { ref, status, start })
  }
}

interface BookingEvents {
  /** The server has confirmed the booking. */
  'olga-booked': BookingEvent
  /** The server has moved the booking, to `start`. */
  'olga-rescheduled': BookingEvent
  /** The server has cancelled the booking. */
  'olga-cancelled': BookingEvent
}

declare global {
  interface GlobalEventHandlersEventMap extends BookingEvents {
    'olga-submit': BookingSubmitEvent
  }
}
