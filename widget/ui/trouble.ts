import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import type { Outcome } from '../attempt.ts'
import type { Visit } from '../controllers/visit.ts'
import { answersForLink } from '../form/answers.ts'
import type { Form } from '../form/form.ts'
import { dayIn } from '../zone.ts'
import { contacts, way } from './way.ts'
import { wordsFor } from './words.ts'

/** What becomes of a submit, in words, and what can be done now. */
export function trouble(visit: Visit, form: Form, start: Instant): TemplateResult | typeof nothing {
  const words = wordsFor(visit)
  const { state, event } = form
  const toLink = (text: string, at?: Instant) => {
    const answers = () =>
      answersForLink(
        event.fields.map(({ slug, type }) => [slug, type]),
        form.answers(),
      )
    return way(visit, { text, start: at, answers })
  }
  switch (state?.is) {
    case 'offline':
    case 'checking':
    case 'recorded':
      return html`<p class="way waits">${words[state.is]}</p>`
    case 'unclear':
      // No link: he may be booked already.
      return html`<div class="way waits" part="fallback"><p>${words.unclear}</p>${contacts(visit)}</div>`
    case 'fine':
      return html`<p class="way" part="dry">${words.dryOk}</p>`
    case 'lost':
      return toLink(words.lost, start)
    case 'refused':
      return refused(visit, form, state, (text) => toLink(text, state.code === 'slot_taken' ? undefined : start))
    default:
      return nothing
  }
}

function refused(
  visit: Visit,
  { errors }: Form,
  state: Outcome & { is: 'refused' },
  toLink: (text: string) => TemplateResult,
) {
  const { code, text = '', fields = {}, alternatives = [] } = state
  const words = wordsFor(visit)
  // None is near: then the plain page, which shows all.
  if (code === 'slot_taken')
    return alternatives.length ? nearby(visit, `${text}. ${words.takenOthers}`, alternatives) : toLink(text)
  const faults = Object.values(fields)
  const unseen = faults.filter((fault) => !Object.values(errors).includes(fault))
  if (faults.length && !unseen.length) return html`<p class="error">${text}</p>`
  return toLink(`${code === 'invalid_fields' ? unseen.join('. ') : text}. ${words.notBooked}`)
}

/** Other times, to be taken at once: what stands in the form stays. */
export function nearby(visit: Visit, text: string, starts: Instant[]): TemplateResult {
  const { format, picking } = visit
  return html`<div class="way" part="taken">
    <p>${text}</p>
    <div class="others">${starts.map(
      (
        start,
      ) => html`<button part="time" class="plain" type="button" data-start=${start} @click=${() => picking.pickTime(start)}>
        ${format.shortDay(dayIn(format.zone, start))}, ${format.time(start)}</button>`,
    )}</div>
  </div>`
}
