import type { Booking, Instant } from '../../proxy/contract.ts'

/** From a screen to the element around it, and no further: the visitor wants to choose another time. */
export class BackEvent extends Event {
  constructor() {
    super('step-back')
  }
}

/** From a screen to the element around it, and no further: the visitor takes this time instead. */
export class OtherTimeEvent extends Event {
  constructor(readonly start: Instant) {
    super('step-time')
  }
}

/** From a screen to the element around it, and no further: he is booked, and where the mail goes. */
export class DoneEvent extends Event {
  constructor(
    readonly booking: Booking,
    readonly email: string | undefined,
  ) {
    super('step-done')
  }
}

/** From a screen to the element around it, and no further: a submit is under way or of unknown outcome, or is no more. */
export class OpenEvent extends Event {
  constructor(readonly isOpen: boolean) {
    super('step-open')
  }
}
