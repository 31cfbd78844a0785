import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import { pickTime } from '../controllers/picking.ts'
import type { Sending } from '../controllers/sending.ts'
import type { Visit } from '../controllers/visit.ts'
import { dayIn } from '../zone.ts'
import { contacts, way } from './way.ts'
import { wordsFor } from './words.ts'

interface Ends {
  /** Words for a minute without an answer, and for nothing done. */
  unclear: string
  undone: string
  /** What is wrong that he cannot see beside a field; nothing: he sees it all. */
  unseen?: string[]
  /** Sends him on; without it there is no other way than the contacts. */
  toLink?: Omit<Parameters<typeof way>[1], 'text'>
}

/** What becomes of a wish, in words, and what can be done now. */
export function trouble(
  visit: Visit,
  state: Sending['state'],
  { unclear, undone, unseen, toLink }: Ends,
): TemplateResult | typeof nothing {
  const words = wordsFor(visit)
  const leave = (text: string) => (toLink ? way(visit, { ...toLink, text }) : say(text, contacts(visit)))
  const say = (text: string, more?: unknown) =>
    html`<div class="way ${more ? '' : 'waits'}" part="fallback"><p>${text}</p>${more}</div>`
  switch (state?.is) {
    case 'offline':
    case 'checking':
    case 'recorded':
      return say(words[state.is])
    case 'unclear':
      // No link: it may be done already.
      return say(unclear, contacts(visit))
    case 'fine':
      return say(words.dryOk, nothing)
    case 'lost':
      return leave(words.lost)
    case 'refused': {
      const { code, text = '', alternatives = [] } = state
      if (alternatives.length) return nearby(visit, text, alternatives)
      if (unseen && !unseen.length) return html`<p class="error">${text}</p>`
      return leave(`${(code === 'invalid_fields' && unseen?.join('. ')) || text}. ${undone}`)
    }
    default:
      return nothing
  }
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
