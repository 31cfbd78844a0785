import type { Booking, Instant } from '../proxy/contract.ts'
import type { Day } from './day.ts'
import type { AwayReason } from './flow.ts'

/** Why the visitor is shown the plain link. */
export type Reason = AwayReason | 'slow' | 'month' | 'form' | 'submit' | 'manage'

/** What the page may know of a booking: `ref` names it and opens nothing. */
export type Known = Pick<Booking, 'ref' | 'status' | 'start'>

/** What the page may hear, as `olga-<name>`, with what each event carries. */
export interface Moments {
  /** The free times are drawn. */
  ready: object
  /** The visitor chose a day, of his own time zone. */
  day: { day: Day }
  /** The visitor chose a time. */
  slot: { start: Instant }
  /** The visitor sends the form; `preventDefault()` keeps it from being sent. */
  submit: { start: Instant }
  /** The server has confirmed the booking. */
  booked: Known
  /** The server has moved the booking, to `start`. */
  rescheduled: Known
  /** The server has cancelled the booking. */
  cancelled: Known
  /** Something failed. `code` is the proxy's, or `no_answer` when the proxy gave none. */
  error: { code: string }
  /** The visitor is shown the plain link. */
  fallback: { reason: Reason }
}

export type MomentEvent<Name extends keyof Moments> = Event & Readonly<Moments[Name]>

/** Tells the page, out of any shadow root around too; false: it forbids what was to come. */
export const announce = <Name extends keyof Moments>(host: EventTarget, name: Name, about: Moments[Name]): boolean =>
  host.dispatchEvent(
    Object.assign(new Event(`olga-${name}`, { bubbles: true, composed: true, cancelable: name === 'submit' }), about),
  )

type MomentEvents = { [Name in keyof Moments as `olga-${Name}`]: MomentEvent<Name> }

declare global {
  // The document's too: they bubble out of the element.
  interface GlobalEventHandlersEventMap extends MomentEvents {}
}
