import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { Api } from './api.ts'
import { Visit } from './controllers/visit.ts'
import { define } from './define.ts'
import type { Flow } from './flow.ts'
import { Format } from './format.ts'
import { langOf, type Words } from './i18n/index.ts'
import type { Plain } from './link.ts'
import { theme } from './theme.ts'
import { away, type Leaving } from './ui/away.ts'
import { cardCss } from './ui/card.css.ts'
import { header } from './ui/header.ts'
import { news } from './ui/news.ts'
import { pickerCss } from './ui/picker.css.ts'
import { nearest, picker } from './ui/picker.ts'
import { bones, skeleton } from './ui/skeleton.ts'
import { isZone, visitorZone } from './zone.ts'

/**
 * Books a meeting: free times, form, «вы записаны»; and, whatever breaks, a way on.
 *
 * @slot - What shows before the script runs or when it is blocked: a link to the plain Cal.com page.
 * @slot contact - Other ways to reach the host, below the link.
 * @slot header - Instead of the title.
 * @slot consent - Beside the consent box.
 * @slot success - Below «вы записаны».
 * @fires olga-ready - The free times are drawn.
 * @fires olga-day - The visitor chose a day.
 * @fires olga-slot - The visitor chose a time.
 * @fires olga-submit - The form is about to be sent; cancelable.
 * @fires olga-booked - The server has confirmed the booking.
 * @fires olga-error - Something failed.
 * @fires olga-fallback - The visitor is shown the plain link.
 * @csspart card, header, calendar, month, prev, next, times, nearest, fallback, link, retry
 * @csspart day - A day of the month; also `free`, `today`, `selected`.
 * @csspart time - A free time.
 * @csspart form, field, label, input, error, consent, submit, back, booked - Of the later steps.
 * @cssprop --olga-ink, --olga-muted, --olga-surface, --olga-line, --olga-soft - Text, quiet text, ground, lines, tint.
 * @cssprop --olga-accent, --olga-on-accent, --olga-danger - What is chosen, text on it, what is wrong.
 * @cssprop --olga-radius, --olga-font, --olga-font-size, --olga-day-size, --olga-time-size, --olga-min-height
 */
export class OlgaBooking extends LitElement {
  static override styles = [theme, cardCss, pickerCss]

  // Not decorators: their helpers would cost every visitor 300 bytes before the first times.
  static override properties = {
    event: {},
    proxy: {},
    timeZone: { attribute: 'time-zone' },
    hourCycle: { attribute: 'hour-cycle' },
    theme: { reflect: true },
    name: {},
    email: {},
    phone: {},
    notes: {},
    fetch: { attribute: false },
    now: { attribute: false },
  }

  /** Slug of the event type. */
  event = 'delo-40min'
  /** Origin of the proxy (default: where the script came from). */
  proxy = new URL(import.meta.url).origin
  /** IANA zone of the times (default: the visitor's). */
  timeZone = ''
  /** By language, unless told. */
  hourCycle?: 'h12' | 'h23'
  /** `auto` follows the page's `color-scheme`. */
  theme: 'auto' | 'light' | 'dark' = 'auto'
  /** Prefill of the form's fields. */
  name = ''
  email = ''
  phone = ''
  notes = ''
  /** Replace in tests (default: the global fetch). */
  fetch: typeof globalThis.fetch = globalThis.fetch
  /** Replace in tests (default: the clock). */
  now: () => Date = () => new Date()

  #visit = new Visit(this, async () => {
    const later = await import('./ui/later.ts')
    new later.OnReturn(
      this,
      () => this.now(),
      () => void this.refresh(),
    )
    return later
  })

  static override get observedAttributes() {
    return [...super.observedAttributes, 'lang']
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null) {
    super.attributeChangedCallback(name, before, after)
    if (name === 'lang' && this.hasUpdated) this.#visit.speak(this.#newFormat())
  }

  override connectedCallback() {
    super.connectedCallback()
    if (this.hasUpdated && this.#visit.agenda.closed) this.#open()
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('event') || changed.has('proxy')) this.#open()
    else if (changed.has('timeZone') || changed.has('hourCycle')) this.#visit.speak(this.#newFormat())
  }

  /** Asks again for the free times: those that are shown, or, where none could be had, the first ones. */
  async refresh(): Promise<void> {
    if (this.#visit.flow.step === 'away') this.#open()
    else await this.#visit.refresh()
  }

  override render() {
    return html`<div class="card at-${this.#visit.flow.step}" part="card">${this.#step(this.#visit.flow)}</div>
      <p class="sr" role="status">${news(this.#visit)}</p>`
  }

  #step(flow: Flow): TemplateResult {
    switch (flow.step) {
      case 'loading':
        return html`${skeleton()}${this.#visit.agenda.isLate() ? this.#away('slow', { place: 'corner' }) : nothing}`
      case 'pick':
        return this.#pick(flow)
      case 'details':
        return this.#details(flow)
      case 'booked':
        return this.#visit.later.screens?.booked(this.#visit, flow) ?? html``
      case 'away':
        return this.#away(flow.reason, flow.reason === 'unavailable' ? { retry: () => this.#open() } : {})
    }
  }

  #pick({ month, day }: Flow & { step: 'pick' }) {
    const { agenda, format, cursorDay } = this.#visit
    const view = { agenda, format, month, day, cursor: cursorDay, now: this.now() }
    return html`${header(agenda, format, nearest(view, this.#visit))}${picker(view, this.#visit)}
      ${agenda.isLate(month) ? this.#away('slow', { place: 'corner' }) : nothing}
      ${agenda.failed.has(month) ? this.#away('month', { place: 'corner', retry: () => this.#visit.turn(month) }) : nothing}`
  }

  #details(flow: Flow & { step: 'details' }) {
    const { agenda, format, later } = this.#visit
    if (later.screens)
      return html`${header(agenda, format)}${later.screens.details(this.#visit, flow, this.#plain, this)}`
    const { start } = flow
    const leaving: Leaving = { place: 'corner', start }
    if (later.state === 'failed') leaving.retry = () => void later.load(true)
    return html`${header(agenda, format)}
      <button part="back" class="text near" type="button" @click=${() => this.#visit.back()}>${agenda.words?.back}</button>
      ${later.state === 'failed' ? nothing : bones()}${later.state === 'waiting' ? nothing : this.#away('form', leaving)}`
  }

  #away(reason: keyof Words['away'], leaving: Leaving) {
    return away(this.#visit, this.#plain, reason, leaving)
  }

  get #plain(): Plain {
    const owners = this.querySelector<HTMLAnchorElement>(
      ':scope > a[href]:not([slot]), :scope > :not([slot]) a[href]',
    )?.href
    return { ours: this.#visit.agenda.event?.link, owners }
  }

  #open() {
    void this.#visit.open(new Api(this.proxy, this.fetch), this.event, this.#newFormat())
  }

  #newFormat() {
    const own = visitorZone()
    const zone = this.timeZone && isZone(this.timeZone) ? this.timeZone : own
    const hourCycle = this.hourCycle === 'h12' || this.hourCycle === 'h23' ? this.hourCycle : undefined
    return new Format(langOf(this), zone, hourCycle, zone === own)
  }
}

define('olga-booking', OlgaBooking)

declare global {
  interface HTMLElementTagNameMap {
    'olga-booking': OlgaBooking
  }
}
