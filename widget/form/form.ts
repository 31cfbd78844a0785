import type { Answer, BookingRequest, DryRun, EventInfo } from '../../proxy/contract.ts'
import { type Outcome, refusedBy } from '../attempt.ts'
import { Sending } from '../controllers/sending.ts'
import type { Visit } from '../controllers/visit.ts'
import { newKey, send } from '../requests.ts'
import { BookedEvent, BookingSubmitEvent } from '../submit-events.ts'
import { wordsFor } from '../ui/words.ts'
import { type Answers, answersOf, faultsOf, shownOf, typedIn } from './answers.ts'
import { ADS, CONSENT, type Control, controlsOf, PLACE } from './controls.ts'
import { keepDraft, readDraft } from './draft.ts'
import { Holding } from './hold.ts'
import { prefillOf } from './prefill.ts'
import { requestOf } from './request.ts'

/** The proxy takes whoever is faster for a robot, in ms. */
const LEAST_TOOK_MS = 2_000

/** The second step: what stands in the form, and what became of it. */
export class Form extends Sending {
  /** What is wrong, by control. */
  errors: Record<string, string> = {}
  readonly holding: Holding
  readonly #draft: ReturnType<typeof readDraft>
  readonly #opened: number

  constructor(
    visit: Visit,
    readonly slug: string,
  ) {
    super(visit)
    this.holding = new Holding(visit)
    this.#draft = readDraft(slug)
    this.#opened = visit.host.clock.getTime()
  }

  get event(): EventInfo {
    const { event } = this.visit.agenda
    if (!event) throw new Error('The form has no event type')
    return event
  }

  get controls(): Control[] {
    return controlsOf(this.visit, this.event, this.#draft.typed[PLACE]?.[0])
  }

  /** What stands in a control at first: what he typed, what the page knows, what Cal.com says. Consent is his own act. */
  shown(control: Control): Answer | undefined {
    const { slug, value } = control
    const typed = this.#draft.typed[slug]
    if (slug === CONSENT || slug === ADS) return undefined
    return typed && !this.isLocked(slug) ? shownOf(control, typed) : (this.#known[slug] ?? value)
  }

  /** Whether the page's owner lets nobody change it. */
  isLocked(slug: string): boolean {
    return this.visit.host.readonlyPrefill && !!this.#known[slug]
  }

  /** By control; what cannot be typed into, hidden fields too, as it is known. */
  answers(): Answers {
    const fixed = this.event.fields.filter(({ slug, hidden }) => hidden || this.isLocked(slug))
    const known = fixed.map(({ slug, value }) => [slug, this.#known[slug] ?? value])
    return { ...answersOf(this.controls, this.#typed), ...Object.fromEntries(known) }
  }

  /** Keeps what is typed; a fault is gone when it is mended. */
  note(slug: string): void {
    this.#keep({ typed: this.#typed })
    delete this.errors[slug]
    this.visit.host.requestUpdate()
  }

  async submit(): Promise<void> {
    const { flow, host, api, format } = this.visit
    if (this.isHeld || flow.step !== 'details') return
    const answers = this.answers()
    this.tell(undefined)
    this.#show(faultsOf(this.controls, answers, wordsFor(this.visit)))
    if (Object.keys(this.errors).length || !host.dispatchEvent(new BookingSubmitEvent(flow.start))) return
    this.tell({ is: 'sending' })
    const took = () => Math.max(0, host.clock.getTime() - this.#opened)
    // A browser may have filled in all at once; a person waits the rest without noticing.
    if (took() < LEAST_TOOK_MS) await new Promise((done) => setTimeout(done, LEAST_TOOK_MS - took()))
    const request = { ...requestOf(this.visit, this, flow.start, answers), took: took(), lang: format.lang }
    const key = newKey()
    if (!host.dryRun) return this.#follow(key, request)
    const { answer, problem } = await send<DryRun>(api, '/v1/bookings?dry-run=1', request, key)
    this.tell(answer ? { is: 'fine' } : problem ? refusedBy(problem) : { is: 'lost', code: 'no_answer' })
  }

  /** Looks after what was sent before the page was loaded anew. */
  resume(): void {
    const { sent } = this.#draft
    if (!sent) return
    this.visit.picking.pickTime(sent.request.start)
    void this.#follow(sent.key, sent.request, true)
  }

  async #follow(key: string, request: BookingRequest, isSent = false): Promise<void> {
    this.#keep({ sent: { key, request } })
    const outcome = await this.bring('/v1/bookings', request, key, isSent)
    this.#keep({ sent: undefined })
    if (outcome.is !== 'done') return
    keepDraft(this.slug)
    this.holding.leave(false)
    this.visit.host.dispatchEvent(new BookedEvent('olga-booked', outcome.booking))
    this.visit.booked(outcome.booking, request.answers.email?.toString())
  }

  /** What the proxy found wrong is shown beside the fields, as far as he can see them. */
  protected override isAnswered(refusal: Outcome & { is: 'refused' }): boolean {
    const found = Object.entries(refusal.fields ?? {})
    // The proxy's `answers.name` is the form's `name`, or `name.first`.
    const mine = found.flatMap(([name, fault]) => {
      const of = name.replace('answers.', '')
      const control = this.controls.find(({ slug }) => slug === of || slug.startsWith(`${of}.`))
      return control ? [[control.slug, fault]] : []
    })
    this.#show(Object.fromEntries(mine))
    if (this.errors[CONSENT]) this.#askConsentAnew()
    return found.length ? mine.length === found.length : super.isAnswered(refusal)
  }

  /** To other words he has not agreed. */
  #askConsentAnew(): void {
    const box = this.visit.host.shadowRoot?.querySelector<HTMLInputElement>(`input[name=${CONSENT}]`)
    if (box) box.checked = false
    void this.visit.agenda.renew().catch(() => undefined)
  }

  /** Shows what is wrong beside each control and together above them, and leads there. */
  #show(errors: Record<string, string>): void {
    this.errors = errors
    if (Object.keys(errors).length) this.visit.lead('.faults', '[aria-invalid]')
  }

  #keep(change: Partial<ReturnType<typeof readDraft>>): void {
    keepDraft(this.slug, Object.assign(this.#draft, change))
  }

  get #known(): Answers {
    return prefillOf(this.visit.host)
  }

  get #typed() {
    return typedIn(this.controls, new FormData(this.visit.host.shadowRoot?.querySelector('form') ?? undefined))
  }
}
