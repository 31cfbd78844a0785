import type { Answer, Booking, BookingRequest, EventInfo } from '../../proxy/contract.ts'
import { type Outcome, refusedBy, run, type Waiting } from '../attempt.ts'
import type { Visit } from '../controllers/visit.ts'
import { BookingErrorEvent, FallbackEvent } from '../events.ts'
import { book, newKey, statusOf, tryOut } from '../requests.ts'
import { BookedEvent, BookingSubmitEvent } from '../submit-events.ts'
import { wordsFor } from '../ui/words.ts'
import { type Answers, answersOf, faultsOf, shownOf, typedIn } from './answers.ts'
import { ADS, CONSENT, type Control, controlsOf, PLACE } from './controls.ts'
import { type Draft, keepDraft, readDraft } from './draft.ts'
import { Holding } from './hold.ts'
import { prefillOf } from './prefill.ts'
import { requestOf } from './request.ts'

/** The proxy takes whoever is faster for a robot, in ms. */
const LEAST_TOOK_MS = 2_000

/** The second step: what stands in the form, and what became of it. */
export class Form {
  /** What is wrong, by control. */
  errors: Record<string, string> = {}
  state: Outcome | Waiting | { is: 'fine' } | undefined
  readonly holding: Holding
  readonly #draft: Draft
  readonly #opened: number

  constructor(
    private readonly visit: Visit,
    readonly slug: string,
  ) {
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
    const { host, format } = this.visit
    const [place] = this.#draft.typed[PLACE] ?? []
    return controlsOf(this.event, wordsFor(this.visit), { place, withAds: host.adsConsent, lang: format.lang })
  }

  /** There may be a booking: nothing but waiting is offered until that is known. */
  get isHeld(): boolean {
    return !!this.state && !['done', 'refused', 'lost', 'fine'].includes(this.state.is)
  }

  /** What stands in a control at first: what he typed, what the page knows, what Cal.com says. Consent is his own act. */
  valueOf(control: Control): Answer | undefined {
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
    const answers = answersOf(this.controls, typedIn(this.controls, this.#data))
    return { ...answers, ...Object.fromEntries(known.filter(([, value]) => value !== undefined)) }
  }

  /** Keeps what is typed; a fault is gone when it is mended. */
  note(slug: string): void {
    this.#draft.typed = typedIn(this.controls, this.#data)
    keepDraft(this.slug, this.#draft)
    delete this.errors[slug]
    this.visit.host.requestUpdate()
  }

  async submit(): Promise<void> {
    const { visit } = this
    const { flow, host, api } = visit
    if (this.isHeld || flow.step !== 'details') return
    const answers = this.answers()
    this.state = undefined
    this.#show(faultsOf(this.controls, answers, wordsFor(visit)))
    if (Object.keys(this.errors).length || !host.dispatchEvent(new BookingSubmitEvent(flow.start))) return
    this.#tell({ is: 'sending' })
    const took = () => Math.max(0, host.clock.getTime() - this.#opened)
    // A browser may have filled in all at once; a person waits the rest without noticing.
    if (took() < LEAST_TOOK_MS) await new Promise((done) => setTimeout(done, LEAST_TOOK_MS - took()))
    const request = requestOf(visit, this, { start: flow.start, answers, took: took(), data: this.#data })
    const key = newKey()
    if (!host.dryRun) return this.#follow(key, request)
    const { answer, problem } = await tryOut(api, request, key)
    this.#settle(answer ? { is: 'fine' } : problem ? refusedBy(problem) : { is: 'lost', code: 'no_answer' }, request)
  }

  /** Looks after what was sent before the page was loaded anew. */
  resume(): void {
    const { sent } = this.#draft
    if (!sent) return
    this.visit.picking.pickTime(sent.request.start)
    void this.#follow(sent.key, sent.request, true)
  }

  async #follow(key: string, request: BookingRequest, isSent = false): Promise<void> {
    const { visit } = this
    const keep = (sent: Draft['sent']) => keepDraft(this.slug, Object.assign(this.#draft, { sent }))
    keep({ key, request })
    visit.hold(true)
    const outcome = await run(
      {
        send: () => book(visit.api, request, key),
        ask: (abandon) => statusOf(visit.api, key, abandon),
        tell: (state) => this.#tell(state),
        now: () => visit.host.clock.getTime(),
      },
      isSent,
    )
    keep(undefined)
    this.#settle(outcome, request)
    visit.hold(false)
  }

  #tell(state: Waiting): void {
    if (state.is === 'unclear' && this.state?.is !== 'unclear') this.visit.miss('no_answer', 'submit')
    this.state = state
    this.visit.host.requestUpdate()
  }

  #settle(outcome: NonNullable<Form['state']>, { answers }: BookingRequest): void {
    this.state = outcome
    if (outcome.is === 'done') this.#done(outcome.booking, answers.email?.toString())
    if (outcome.is === 'refused' || outcome.is === 'lost') this.#refused(outcome)
    this.visit.host.requestUpdate()
  }

  #done(booking: Booking, email: string | undefined): void {
    keepDraft(this.slug)
    this.holding.leave(false)
    this.visit.host.dispatchEvent(new BookedEvent(booking))
    this.visit.booked(booking, email)
  }

  #refused(outcome: Outcome & { is: 'refused' | 'lost' }): void {
    const { host, agenda } = this.visit
    host.dispatchEvent(new BookingErrorEvent(outcome.code))
    const found = outcome.is === 'refused' ? Object.entries(outcome.fields ?? {}) : []
    // The proxy's `answers.name` is the form's `name`, or `name.first`.
    const mine = (name: string) =>
      this.controls.find(({ slug }) => [slug, slug.split('.')[0]].includes(name.replace('answers.', '')))
    this.#show(Object.fromEntries(found.flatMap(([name, fault]) => (mine(name) ? [[mine(name)?.slug, fault]] : []))))
    const isTold = found.length ? Object.keys(this.errors).length === found.length : outcome.code === 'slot_taken'
    if (!isTold) host.dispatchEvent(new FallbackEvent('submit'))
    if (!this.errors[CONSENT]) return
    // To other words he has not agreed.
    const box = host.shadowRoot?.querySelector<HTMLInputElement>(`[name=${CONSENT}]`)
    if (box) box.checked = false
    void agenda.renew().catch(() => undefined)
  }

  /** Shows what is wrong beside each control and together above them, and leads there. */
  #show(errors: Record<string, string>): void {
    this.errors = errors
    this.visit.host.requestUpdate()
    if (Object.keys(errors).length) this.visit.lead('.faults', '[aria-invalid]')
  }

  get #known(): Answers {
    return prefillOf(this.visit.host)
  }

  get #data(): FormData {
    return new FormData(this.visit.host.shadowRoot?.querySelector('form') ?? undefined)
  }
}
