import type { TemplateResult } from 'lit/html.js'
import type { Booking, ManagedBooking } from '../../proxy/contract.ts'
import { type Outcome, run, type Waiting } from '../attempt.ts'
import type { Visit } from '../controllers/visit.ts'
import { BookingErrorEvent, FallbackEvent } from '../events.ts'
import { newKey, post, statusOf, within } from '../requests.ts'
import { CancelledEvent, RescheduledEvent } from '../submit-events.ts'

/** Where he is with his booking. */
export type Scene = 'seen' | 'cancel' | 'cancelled' | 'moved'

/** One booking, opened by its token: seen, moved, cancelled. */
export class Management {
  scene: Scene = 'seen'
  isLoading = false
  booking: ManagedBooking | undefined
  /** Why there is none, in the proxy's words. */
  problem: string | undefined
  /** What becomes of a change. */
  state: Outcome | Waiting | undefined
  reason = ''

  constructor(
    readonly visit: Visit,
    readonly token: string,
    private readonly confirm: (management: Management, start: string) => TemplateResult,
  ) {
    if (token) void this.load()
  }

  load = async (): Promise<void> => {
    const { api, format, host, miss } = this.visit
    this.isLoading = true
    host.requestUpdate()
    const headers = { 'accept-language': format.lang }
    const { answer, problem } = await within<ManagedBooking>((signal) =>
      api.ask(`/v1/bookings/${this.token}`, { signal, headers }),
    )
    this.isLoading = false
    this.booking = answer
    this.problem = problem?.title
    this.show('seen')
    if (!answer) miss.call(this.visit, problem?.code ?? 'no_answer', 'manage')
  }

  /** A change is under way, or what became of it is not known. */
  get isHeld(): boolean {
    return !!this.state && !['done', 'refused', 'lost'].includes(this.state.is)
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

  async cancel(): Promise<void> {
    const cancelled = await this.#change('cancel', {})
    if (!cancelled) return
    this.visit.host.dispatchEvent(new CancelledEvent(cancelled))
    this.show('cancelled')
  }

  async move(start: string): Promise<void> {
    const moved = await this.#change('reschedule', { start })
    if (!moved) return
    this.visit.host.dispatchEvent(new RescheduledEvent(moved))
    this.show('moved')
  }

  async #change(verb: 'cancel' | 'reschedule', wish: object): Promise<Booking | undefined> {
    const { visit, token } = this
    if (this.isHeld) return undefined
    const { api, format, host } = visit
    const key = newKey()
    const reason = this.reason.trim()
    const body = { ...wish, ...(reason && { reason }), lang: format.lang }
    visit.hold(true)
    const outcome = await run({
      send: () => post<Booking>(api, `/v1/bookings/${token}/${verb}`, body, key),
      ask: (abandon) => statusOf(api, key, abandon),
      tell: (state) => this.#tell(state),
      now: () => host.clock.getTime(),
    })
    visit.hold(false)
    this.#tell(outcome)
    if (outcome.is !== 'done') return undefined
    if (this.booking) Object.assign(this.booking, outcome.booking)
    this.reason = ''
    return outcome.booking
  }

  #tell(state: Outcome | Waiting): void {
    const { host } = this.visit
    this.state = state
    host.requestUpdate()
    if (state.is !== 'refused' && state.is !== 'lost') return
    host.dispatchEvent(new BookingErrorEvent(state.code))
    if (state.code !== 'slot_taken') host.dispatchEvent(new FallbackEvent('manage'))
  }
}
