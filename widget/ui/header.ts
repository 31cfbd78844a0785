import { html, nothing } from 'lit/html.js'
import { pickTime } from '../controllers/picking.ts'
import type { Visit } from '../controllers/visit.ts'
import { dayIn } from '../zone.ts'
import { button } from './button.ts'

/** What is booked: title, length, place; and, while he looks for a time, the first one there is. */
export function header(visit: Visit): unknown {
  const { agenda, words, format, host, moving } = visit
  const { event, offer } = agenda
  if (!event) return nothing
  const facts = [format.minutes(offer.duration ?? event.duration), words.places[event.place]]
  const { step } = visit.flow
  const isPicking = step === 'pick'
  const [[first] = []] = visit.days.values()
  return html`<hgroup part="header">
    ${/pick|away/.test(step) && (moving || host.slugs.length > 1) ? button('back', 'text', `‹ ${moving?.label ?? words.others}`, () => (moving ? moving.leave() : visit.open())) : nothing}
    <slot name="header"><h2>${event.title}</h2></slot>
    <p class="quiet">${facts.filter(Boolean).join(' · ')}</p>
    ${host.dryRun ? html`<p class="plain chip">${words.dryRun}</p>` : nothing}
    ${isPicking && first ? button('nearest', 'text', `${words.nearest}: ${format.day(dayIn(format.zone, first), 'short')}, ${format.time(first)}`.replace(/ (?=\d)|(?<=\d) /g, '\xa0'), () => pickTime(visit, first)) : nothing}
  </hgroup>`
}
