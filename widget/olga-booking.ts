import { html, nothing } from 'lit/html.js'
import { backToTimes } from './controllers/back-to-times.ts'
import { Visit } from './controllers/visit.ts'
import { Width } from './controllers/width.ts'
import { define } from './define.ts'
import { Settings } from './settings.ts'
import { sheet } from './sheet.ts'
import { away } from './ui/away.ts'
import { button } from './ui/button.ts'
import { header } from './ui/header.ts'
import { news } from './ui/news.ts'
import { picker } from './ui/picker.ts'
import { bones, skeleton } from './ui/skeleton.ts'

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
 * @csspart card, header, calendar, month, prev, next, times, nearest, show-next, zone, zones, duration, more
 * @csspart fallback, link, retry - Of the way on, when ours does not lead there.
 * @csspart day - A day of the month; also `free`, `today`, `selected`.
 * @csspart time - A free time.
 * @csspart form, field, label, input, error, faults, consent, submit - Of the form.
 * @csspart back, when, hold, taken, anew, booked, choice - Of later steps.
 * @csspart manage, move, cancel, confirm - Of an existing booking.
 * @csspart dialog, close, launcher, trigger - Of `mode="popup"` and `mode="floating"`.
 * @cssprop --olga-ink, --olga-muted, --olga-surface, --olga-line, --olga-soft - Text, quiet text, ground, lines, tint.
 * @cssprop --olga-accent, --olga-on-accent, --olga-danger - What is chosen, text on it, what is wrong.
 * @cssprop --olga-radius, --olga-padding, --olga-shadow, --olga-min-height - Of the card.
 * @cssprop --olga-font, --olga-heading-font, --olga-font-size, --olga-day-size, --olga-time-size - Of its
 *   content.
 */
export class OlgaBooking extends Settings {
  readonly #visit = new Visit(this)
  readonly #width = new Width(this)
  /** Whether somebody wants to see it: at once, unless it opens on demand. */
  #isWanted = false

  constructor() {
    super(sheet)
  }

  protected override willUpdate(changed: ReadonlySet<string>) {
    const visit = this.#visit
    if (changed.has('theme')) this.setAttribute('theme', this.theme)
    if (this.mode !== 'inline') void visit.later.load()
    if (!this.#isWanted) {
      if (this.mode === 'inline' || this.token !== undefined) this.want()
    } else if (['event', 'events', 'proxy', 'booking'].some((name) => changed.has(name))) visit.open(this.token)
    else if (changed.size) visit.speak()
    visit.watch()
  }

  /** Opens the dialog; where there is none, leads to the element. */
  open(): void {
    this.want()
    void this.#visit.later.load().then((later) => later?.open(this) ?? this.scrollIntoView())
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
    if (this.#visit.flow.step === 'away') this.#visit.open(this.token)
    else await this.#visit.refresh()
  }

  override render() {
    const visit = this.#visit
    const { flow, trouble } = visit
    const card = () => html`<div class="place">${this.#width.probe}
      <div class="card at-${flow.step}" part="card">${this.#step()}${trouble ? away(visit, trouble) : nothing}</div>
      <p class="sr" role="status">${news(visit)}</p></div>`
    return this.mode === 'inline' ? card() : (visit.later.module?.frame(visit, card) ?? html`<slot></slot>`)
  }

  /** While the form is on its way, or cannot be had. */
  #back() {
    return button('back', 'text', this.#visit.words.back, () => backToTimes(this.#visit))
  }

  override broken() {
    return html`<div class="way"><slot></slot><slot name="contact"></slot></div>`
  }

  #step(): unknown {
    const visit = this.#visit
    const { flow, moving } = visit
    const { isNarrow } = this.#width
    if (isNarrow === undefined) return nothing
    const { module } = visit.later
    const waiting = module === null ? nothing : bones(isNarrow)
    switch (flow.step) {
      case 'loading':
        return skeleton(isNarrow)
      case 'choose':
        return module?.choose(visit) ?? waiting
      case 'pick':
        return [header(visit), picker(visit, flow, isNarrow)]
      case 'details':
        if (moving) return [header(visit), moving.confirm(flow)]
        return [header(visit), module?.details(visit, flow) ?? [this.#back(), waiting]]
      case 'booked':
        return module?.booked(visit, flow)
      case 'manage':
        return module?.manage(visit) ?? waiting
      case 'away':
        return header(visit)
    }
  }
}

define('olga-booking', OlgaBooking)

declare global {
  interface HTMLElementTagNameMap {
    'olga-booking': OlgaBooking
  }
}
