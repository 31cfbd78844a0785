import type { Hold, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { ask, newKey } from '../requests.ts'

/**
 * The time that is kept for the visitor while he fills in the form. Whatever becomes of it, it never stands in the way
 * of a submit: the server decides then.
 */
export class Holding {
  /** Of his own making: so he can book with it though the answer is lost, or late. */
  readonly id = newKey()
  /** What is held now, or was at last. */
  held: Hold | undefined
  #wanted: Instant | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly visit: Visit) {
    visit.host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onHide)
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onHide)
    this.leave()
  }

  /** By the only message that a page can still send while it is left. */
  #onHide = () => this.#wanted && navigator.sendBeacon(this.visit.api.url(this.#path))

  /** Keeps this time, and lets go of the one before. */
  async take(start: Instant): Promise<void> {
    const { visit } = this
    const { agenda, host } = visit
    if (this.#wanted === start || host.dryRun) return
    this.#wanted = start
    const { slug: event, duration } = agenda.offer
    const request = { event, start, duration, hold: this.id }
    const { answer, problem } = await ask<Hold>(visit, '/v1/holds', request)
    // He has gone on, or back, meanwhile.
    if (this.#wanted !== start) return
    if (answer) this.#keep(answer)
    // Somebody else has it: asked again, the agenda knows.
    else if (problem?.code === 'slot_taken') void agenda.refresh()
  }

  /** Lets go. A booking that takes its time over needs no word of it. */
  leave(isTold = true): void {
    if (this.#wanted && isTold) void ask(this.visit, this.#path, {})
    this.#wanted = undefined
    this.#keep(undefined)
  }

  #keep(hold: Hold | undefined): void {
    const { agenda, host } = this.visit
    this.held = hold
    // Hidden from all others, it is free for him.
    agenda.keep(hold?.start)
    clearTimeout(this.#timer)
    if (!hold) return
    // What is known of that day was asked for while he had the time.
    const end = () => agenda.refresh().then(() => this.held === hold && agenda.keep(undefined))
    this.#timer = setTimeout(end, Date.parse(hold.until) - host.clock.getTime())
  }

  get #path(): string {
    return `/v1/holds/${this.id}/release`
  }
}
