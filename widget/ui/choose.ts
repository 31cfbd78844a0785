import { html, type TemplateResult } from 'lit/html.js'
import type { EventInfo } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { ask } from '../requests.ts'
import { priceOf } from './price.ts'
import { bones } from './skeleton.ts'
import { wordsFor } from './words.ts'

/** What there is to book; those that cannot be had are left out. */
export function choose(visit: Visit): TemplateResult {
  const events = visit.api.choices
  if (!events) void load(visit)
  return html`<hgroup part="header"><slot name="header"><h2>${wordsFor(visit).chooseEvent}</h2></slot></hgroup>
    ${events?.length ? html`<ul class="choices fields">${events.map((event) => card(visit, event))}</ul>` : bones(true)}`
}

async function load(visit: Visit): Promise<void> {
  const { api, host } = visit
  const { slugs } = host
  api.choices = []
  const asked = await Promise.all(slugs.map((slug) => ask<EventInfo>(visit, `/v1/events/${slug}`)))
  const events = asked.flatMap(({ answer }) => answer ?? [])
  api.choices = events
  host.requestUpdate()
  // Whoever takes up the first is told what is wrong.
  const [slug = ''] = slugs
  if (!events.length && api === visit.api) void visit.choose({ slug })
}

function card(visit: Visit, event: EventInfo) {
  const { title, duration, place, description, slug } = event
  const facts = [visit.format.minutes(duration), wordsFor(visit).places[place], priceOf(event, visit.format)]
  const take = () => {
    void visit.choose({ slug })
    visit.lead('[part~="nearest"]', '[part~="link"]')
  }
  return html`<li><button part="choice" class="plain" type="button" @click=${take}><b>${title}</b>
    <span class="quiet small">${facts.filter(Boolean).join(' · ')}</span>${description && html`<span class="small">${description}</span>`}</button></li>`
}
