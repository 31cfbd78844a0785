import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { EventInfo } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { ask } from '../requests.ts'
import { priceOf } from './price.ts'
import { bones } from './skeleton.ts'
import { wordsFor } from './words.ts'

/** What there is to choose from, by the list of its slugs. */
const choices = new WeakMap<Visit, { slugs: string; events?: EventInfo[] }>()

/** What there is to book; those that cannot be had are left out. */
export function choose(visit: Visit): TemplateResult {
  const words = wordsFor(visit)
  const { events: slugs } = visit.host
  if (choices.get(visit)?.slugs !== slugs) void load(visit, slugs)
  const events = choices.get(visit)?.events
  return html`<header part="header"><slot name="header"><h2>${words.chooseEvent}</h2></slot></header>
    ${events ? html`<ul class="choices">${events.map((event) => html`<li>${card(visit, event)}</li>`)}</ul>` : bones(true)}`
}

async function load(visit: Visit, slugs: string): Promise<void> {
  const { host } = visit
  choices.set(visit, { slugs })
  const asked = await Promise.all(host.slugs.map((slug) => ask<EventInfo>(visit, `/v1/events/${slug}`)))
  const events = asked.flatMap(({ answer }) => answer ?? [])
  choices.set(visit, { slugs, events })
  host.requestUpdate()
  if (events.length) return
  choices.delete(visit)
  const { code = 'no_answer' } = asked[0]?.problem ?? {}
  const reason = code === 'event_not_found' ? 'misconfigured' : 'unavailable'
  visit.go({ to: 'away', reason })
  visit.miss(code, reason)
}

function card(visit: Visit, event: EventInfo) {
  const { title, duration, place, description, slug } = event
  const facts = [visit.format.minutes(duration), wordsFor(visit).places[place], priceOf(event, visit.format)]
  const take = () => {
    void visit.choose({ slug })
    visit.lead('[part~="nearest"]', '[part~="link"]')
  }
  return html`<button part="choice" class="plain" type="button" @click=${take}><b>${title}</b>
    <span class="quiet small">${facts.filter(Boolean).join(' · ')}</span>${description ? html`<span class="small">${description}</span>` : nothing}</button>`
}
