import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Answer, BookingRequest, EventInfo, Instant } from '../../proxy/contract.ts'
import type { Agenda } from '../agenda.ts'
import { Attempt, type Outcome } from '../attempt.ts'
import { define } from '../define.ts'
import { BookingErrorEvent, FallbackEvent } from '../events.ts'
import type { Format } from '../format.ts'
import { type LaterWords, laterWords } from '../i18n/later.ts'
import { linkTo, type Plain } from '../link.ts'
import { metadataOfPage } from '../metadata.ts'
import { BookedEvent, BookingSubmitEvent } from '../submit-events.ts'
import { theme } from '../theme.ts'
import { answersForLink, answersOf, faultOf } from './answers.ts'
import { CONSENT, consentOf } from './consent.ts'
import { detailsCss } from './details.css.ts'
import { placeFaults } from './faults.ts'
import { fieldOf } from './fields.ts'
import { BackEvent, DoneEvent, OpenEvent, OtherTimeEvent } from './moves.ts'
import { trap, trapped } from './trap.ts'
import { trouble } from './trouble.ts'
import { when } from './when.ts'

/** The second step: the event type's questions, consent, submit; and what became of it. */
export class OlgaDetails extends LitElement {
  static override styles = [theme, detailsCss]

  static override properties = {
    agenda: { attribute: false },
    format: { attribute: false },
    start: { attribute: false },
    draft: { attribute: false },
    prefill: { attribute: false },
    plain: { attribute: false },
    errors: { state: true },
    outcome: { state: true },
    busy: { state: true },
  }

  agenda!: Agenda
  format!: Format
  start!: Instant
  /** What he typed before: the element around keeps it, this one writes into it. */
  draft: Record<string, Answer> = {}
  prefill: Record<string, Answer> = {}
  plain!: Plain

  private errors: Record<string, string> = {}
  private outcome: Outcome | undefined
  private busy = false
  #attempt: Attempt | undefined

  protected override updated(changed: PropertyValues<this>) {
    // At first, and when he took another time: the time above has changed.
    if (changed.has('start')) this.renderRoot.querySelector<HTMLElement>('h3')?.focus()
  }

  override render() {
    const { event } = this.agenda
    const words = laterWords[this.format.lang]
    if (!event) return nothing
    return html`<section class="step" aria-labelledby="title">
      <div class="chosen">${when(this.agenda, this.format, this.start, event.duration)}
        <button part="back" class="text" type="button" ?disabled=${this.busy || this.#isOpen}
          @click=${() => this.dispatchEvent(new BackEvent())}>${this.agenda.words?.back}</button>
      </div>
      <div><h3 id="title" tabindex="-1">${words.form.title}</h3>
      <form part="form" novalidate @submit=${this.#onSubmit} @input=${this.#onInput} aria-busy=${this.busy}>
        <fieldset class="fields" ?disabled=${this.busy || this.#isOpen}>
          ${event.fields.map((field) => fieldOf({ field, words, value: this.#valueOf(field.slug), error: this.errors[field.slug] }))}
          ${trap}${consentOf(event.consent, this.format.lang, this.errors[CONSENT], words)}
        </fieldset>
        <div role="alert">${this.outcome && this.#trouble(this.outcome, words)}</div>
        ${this.#button(event, words)}
      </form></div>
    </section>`
  }

