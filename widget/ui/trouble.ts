import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import { pickTime } from '../controllers/picking.ts'
import type { Visit } from '../controllers/visit.ts'
import { dayIn } from '../zone.ts'
import { contacts, type Way, way } from './way.ts'
import { wordsFor } from './words.ts'

/**
 * What becomes of a wish, in words, and what can be done now. `unclear`, `undone`: words for a minute without an
 * answer, and for nothing done. `toLink` sends him on; without it there is no other way than the contacts.
 */
export function trouble(visit: Visit, unclear: string, undone: string, toLink?: Way): TemplateResult | typeof nothing {
  const { is, code, title = '', fields, alternatives } = visit.state ?? {}
  if (alternatives?.length) return nearby(visit, title, alternatives)
  // He sees beside the fields what is wrong.
  if (fields && toLink) return html`<p class="error small">${title}</p>`
  const refused = title ? `${title}. ${undone}` : undone
  const words: Record<string, unknown> = { ...wordsFor(visit), unclear, refused, ...(!toLink && { lost: undone }) }
  const text = words[`${is}`] as string
  if (!text) return nothing
  // Of a time that is taken the plain page shows all others.
  if (code && toLink) return way(visit, text, code === 'slot_taken' ? { ...toLink, start: undefined } : toLink)
  // Where it may be done already, there is no link.
  const hasContacts = code || is === 'unclear'
  return html`<div class="way ${hasContacts || is === 'dryOk' ? '' : 'waits'}" part="fallback"><p>${text}</p>${hasContacts ? contacts(visit) : nothing}</div>`
}

/** Other times, to be taken at once: what stands in the form stays. */
export function nearby(visit: Visit, text: string, starts: Instant[]): TemplateResult {
  const { format } = visit
  return html`<div class="way" part="taken">
    <p>${text}</p>
    <div class="others">${starts.map(
      (
        start,
      ) => html`<button part="time" class="plain" type="button" data-start=${start} @click=${() => pickTime(visit, start)}>
        ${format.day(dayIn(format.zone, start), 'short')}, ${format.time(start)}</button>`,
    )}</div>
  </div>`
}
