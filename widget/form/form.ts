import type { DryRun, EventInfo } from '../../proxy/contract.ts'
import { pickTime } from '../controllers/picking.ts'
import { Sending, type State } from '../controllers/sending.ts'
import type { Visit } from '../controllers/visit.ts'
import { announce } from '../events.ts'
import { ask, newKey } from '../requests.ts'
import { wordsFor } from '../ui/words.ts'
import { type Answers, answerOf, faultsOf } from './answers.ts'
import { ADS, CONSENT, type Control, controlsOf, PLACE } from './controls.ts'
import { type Draft, keepDraft, readDraft } from './draft.ts'
import { holdingOf } from './hold.ts'
import { prefillOf } from './prefill.ts'
import { requestOf } from './request.ts'

/** The proxy takes whoever is faster for a robot, in ms. */
const LEAST_TOOK_MS = 2_000

/** The second step: what stands in the form, and what became of it. */
export class Form extends Sending {
  /** What is wrong, by control. */
  errors: Record<string, string> = {}
  readonly holding: ReturnType<typeof holdingOf>
  readonly #draft: Draft
  readonly #opened: number

  constructor(
    visit: Visit,
    readonly slug: string,
  ) {
    super(visit)
    this.holding = holdingOf(visit)
    this.#draft = readDraft(slug)
    this.#opened = visit.host.clock.getTime()
  }

  /** Without it there is no way to the form. */
  get event(): EventInfo {
    return this.visit.agenda.event as EventInfo
  }

  get controls(): Control[] {
    return controlsOf(this.visit, this.event, this.#typed(PLACE)[0])
  }

  /** What stands in the form, by control. */
  get data(): FormData {
    return new FormData(this.#form)
  }

  /** What stands in a control at first: what he typed, the page knows, or Cal.com says. Consent is his own act. */
  shown(control: Control): string[] {
    const { slug } = control
    if (slug === CONSENT || slug === ADS) return []
    return this.#draft.typed && !this.isLocked(slug) ? this.#typed(slug) : this.#given(control)
  }

  /** Whether the page's owner lets nobody change it. */
  isLocked(slug: string): boolean {
    return this.visit.host.readonlyPrefill && !!this.#known[slug]
  }

  /** By field; what cannot be typed into, hidden fields too, as it is known. */
  get answers(): Answers {
    const { data } = this
    const answers: Answers = {}
    for (const field of this.event.fields) {
      const { slug, type, parts } = field
      if (field.when === 'move') continue
      const typed = parts ? [`${data.get(`${slug}.first`)} ${data.get(`${slug}.last`)}`] : data.getAll(slug)
      const isFixed = field.hidden || (!parts && this.isLocked(slug))
      answers[slug] = answerOf(type, isFixed ? this.#given(field) : (typed as string[]))
    }
    return answers
  }

  /** Keeps what is typed; a fault is gone when it is mended. */
  note(slug: string): void {
    this.#keep({ typed: [...this.data] })
    delete this.errors[slug]
    this.visit.host.requestUpdate()
  }

  async submit(): Promise<void> {
    const { visit } = this
    const { flow, host } = visit
    if (this.isHeld || flow.step !== 'details') return
    this.tell()
    const faults = faultsOf(this.#form, this.controls, wordsFor(visit))
    if (this.#show(faults) || !announce(host, 'submit', { start: flow.start })) return
    const took = Math.max(0, host.clock.getTime() - this.#opened)
    const request = { ...requestOf(visit, this, flow.start), took: Math.max(took, LEAST_TOOK_MS) }
    this.tell({ is: 'sending' })
    // A browser may have filled in all at once; a person waits the rest without noticing.
    await new Promise((done) => setTimeout(done, LEAST_TOOK_MS - took))
    const key = newKey()
    if (!host.dryRun) {
      this.#keep({ sent: { key, request } })
      return this.#follow()
    }
    const { answer, problem } = await ask<DryRun>(visit, '/v1/bookings?dry-run=1', request, key)
    this.tell(answer ? { is: 'dryOk' } : { code: 'no_answer', ...problem, is: problem ? 'refused' : 'lost' })
  }

  /** Looks after what was sent before the page was loaded anew. */
  resume(): void {
    const { sent } = this.#draft
    if (sent) pickTime(this.visit, sent.request.start)
    void this.#follow(true)
  }

  async #follow(isSent = false): Promise<void> {
    const { visit } = this
    const { sent } = this.#draft
    if (!sent) return
    const { key, request } = sent
    const booking = await this.bring('/v1/bookings', request, key, isSent)
    this.#keep({ sent: undefined })
    if (!booking) return
    keepDraft(this.slug)
    this.holding.leave(false)
    this.announce('booked', booking)
    visit.go({ step: 'booked', booking, email: request.answers.email as string })
    visit.lead('.booked h2')
  }

  /** What the proxy found wrong is shown beside the fields; what has none is said with the rest. */
  protected override isAnswered(state: State): boolean {
    if (super.isAnswered(state)) return true
    const errors: Record<string, string> = {}
    for (const [name, fault] of Object.entries(state.fields ?? {})) {
      // The proxy's `answers.name` is the form's `name`, or `name.first`.
      const of = name.replace('answers.', '')
      const control = this.controls.find(({ slug }) => `${slug}.`.startsWith(`${of}.`))
      if (control) errors[control.slug] = fault
      else Object.assign(state, { title: `${state.title}. ${fault}`, fields: undefined })
    }
    this.#show(errors)
    if (errors[CONSENT]) {
      // To other words he has not agreed.
      this.#form[CONSENT].checked = false
      void this.visit.agenda.renew().catch(() => undefined)
    }
    return !!state.fields
  }

  /** Shows what is wrong beside each control and together above them, and leads there. */
  #show(errors: Record<string, string>): boolean {
    this.errors = errors
    const isAny = Object.keys(errors).length > 0
    if (isAny) this.visit.lead('.faults', '[aria-invalid]')
    return isAny
  }

  #keep(change: Draft): void {
    keepDraft(this.slug, Object.assign(this.#draft, change))
  }

  #typed(slug: string): string[] {
    return (this.#draft.typed ?? []).filter(([name]) => name === slug).map(([, text]) => `${text}`)
  }

  /** What the page knows, or else Cal.com says, as one would type it. */
  #given({ slug, value }: Pick<Control, 'slug' | 'value'>): string[] {
    return [this.#known[slug] || value || []].flat().map(String)
  }

  get #known(): Answers {
    return prefillOf(this.visit.host)
  }

  get #form(): HTMLFormElement {
    return this.visit.host.shadowRoot?.querySelector('form') as HTMLFormElement
  }
}
