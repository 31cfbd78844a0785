import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { EventInfo } from '../../proxy/contract.ts'
import { ApiError } from '../api.ts'
import type { Visit } from '../controllers/visit.ts'
import { priceOf } from './price.ts'
import { bones } from './skeleton.ts'
import { wordsFor } from './words.ts'

/** The event types that a visitor may choose from, as they come. */
class Choice {
  events: EventInfo[] | undefined

  constructor(
    visit: Visit,
    readonly slugs: string,
  ) {
    void this.#load(visit)
  }

  async #load(visit: Visit): Promise<void> {
    const { api, host } = visit
    const asked = await Promise.allSettled(host.slugs.map((slug) => api.event(slug, {})))
    this.events = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    if (!this.events.length) {
      const [first] = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      const code = first instanceof ApiError ? first.message : 'no_answer'
      const reason = code === 'event_not_found' ? 'misconfigured' : 'unavailable'
      visit.go({ to: 'away', reason })
      visit.miss(code, reason)
      choices.delete(visit)
    }
    host.requestUpdate()
  }
}

const choices = new WeakMap<Visit, Choice>()

/** What there is to book; those that cannot be had are left out. */
export function choose(visit: Visit): TemplateResult {
  const slugs = visit.host.events
  const known = choices.get(visit)
  const choice = known?.slugs === slugs ? known : new Choice(visit, slugs)
  choices.set(visit, choice)
  const words = wordsFor(visit)
  return html`<header part="header"><slot name="header"><h2>${words.chooseEvent}</h2></slot></header>
    ${
      choice.events
        ? html`<ul class="choices">${choice.events.map((event) => html`<li>${card(visit, event)}</li>`)}</ul>`
        : bones(true)
    }`
}

function card(visit: Visit, event: EventInfo) {
  const { format } = visit
  const words = wordsFor(visit)
  const facts = [format.minutes(event.duration), words.places[event.place], priceOf(event, format)]
  const take = () => {
    void visit.choose({ slug: event.slug })
    visit.lead('[part~="nearest"]', '[part~="link"]')
  }
  return html`<button part="choice" class="plain" type="button" @click=${take}>
    <span><b>${event.title}</b><span class="quiet small">${facts.filter(Boolean).join(' · ')}</span>
    ${event.description ? html`<span class="small">${event.description}</span>` : nothing}</span></button>`
}
