import type { Hold, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { send } from '../requests.ts'

/**
 * The time that is kept for the visitor while he fills in the form. Whatever becomes of it, it never stands in the way
 * of a submit: the server decides then.
 */
export class Holding {
  /** What is held now. */
  held: Hold | undefined
  isOver = false
  #wanted: Instant | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly visit: Visit) {
    // The only message that a page can still send while it is left.
    addEventListener('pagehide', () => this.held && navigator.sendBeacon(visit.api.url(pathOf(this.held))))
  }

  /** Keeps this time, and lets go of the one before. */
  async take(start: Instant): Promise<void> {
    const { api, agenda, format, host } = this.visit
    if (this.#wanted === start || host.dryRun) return
    this.#wanted = start
    this.isOver = false
    const { slug: event, duration } = agenda.offer
    const hold = this.held?.id
    const request = { event, start, lang: format.lang, ...(duration && { duration }), ...(hold && { hold }) }
    const { answer, problem } = await send<Hold>(api, '/v1/holds', request)
    // He has gone on, or back, meanwhile.
    if (answer && this.#wanted !== start) this.#letGo(answer)
    else if (answer) this.#keep(answer)
    // Somebody else has it: asked again, the agenda knows.
    else if (problem?.code === 'slot_taken') void agenda.refresh()
  }

  /** Lets go. A booking that takes its time over needs no word of it. */
  leave(isTold = true): void {
    if (this.held && isTold) this.#letGo(this.held)
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

  #letGo(hold: Hold): void {
    this.visit.api.ask(pathOf(hold), { method: 'POST', keepalive: true }).catch(() => undefined)
  }
}

const pathOf = ({ id }: Hold) => `/v1/holds/${id}/release`
