import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Booking } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import type { Flow } from '../flow.ts'
import { toCalendar } from './to-calendar.ts'
import { contacts } from './way.ts'
import { when } from './when.ts'
import { wordsFor } from './words.ts'

/** The last step: «вы записаны», in plain words. */
export function booked(visit: Visit, { booking, email }: Flow & { step: 'booked' }): TemplateResult {
  const words = wordsFor(visit)
  const { status, title, start, end, ref, token } = booking
  const manage = visit.api.url(`/manage#olga-booking=${token}`)
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    visit.host.booking = token
  }
  return html`<section part="booked" class="booked" aria-labelledby="title">
    ${sign(status)}
    <h2 id="title" tabindex="-1">${words[status]}</h2>
    <p>${title}</p>
    ${when(visit, start, end)}
    ${next(visit, status, email)}
    ${status === 'accepted' ? toCalendar(visit, booking) : nothing}
    <p><a part="manage" href=${manage} rel="noopener" referrerpolicy="no-referrer" @click=${open}>${words.manage}</a></p>
    <p class="quiet small">${words.ref}: <b>${ref}</b></p>
    <slot name="success"></slot>
  </section>`
}

/** A tick for what holds, a clock for what waits, a stroke for what is called off. */
export function sign(status: Booking['status']): TemplateResult {
  const isOff = status === 'cancelled' || status === 'rejected'
  const path = status === 'accepted' ? 'm15 24.5 6.5 6.5L34 18' : isOff ? 'M15 24h18' : 'M24 13v12l8 5'
  return html`<svg class="tick" viewBox="0 0 48 48" width="56" height="56" fill="none" aria-hidden="true">
    <circle cx="24" cy="24" r="23" /><path d=${path} /></svg>`
}

/** What he has to wait for, or where to look. */
function next(visit: Visit, status: Booking['status'], email: string | undefined) {
  const words = wordsFor(visit)
  if (status === 'pending') return html`<p>${words.pendingNote}</p>`
  if (status === 'queued') return html`<p>${words.queuedNote}</p>${contacts(visit)}`
  return status === 'accepted' && email ? html`<p>${words.mail} <b>${email}</b></p>` : nothing
}
