import { html, LitElement, nothing } from 'lit'
import type { Booking } from '../../proxy/contract.ts'
import type { Agenda } from '../agenda.ts'
import { define } from '../define.ts'
import type { Format } from '../format.ts'
import { laterWords } from '../i18n/later.ts'
import { theme } from '../theme.ts'
import { bookedCss } from './booked.css.ts'
import { detailsCss } from './details.css.ts'
import { when } from './when.ts'

/** The last step: «вы записаны», in plain words. */
export class OlgaBooked extends LitElement {
  static override styles = [theme, detailsCss, bookedCss]

  static override properties = {
    agenda: { attribute: false },
    format: { attribute: false },
    booking: { attribute: false },
    email: { attribute: false },
  }

  agenda!: Agenda
  format!: Format
  booking!: Booking
  /** Where the confirmation goes, where he gave one. */
  email: string | undefined

  protected override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus()
  }

  override render() {
    const { booked } = laterWords[this.format.lang]
    const { status, title, start, end, ref } = this.booking
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000
    return html`<section part="booked" class="booked" aria-labelledby="title">
      <svg class="tick" viewBox="0 0 48 48" width="56" height="56" fill="none" aria-hidden="true">
        <circle cx="24" cy="24" r="23" /><path d=${status === 'accepted' ? 'm15 24.5 6.5 6.5L34 18' : 'M24 13v12l8 5'} /></svg>
      <h2 id="title" tabindex="-1">${booked[status]}</h2>
      <p>${title}</p>
      ${when(this.agenda, this.format, start, minutes)}
      ${this.#next()}
      <p class="quiet small">${booked.ref}: <b>${ref}</b></p>
      <slot name="success"></slot>
    </section>`
  }

  /** What he has to wait for, or where to look. */
  #next() {
    const { booked } = laterWords[this.format.lang]
    const { status } = this.booking
    if (status === 'pending') return html`<p>${booked.pendingNote}</p>`
    if (status === 'queued') return html`<p>${booked.queuedNote}</p><slot name="contact"></slot>`
    return status === 'accepted' && this.email
      ? html`<p>${booked.mail} <b>${this.email}</b>. ${booked.mailNote}</p>`
      : nothing
  }
}

define('olga-booked', OlgaBooked)
