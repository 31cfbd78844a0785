import type { TemplateResult } from 'lit/html.js'
import type { ManagedBooking } from '../../proxy/contract.ts'
import { Sending } from '../controllers/sending.ts'
import type { Visit } from '../controllers/visit.ts'
import { ask } from '../requests.ts'
import { BookingEvent } from '../submit-events.ts'

/** Where he is with his booking. */
export type Scene = 'loading' | 'seen' | 'cancel' | 'cancelled' | 'moved'

/** One booking, opened by its token: seen, moved, cancelled. */
export class Management extends Sending {
  scene: Scene = 'loading'
  booking: ManagedBooking | undefined
  /** Why there is none, in the proxy's words. */
  problem: string | undefined
  reason = ''

  constructor(
    override readonly visit: Visit,
    readonly token: string,
    private readonly confirm: (management: Management, start: string) => TemplateResult,
  ) {
    super(visit)
    if (token) void this.load()
    else this.scene = 'seen'
  }

  load = async (): Promise<void> => {
    const { visit } = this
    this.show('loading')
    const { answer, problem } = await ask<ManagedBooking>(visit, `/v1/bookings/${this.token}`)
    this.booking = answer
    this.problem = problem?.title
    this.show('seen')
    if (!answer) visit.miss(problem?.code ?? 'no_answer', 'manage')
  }

  show(scene: Scene): void {
    const { visit } = this
    this.scene = scene
    this.state = undefined
    visit.moving = undefined
    visit.flow = { step: 'manage' }
    visit.lead('.managed h2', '[part~="link"]')
    visit.host.requestUpdate()
  }

  beginMove(label: string): void {
    const { visit, token, booking } = this
    if (!booking) return
    const { event: slug, duration } = booking
    const leave = () => this.show('seen')
    visit.moving = { slug, duration, token, label, leave, confirm: ({ start }) => this.confirm(this, start) }
    void visit.choose(visit.moving)
    visit.lead('[data-day][tabindex="0"]', '.times [data-start]', '[part~="link"]')
  }

  /** Cancels; with a `start`, moves there. */
  async change(start?: string): Promise<void> {
    if (this.isHeld || start === this.booking?.start) return
    const reason = this.reason.trim()
    const body = { start, ...(reason && { reason }) }
    const booking = await this.bring(`/v1/bookings/${this.token}/${start ? 'reschedule' : 'cancel'}`, body)
    if (!booking) return
    Object.assign(this.booking ?? {}, booking)
    this.reason = ''
    this.show(start ? 'moved' : 'cancelled')
    this.visit.host.dispatchEvent(new BookingEvent(start ? 'olga-rescheduled' : 'olga-cancelled', booking))
  }
}
