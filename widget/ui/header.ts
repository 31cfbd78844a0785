import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Visit } from '../controllers/visit.ts'
import { dayIn } from '../zone.ts'

/** What is booked: title, length, place; and, while he looks for a time, the first one there is. */
export function header(visit: Visit): TemplateResult {
  const { agenda, words, format, host, flow, moving } = visit
  const { event, offer } = agenda
  if (!event || !words) return html``
  const facts = [format.minutes(offer.duration ?? event.duration), words.places[event.place]]
  const isPicking = flow.step === 'pick'
  return html`<header part="header">
    ${isPicking && (moving || host.slugs.length > 1) ? html`<button part="back" class="text" type="button" @click=${() => visit.leave()}>‹ ${moving?.label ?? words.others}</button>` : nothing}
    <slot name="header"><h2>${event.title}</h2></slot>
    <p class="quiet">${facts.filter(Boolean).join(' · ')}</p>
    ${host.dryRun ? html`<p class="dry">${words.dryRun}</p>` : nothing}
    ${isPicking ? nearest(visit) : nothing}
  </header>`
}

/** «Ближайшее время: пт, 27 ноября, 19:00», which also chooses it. */
function nearest({ agenda, format, words, picking }: Visit) {
  const first = [...agenda.days(format.zone).values()][0]?.[0]
  if (!first) return nothing
  return html`<button part="nearest" class="text near" type="button" @click=${() => picking.pickTime(first)}>
    ${words?.nearest}: ${format.shortDay(dayIn(format.zone, first))}, ${format.time(first)}</button>`
}
