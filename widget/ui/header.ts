import { html, type TemplateResult } from 'lit'
import type { Agenda } from '../agenda.ts'
import type { Format } from '../format.ts'

/** What is booked: title, length, place; and something below. */
export function header({ event, words }: Agenda, format: Format, below?: unknown): TemplateResult {
  if (!event || !words) return html``
  const facts = [format.minutes(event.duration), words.places[event.place]]
  return html`<header part="header">
    <slot name="header"><h2>${event.title}</h2></slot>
    <p class="quiet">${facts.filter(Boolean).join(' · ')}</p>
    ${below}
  </header>`
}
