import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Visit } from '../controllers/visit.ts'
import type { Flow } from '../flow.ts'
import { ticket } from './ticket.ts'
import { contacts } from './way.ts'
import { wordsFor } from './words.ts'

/** The last step: «вы записаны», in plain words; what he has to wait for, or where to look; and how to change it. */
export function booked(visit: Visit, { booking, email }: Flow & { step: 'booked' }): TemplateResult {
  const words = wordsFor(visit)
  const { status, token } = booking
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    visit.host.booking = token
  }
  const said =
    status === 'pending'
      ? html`<p>${words.pendingNote}</p>`
      : status === 'queued'
        ? html`<p>${words.queuedNote}</p>${contacts(visit)}`
        : email
          ? html`<p>${words.mail} <b>${email}</b></p>`
          : nothing
  const manage = html`<a part="manage" class="plain" href=${visit.api.url(`/manage#olga-booking=${token}`)} rel="noopener" referrerpolicy="no-referrer" @click=${open}>${words.manage}</a>`
  return html`<section part="booked" class="booked" aria-labelledby="title">${ticket(visit, booking, words[status], said, manage)}
    <slot name="success"></slot></section>`
}
