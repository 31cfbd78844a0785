import type { Booking } from '../../proxy/contract.ts'
import { type Outcome, run, type Waiting } from '../attempt.ts'
import { BookingErrorEvent, FallbackEvent } from '../events.ts'
import { newKey, send, statusOf } from '../requests.ts'
import type { Visit } from './visit.ts'

/** What came of a look that changes nothing. */
export type Fine = { is: 'fine' }

/** A wish on its way: sent under a key, looked after until its outcome is known, and told of meanwhile. */
export class Sending {
  state: Outcome | Waiting | Fine | undefined

  constructor(protected readonly visit: Visit) {}

  /** Something may have been done: nothing but waiting is offered until that is known. */
  get isHeld(): boolean {
    return !!this.state && !['done', 'refused', 'lost', 'fine'].includes(this.state.is)
  }

  /** Never rejects. `isSent`: it was sent before, by a page that is gone. */
  protected async bring(path: string, body: object, key = newKey(), isSent = false): Promise<Outcome> {
    const { visit } = this
    const { api, format, host } = visit
    visit.hold(true)
    const errand = {
      send: () => send<Booking>(api, path, { ...body, lang: format.lang }, key),
      ask: (abandon: boolean) => statusOf(api, key, abandon),
      tell: (state: Waiting) => this.tell(state),
      now: () => host.clock.getTime(),
    }
    const outcome = await run(errand, isSent)
    this.tell(outcome)
    queueMicrotask(() => visit.hold(false))
    return outcome
  }

  /** Shows how it stands. */
  protected tell(state: Sending['state']): void {
    const { host } = this.visit
    const isNew = state?.is !== this.state?.is
    this.state = state
    host.requestUpdate()
    if (!state) return
    if ('code' in state) host.dispatchEvent(new BookingErrorEvent(state.code))
    if ((state.is === 'unclear' && isNew) || state.is === 'lost' || (state.is === 'refused' && !this.isAnswered(state)))
      host.dispatchEvent(new FallbackEvent('submit'))
  }

  /** Whether a refusal leaves him something to do here. */
  protected isAnswered({ code }: Outcome & { is: 'refused' }): boolean {
    return code === 'slot_taken'
  }
}
