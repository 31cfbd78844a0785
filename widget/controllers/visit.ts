import type { ReactiveController } from 'lit'
import type { EventInfo, Instant } from '../../proxy/contract.ts'
import { Agenda, type Moving, type Offer } from '../agenda.ts'
import { type Api, apiOf, codeOf } from '../api.ts'
import { type Day, monthOf } from '../day.ts'
import { announce, type Reason } from '../events.ts'
import { type Flow, move } from '../flow.ts'
import type { Form } from '../form/form.ts'
import type { Format } from '../format.ts'
import { type Words, wordsOf } from '../i18n/index.ts'
import { ru } from '../i18n/ru.ts'
import type { Management } from '../manage/management.ts'
import type { OlgaBooking } from '../olga-booking.ts'
import { dayIn } from '../zone.ts'
import { Chunk } from './chunk.ts'
import { lead } from './focus.ts'
import { patience } from './patience.ts'
import { FEW_DAYS, turn } from './picking.ts'
import type { State } from './sending.ts'

/** One visitor's way through the element: where he is, what is known, and how he moves. Knows no markup. */
export class Visit implements ReactiveController {
  flow: Flow = { step: 'loading' }
  api!: Api
  agenda!: Agenda
  format!: Format
  words: Words = ru
  moving: Moving | undefined
  /** The day that the arrow keys stand on. */
  cursor: Day | undefined
  /** How many days the list has, in a narrow place. */
  listed = FEW_DAYS
  /** How his wish stands that is under way, or was refused. */
  state: State | undefined
  /** What the later steps keep of him. */
  form: Form | undefined
  management: Management | undefined
  /** What comes after the first times is fetched right after them, since a bad line must not kill the click. */
  readonly later = new Chunk(
    async () => {
      const later = await import('../later.ts')
      later.begin(this)
      return later
    },
    () => this.#laterChanged(),
  )
  /** A submit is under way, or what became of it is not known: nothing takes him away, though the page wants it. */
  #isHeld = false
  #wanted: (() => void) | undefined
  #spoken: Promise<unknown> | undefined
  /** Where the focus is to be led. */
  #led: string[] = []
  #isLate = false
  readonly #wait = patience((isLate) => this.#late(isLate))

  constructor(readonly host: OlgaBooking) {
    host.addController(this)
  }

  hostConnected(): void {
    if (this.flow.step === 'loading' && this.agenda?.closed) this.open()
  }

  hostDisconnected(): void {
    if (this.flow.step === 'loading') this.agenda?.close()
    this.#wait(undefined)
  }

  hostUpdated(): void {
    // While all is loading there is nothing to be led to but what will be gone again.
    if (this.flow.step !== 'loading') this.#led = lead(this.host, this.#led)
  }

  /** Begins, or begins anew: another event type or proxy is another agenda. With a token: with the booking it opens. */
  open(token?: string): void {
    this.speak()
    if (this.#isHeld) this.#wanted = () => this.open(token)
    if (this.#isHeld || (this.flow.step === 'booked' && token === undefined)) return
    const { host } = this
    this.api = apiOf(host.proxy, host.fetch)
    this.moving = undefined
    this.form?.holding.leave()
    this.agenda?.close()
    const [slug = host.event, ...others] = host.slugs
    if (token === undefined && !others.length) return void this.choose({ slug })
    this.go({ step: token === undefined ? 'choose' : 'manage' })
    void this.later.load()
  }

  /** Takes up an event type, or a length of it. */
  async choose(offer: Offer): Promise<void> {
    this.agenda?.close()
    const agenda = new Agenda(this.api, offer, () => this.host.requestUpdate())
    this.agenda = agenda
    this.cursor = undefined
    this.go({ step: 'loading' })
    const slots = await agenda.open().catch(codeOf)
    await this.#spoken
    if (agenda.closed) return
    if (typeof slots !== 'object') return this.sendAway(slots, agenda.event?.notBookable)
    // The first time decides the month: on the visitor's clocks it may be in the one after the proxy's.
    const [first] = slots.slots
    void turn(this, first ? monthOf(dayIn(this.format.zone, first)) : slots.month)
    await this.host.updateComplete
    if (agenda.closed) return
    announce(this.host, 'ready', {})
    void this.later.load().then((later) => later?.resume(this))
  }

  /** There is nothing to pick from, since it failed, or cannot be booked here. */
  sendAway(code = 'not_bookable', notBookable?: EventInfo['notBookable']): void {
    const ours = notBookable === 'paid' ? 'paid' : notBookable && 'not_bookable'
    const reason = ours ?? (code === 'event_not_found' ? 'misconfigured' : 'unavailable')
    this.go({ step: 'away', reason })
    this.miss(code, reason)
    void this.later.load()
  }

  /** Holds him where he is, or lets go: then what the page wanted meanwhile is done, unless he is booked. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld
    const wanted = this.#wanted
    if (isHeld || !wanted) return
    this.#wanted = undefined
    // After the events of the same moment: one of them may be that he is booked.
    queueMicrotask(wanted)
  }

  /** In the language, zone and words that the host has now: what he has done stays. The last ones asked for count. */
  speak(): void {
    const format = this.host.format()
    this.format = format
    this.host.requestUpdate()
    this.#spoken = wordsOf(format.lang, this.host.messages).then((words) => {
      if (format === this.format) this.words = words
      this.host.requestUpdate()
    })
  }

  async refresh(): Promise<void> {
    await this.host.updateComplete
    if (/pick|details/.test(this.flow.step)) await this.agenda.refresh()
  }

  go(to: Flow): void {
    this.flow = move(this.flow, to)
    this.host.requestUpdate()
  }

  /** Leads the focus to the first of these that is there, or comes; to nothing without any. */
  lead(...selectors: string[]): void {
    this.#led = selectors
  }

  /** He is shown the plain link, for a reason. */
  miss(code: string, reason: Reason): void {
    announce(this.host, 'error', { code })
    announce(this.host, 'fallback', { reason })
  }

  /** What he must have to go on; undefined: it is on its way; null: it could not be had. */
  get #needed(): unknown {
    const { flow, agenda, later } = this
    if (flow.step === 'loading') return undefined
    if (flow.step === 'choose') return later.module && this.api.choices?.[0]
    return flow.step === 'pick' ? agenda.get(flow.month) : later.module
  }

  /** All that is known to be free, by his days. */
  get days(): ReadonlyMap<Day, Instant[]> {
    return this.agenda.days(this.format.zone)
  }

  /** Before each drawing: looks what he waits for now. */
  watch(): void {
    this.#wait(this.flow.step !== 'away' && this.#needed === undefined && this.flow)
  }

  /** Why the plain link is shown, alone or beside what is there; nothing: it is not. */
  get trouble(): Reason | undefined {
    const { flow } = this
    if (flow.step === 'away') return flow.reason
    if (this.#needed !== null && !this.#isLate) return undefined
    if (/loading|pick/.test(flow.step) || this.later.module) return this.#isLate ? 'slow' : 'month'
    return 'form'
  }

  #late(isLate: boolean): void {
    this.#isLate = isLate
    if (!this.trouble || !isLate) return
    void this.later.load()
    this.host.requestUpdate()
    announce(this.host, 'fallback', { reason: this.trouble })
  }

  #laterChanged(): void {
    this.host.requestUpdate()
    if (this.trouble === 'form') this.miss('no_answer', 'form')
  }
}
