import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import { backToTimes } from '../controllers/back-to-times.ts'
import type { Visit } from '../controllers/visit.ts'
import type { Month } from '../day.ts'
import type { Flow } from '../flow.ts'
import { answersForLink } from '../form/answers.ts'
import { ADS, CONSENT, TRAP } from '../form/controls.ts'
import type { Form } from '../form/form.ts'
import { fieldOf } from './fields.ts'
import { trouble } from './trouble.ts'
import { when } from './when.ts'
import { wordsFor } from './words.ts'

/** The second step: the event type's questions, consent, submit; and what became of it. */
export function details(visit: Visit, form: Form, { start, month }: Flow & { step: 'details' }): TemplateResult {
  const words = wordsFor(visit)
  const { errors, isHeld, controls } = form
  const answers = () => answersForLink(form.answers)
  const { confirmation } = form.event
  const submit = (event: Event) => {
    event.preventDefault()
    void form.submit()
  }
  const back = () => {
    form.holding.leave()
    visit.state = undefined
    backToTimes(visit)
  }
  // The consents stand apart: whatever is asked before them, a tick stays where it is.
  const questions = (isConsent: boolean) =>
    controls
      .filter(({ slug }) => (slug === CONSENT || slug === ADS) === isConsent)
      .map((control) => {
        const { slug } = control
        return fieldOf(
          { ...control, value: form.shown(control), error: errors[slug], isLocked: form.isLocked(slug) },
          words,
        )
      })
  const label = visit.host.dryRun ? words.submitDry : confirmation ? words.submitPending : words.submit
  return html`<section class="step" aria-labelledby="title">
    <div class="way">${when(visit, start)}${isHeld ? nothing : held(visit, form, start, month)}
      <button part="back" class="text" type="button" ?disabled=${isHeld} @click=${back}>${words.back}</button>
    </div>
    <div><h3 id="title" tabindex="-1">${words.details}</h3>
    <form part="form" novalidate @submit=${submit} @input=${({ target }: Event) => form.note((target as HTMLInputElement).name)} aria-busy=${isHeld}>
      ${summary(form, words.check)}
      <fieldset class="fields" ?disabled=${isHeld}>
        ${questions(false)}<div part="consent" class="fields">${questions(true)}</div>
        <span class="sr" aria-hidden="true"><input name=${TRAP} tabindex="-1" autocomplete="off" /></span><slot name="consent"></slot>
      </fieldset>
      <div role="alert">${trouble(visit, words.unclear, words.notBooked, { start, answers })}</div>
      <button part="submit" class="main submit" aria-disabled=${isHeld}>${isHeld ? words.submitting : label}</button>
    </form></div>
  </section>`
}

/** What is wrong, together, for who cannot see all fields at once. */
function summary({ errors, controls }: Form, title: string) {
  const wrong = controls.filter(({ slug }) => errors[slug])
  if (wrong.length < 2) return nothing
  return html`<div class="faults way" tabindex="-1" part="faults"><p>${title}</p><ul>
    ${wrong.map(({ slug, label }) => html`<li>${typeof label === 'string' ? `${label}: ` : ''}${errors[slug]}</li>`)}</ul></div>`
}

/** That the time is kept for him, calmly: until when, not how many seconds are left; or that it is gone. */
function held(visit: Visit, { holding }: Form, start: Instant, month: Month) {
  const words = wordsFor(visit)
  const { format, agenda, host, state } = visit
  const isGone = agenda.get(month) && ![...agenda.days(format.zone).values()].flat().includes(start)
  if (isGone && state?.is !== 'refused') return html`<p part="taken">${words.maybeTaken}</p>`
  const hold = holding.held()
  if (hold?.start !== start || state || Date.parse(hold.until) <= host.clock.getTime()) return nothing
  return html`<p part="hold" class="quiet small">${words.held}\xa0${format.time(hold.until)}</p>`
}
