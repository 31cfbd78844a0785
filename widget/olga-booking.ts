import { html, nothing, type TemplateResult } from 'lit/html.js'
import { Visit } from './controllers/visit.ts'
import { Width } from './controllers/width.ts'
import { define } from './define.ts'
import { sheetOf } from './element.ts'
import type { Flow } from './flow.ts'
import { Settings } from './settings.ts'
import { theme } from './theme.ts'
import { away } from './ui/away.ts'
import { cardCss } from './ui/card.css.ts'
import { header } from './ui/header.ts'
import { news } from './ui/news.ts'
import { pickerCss } from './ui/picker.css.ts'
import { picker } from './ui/picker.ts'
import { bones, skeleton } from './ui/skeleton.ts'

const sheet = sheetOf(theme, cardCss, pickerCss)

/**
 * Books a meeting: free times, form, «вы записаны», move and cancel; and, whatever breaks, a way on.
 *
 * @slot - What shows before the script runs or when it is blocked: a link to the plain Cal.com page. With
 *   `mode="popup"` it stays, and opens the dialog.
 * @slot contact - Other ways to reach the host, below the link.
 * @slot header - Instead of the title.
 * @slot consent - Beside the consent box.
 * @slot success - Below «вы записаны».
 * @fires olga-ready - The free times are drawn.
 * @fires olga-day - The visitor chose a day.
 * @fires olga-slot - The visitor chose a time.
 * @fires olga-submit - The form is about to be sent; cancelable.
 * @fires olga-booked - The server has confirmed the booking.
 * @fires olga-rescheduled - The server has moved a booking.
 * @fires olga-cancelled - The server has cancelled a booking.
 * @fires olga-error - Something failed.
 * @fires olga-fallback - The visitor is shown the plain link.
 * @csspart card, header, calendar, month, prev, next, times, nearest, zone, duration, more, fallback, link, retry
 * @csspart day - A day of the month; also `free`, `today`, `selected`.
 * @csspart time - A free time.
 * @csspart form, field, label, input, error, consent, submit, back, when, hold, taken, booked, choice - Of later steps.
 * @csspart manage, move, cancel, confirm - Of an existing booking.
 * @csspart dialog, close, launcher, trigger - Of `mode="popup"` and `mode="floating"`.
 * @cssprop --olga-ink, --olga-muted, --olga-surface, --olga-line, --olga-soft - Text, quiet text, ground, lines, tint.
 * @cssprop --olga-accent, --olga-on-accent, --olga-danger - What is chosen, text on it, what is wrong.
 * @cssprop --olga-radius, --olga-padding, --olga-shadow, --olga-min-height - Of the card.
 * @cssprop --olga-font, --olga-heading-font, --olga-font-size, --olga-day-size, --olga-time-size - Of what stands in it.
 */
export class OlgaBooking extends Settings {
  readonly #visit = new Visit(this)
  readonly #width = new Width(this)
  /** Whether somebody wants to see it: at once, unless it opens on demand. */
  #isWanted = false

  constructor() {
    super(sheet)
  }

  static override get observedAttributes() {
    return [...super.observedAttributes, 'lang']
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null) {
    super.attributeChangedCallback(name, before, after)
    if (name === 'lang') this.requestUpdate(name)
  }

  override connectedCallback() {
    super.connectedCallback()
    const { flow, agenda } = this.#visit
    if (flow.step === 'loading' && agenda?.closed) this.#visit.open()
  }

  protected override willUpdate(changed: ReadonlySet<string>) {
    const isAny = (...names: string[]) => names.some((name) => changed.has(name))
    if (changed.has('theme')) this.setAttribute('theme', this.theme)
    if (this.mode !== 'inline') void this.#visit.later.load(false)
    if (!this.#isWanted) {
      if (this.mode === 'inline' || this.token !== undefined) this.want()
    } else if (isAny('event', 'events', 'proxy', 'booking')) this.#visit.open(this.token)
    else if (isAny('timeZone', 'hourCycle', 'lang', 'messages')) this.#visit.speak()
  }

  /** Opens the dialog; where there is none, leads to the element. */
  open(): void {
    this.want()
    void this.#visit.later.load().then((later) => later?.open(this))
  }

  /** Closes the dialog. What was typed is kept. */
  close(): void {
    this.#visit.later.module?.close(this)
  }

  /** Somebody may be about to open it: what it will show is fetched. */
  want(): void {
    if (this.#isWanted) return
    this.#isWanted = true
    this.#visit.open(this.token)
  }

  /** Asks again for the free times: those that are shown, or, where none could be had, the first ones. */
  async refresh(): Promise<void> {
    if (this.#visit.flow.step === 'away') this.#visit.open()
    else await this.#visit.refresh()
  }

  override render() {
    const { flow, later } = this.#visit
    const card = () => html`<div class="place"><i class="probe"></i>
      <div class="card at-${flow.step}" part="card">${this.#step(flow)}</div>
      <p class="sr" role="status">${news(this.#visit)}</p></div>`
    return this.mode === 'inline' ? card() : (later.module?.frame(this.#visit, card) ?? html`<slot></slot>`)
  }

  override broken() {
    return html`<div class="way"><slot></slot><slot name="contact"></slot></div>`
  }

  #step(flow: Flow): unknown {
    const visit = this.#visit
    switch (flow.step) {
      case 'choose':
        return visit.later.module?.choose(visit) ?? this.#waiting()
      case 'loading':
        return html`${skeleton(this.#width.isNarrow)}${visit.agenda.isLate() ? away(visit, 'slow') : nothing}`
      case 'pick':
        return this.#pick(flow)
      case 'details':
        return this.#details(flow)
      case 'booked':
        return visit.later.module?.booked(visit, flow)
      case 'manage':
        return visit.later.module?.manage(visit) ?? this.#waiting()
      case 'away':
        return away(visit, flow.reason, flow.reason === 'unavailable' ? { retry: () => visit.open() } : {})
    }
  }

  #pick({ month, day }: Flow & { step: 'pick' }) {
    const visit = this.#visit
    const { agenda, picking } = visit
    const view = { visit, month, day, now: this.clock, isNarrow: this.#width.isNarrow }
    return html`${header(visit)}${picker(view)}
      ${agenda.isLate(month) ? away(visit, 'slow') : nothing}
      ${agenda.failed.has(month) ? away(visit, 'month', { retry: () => picking.turn(month) }) : nothing}`
  }

  #details(flow: Flow & { step: 'details' }) {
    const visit = this.#visit
    const form = visit.moving ? visit.moving.confirm(flow) : visit.later.module?.details(visit, flow)
    return html`${header(visit)}${form ?? this.#waiting(flow.start)}`
  }

  /** What comes with code that is not there yet. */
  #waiting(start?: string): TemplateResult {
    const { later } = this.#visit
    const retry = later.state === 'failed' ? { retry: () => void later.load() } : {}
    return html`${later.state === 'failed' ? nothing : bones(this.#width.isNarrow)}
      ${later.state === 'waiting' ? nothing : away(this.#visit, 'form', { start, ...retry })}`
  }
}

define('olga-booking', OlgaBooking)

declare global {
  interface HTMLElementTagNameMap {
    'olga-booking': OlgaBooking
  }
}
