import type { Hold, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { newKey, send } from '../requests.ts'

/**
 * The time that is kept for the visitor while he fills in the form. Whatever becomes of it, it never stands in the way
 * of a submit: the server decides then.
 */
export class Holding {
  /** Of his own making: so he can book with it though the answer is lost, or late. */
  readonly id = newKey()
  /** What is held now. */
  held: Hold | undefined
  isOver = false
  #wanted: Instant | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly visit: Visit) {
    // The only message that a page can still send while it is left.
    addEventListener('pagehide', () => this.#wanted && navigator.sendBeacon(visit.api.url(this.#path)))
  }

  /** Keeps this time, and lets go of the one before. */
  async take(start: Instant): Promise<void> {
    const { api, agenda, format, host } = this.visit
    if (this.#wanted === start || host.dryRun) return
    this.#wanted = start
    this.isOver = false
    const { slug: event, duration } = agenda.offer
    const request = { event, start, lang: format.lang, hold: this.id, ...(duration && { duration }) }
    const { answer, problem } = await send<Hold>(api, '/v1/holds', request)
    // He has gone on, or back, meanwhile.
    if (this.#wanted !== start) return
    if (answer) this.#keep(answer)
    // Somebody else has it: asked again, the agenda knows.
    else if (problem?.code === 'slot_taken') void agenda.refresh()
  }

  /** Lets go. A booking that takes its time over needs no word of it. */
  leave(isTold = true): void {
    const { api } = this.visit
    if (this.#wanted && isTold) api.ask(this.#path, { method: 'POST', keepalive: true }).catch(() => undefined)
    this.#wanted = undefined
    this.#keep(undefined)
  }

  #keep(hold: Hold | undefined): void {
    const { agenda, host } = this.visit
    this.held = hold
    // Hidden from all others, it is free for him.
    agenda.keep(hold?.start)
    clearTimeout(this.#timer)
    if (hold) this.#timer = setTimeout(() => this.#end(), Date.parse(hold.until) - host.clock.getTime())
  }

  #end(): void {
    this.held = undefined
    this.isOver = true
    // What is known of that day was asked for while he had the time.
    void this.visit.agenda.refresh().then(() => this.held ?? this.#keep(undefined))
    this.visit.host.requestUpdate()
  }

  get #path(): string {
    return `/v1/holds/${this.id}/release`
  }
}