  /** There may be a booking: nothing but asking again is offered until that is known. */
  get #isOpen(): boolean {
    return this.outcome?.is === 'unknown'
  }

  #button({ confirmation }: EventInfo, { form }: LaterWords): TemplateResult {
    const text = this.#isOpen ? form.check : confirmation ? form.submitPending : form.submit
    return html`<button part="submit" class="main submit" aria-disabled=${this.busy}>${this.busy ? form.submitting : text}</button>`
  }

  #trouble(outcome: Outcome, words: LaterWords) {
    const known = { zone: this.format.zone, ...(outcome.is !== 'taken' && { start: this.start }) }
    const fields = this.agenda.event?.fields ?? []
    return trouble(outcome, { ...words, open: this.agenda.words?.open ?? '' }, this.format, {
      link: linkTo(this.plain, known),
      fill: () => linkTo(this.plain, { ...known, answers: answersForLink(fields, this.#answers()) }) ?? '',
      take: (start) => this.#take(start),
    })
  }

  #take(start: Instant) {
    this.outcome = undefined
    this.dispatchEvent(new OtherTimeEvent(start))
  }

  get #data() {
    return new FormData(this.renderRoot.querySelector('form') ?? undefined)
  }

  #valueOf(slug: string): Answer | undefined {
    return this.draft[slug] ?? this.prefill[slug]
  }

  #answers(): Record<string, Answer> {
    return answersOf(this.agenda.event?.fields ?? [], this.#data)
  }

  #onInput = (event: Event) => {
    Object.assign(this.draft, this.#answers())
    const { name } = event.target as HTMLInputElement
    if (!this.errors[name]) return
    const { [name]: _mended, ...errors } = this.errors
    this.errors = errors
  }

  #onSubmit = async (submit: Event) => {
    submit.preventDefault()
    if (this.busy) return
    const attempt = this.#isOpen ? this.#attempt : this.#newAttempt()
    if (!attempt || !this.dispatchEvent(new BookingSubmitEvent(attempt.request.start))) return
    this.#attempt = attempt
    this.#isBusy(true)
    const [before, outcome] = [this.outcome, await attempt.send(this.agenda.api)]
    // Taken, after he may have been booked: most likely by himself.
    this.#settle(before?.is === 'unknown' && outcome.is === 'taken' ? before : outcome, attempt)
  }

  #isBusy(busy: boolean) {
    this.busy = busy
    this.dispatchEvent(new OpenEvent(busy || this.#isOpen))
  }

  /** A request of what stands in the form; `undefined`, with the faults shown, when it is not fit to be sent. */
  #newAttempt(): Attempt | undefined {
    const { event } = this.agenda
    const words = laterWords[this.format.lang]
    if (!event) return undefined
    const answers = this.#answers()
    const faults = event.fields.map((field) => [field.slug, faultOf(field, answers[field.slug], words)])
    if (!this.#data.has(CONSENT)) faults.push([CONSENT, words.form.faults.consent])
    this.#show(Object.fromEntries(faults.filter(([, fault]) => fault)))
    if (Object.keys(this.errors).length) return undefined
    return new Attempt(this.#request(event, answers))
  }

  #request(event: EventInfo, answers: Record<string, Answer>): BookingRequest {
    return {
      event: event.slug,
      start: this.start,
      answers,
      timeZone: this.format.zone,
      lang: this.format.lang,
      consent: event.consent.version,
      metadata: metadataOfPage(),
      ...trapped(this.#data),
    }
  }

  #settle(outcome: Outcome, { request }: Attempt) {
    this.outcome = outcome.is === 'fields' ? this.#faults(outcome) : outcome
    this.#isBusy(false)
    if (outcome.is === 'booked') {
      this.dispatchEvent(new BookedEvent(outcome.booking))
      this.dispatchEvent(new DoneEvent(outcome.booking, request.answers.email?.toString()))
      return
    }
    this.dispatchEvent(new BookingErrorEvent(outcome.code))
    if (['unknown', 'refused'].includes(this.outcome.is)) this.dispatchEvent(new FallbackEvent('submit'))
  }

  #faults(found: Outcome & { is: 'fields' }): Outcome {
    const { errors, outcome } = placeFaults(found, this.agenda.event?.fields ?? [])
    this.#show(errors)
    if (errors[CONSENT]) this.#askConsentAnew()
    return outcome
  }

  /** To other words he has not agreed. */
  #askConsentAnew() {
    const box = this.renderRoot.querySelector<HTMLInputElement>(`input[name="${CONSENT}"]`)
    if (box) box.checked = false
    void this.agenda.renew().catch(() => undefined)
  }

  /** Shows what is wrong beside each field, and leads to the first. */
  #show(errors: Record<string, string>) {
    this.errors = errors
    if (!Object.keys(errors).length) return
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus())
  }
}

define('olga-details', OlgaDetails)
