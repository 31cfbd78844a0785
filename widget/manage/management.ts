import type { ManagedBooking } from '../../proxy/contract.ts'
import { Sending, type State } from '../controllers/sending.ts'
import type { Visit } from '../controllers/visit.ts'
import { type Answered, ask } from '../requests.ts'
import { wordsFor } from '../ui/words.ts'

/** What he is asked, or has done; nothing: he sees how it stands. */
export type Scene = '' | 'cancel' | 'cancelled' | 'moved'

/** One booking, opened by its token: seen, moved, cancelled. */
export class Management extends Sending {
  /** What the proxy knows of it, once it has said so. */
  asked: Answered<ManagedBooking> | undefined
  scene: Scene = ''
  reason = ''

  constructor(
    override readonly visit: Visit,
    readonly token: string,
  ) {
    super(visit)
    void this.load()
  }

  async load(): Promise<void> {
    const { visit, token } = this
    this.asked = undefined
    this.show('')
    const asked = await ask<ManagedBooking>(visit, `/v1/bookings/${token}`)
    this.asked = asked
    this.show('')
    if (!asked.answer) visit.miss(asked.problem?.code ?? 'no_answer', 'manage')
  }

  show(scene: Scene): void {
    const { visit } = this
    this.scene = scene
    visit.state = undefined
    visit.moving = undefined
    visit.flow = { step: 'manage' }
    visit.lead('.managed h2', '[part~="link"]')
    visit.host.requestUpdate()
  }

  /** Cancels; with a `start`, moves there. */
  async change(booking: ManagedBooking, start: string | undefined, isReasonRequired: boolean): Promise<void> {
    const { visit, token } = this
    const reason = this.reason.trim()
    if (start === booking.start) return this.show('')
    if (isReasonRequired && !reason)
      return this.tell({ is: 'refused', code: 'invalid_fields', fields: { reason: wordsFor(visit).required } })
    if (visit.host.dryRun) return this.tell({ is: 'dryOk' })
    const path = `/v1/bookings/${token}/${start ? 'reschedule' : 'cancel'}`
    const changed = await this.bring(path, { start, ...(reason && { reason }) })
    if (!changed) return
    this.asked = { answer: { ...booking, ...changed } }
    this.reason = ''
    this.show(start ? 'moved' : 'cancelled')
    this.announce(start ? 'rescheduled' : 'cancelled', changed)
  }

  /** What is wrong with the reason stands beside it. */
  protected override isAnswered(state: State): boolean {
    if (!state.fields?.reason) return super.isAnswered(state)
    this.visit.lead('[aria-invalid]')
    return true
  }
}
