import type { ReactiveController } from 'lit'
import type { Booking, Instant } from '../../proxy/contract.ts'
import { Agenda, type Offer, type Opened } from '../agenda.ts'
import { Api } from '../api.ts'
import { type Month, monthOf } from '../day.ts'
import { BookingErrorEvent, FallbackEvent, ReadyEvent } from '../events.ts'
import { type Flow, type Move, move } from '../flow.ts'
import type { Form } from '../form/form.ts'
import type { Format } from '../format.ts'
import { type Words, wordsOf } from '../i18n/index.ts'
import type { Management } from '../manage/management.ts'
import type { OlgaBooking } from '../olga-booking.ts'
import { dayIn } from '../zone.ts'
import { Chunk } from './chunk.ts'
import { Focus } from './focus.ts'
import { GRID, Picking } from './picking.ts'

/** A booking that is to be moved: what stands in place of the form once its new time is chosen. */
export interface Moving extends Offer {
  confirm(flow: Flow & { step: 'details' }): unknown
  /** Leaves the booking as it is, in words. */
  label: string
  leave(): void
}

/** One visitor's way through the element: where he is, what is known, and how he moves. Knows no markup. */
export class Visit implements ReactiveController {
  flow: Flow = { step: 'loading' }
  api!: Api
  agenda!: Agenda
  format!: Format
  words: Words | undefined
  moving: Moving | undefined
  /** What the later steps keep of him. */
  form: Form | undefined
  management: Management | undefined
  readonly picking = new Picking(this)
  /** What comes after the first times is fetched right after them, since a bad line must not kill the click. */
  readonly later = new Chunk(
    async () => {
      const later = await import('../later.ts')
      later.begin(this)
      return later
    },
    () => this.#laterChanged(),
  )
  /** A submit is under way, or what became of it is not known: nothing may take him away from it. */
  #isHeld = false
  /** What the page wanted meanwhile. */
  #wanted: (() => void) | undefined
  #spoken: Promise<unknown> | undefined
  readonly #focus: Focus

  constructor(readonly host: OlgaBooking) {
    host.addController(this)
    this.#focus = new Focus(host)
  }

  hostDisconnected(): void {
    // Taken out while loading: the host opens anew when it is put back.
    if (this.flow.step === 'loading') this.agenda?.close()
  }

  /** Begins, or begins anew: another event type or proxy is another agenda. With a token: with the booking it opens. */
  open(token?: string): void {
    if (this.#isHeld) this.#wanted = () => this.open(token)
    if (this.#isHeld || (this.flow.step === 'booked' && token === undefined)) return
    const { host } = this
    this.api = new Api(host.proxy, host.fetch ?? globalThis.fetch)
    this.moving = undefined
    this.agenda?.close()
    this.speak()
    const [slug = host.event, ...others] = host.slugs
    if (token !== undefined) this.#enter('manage')
    else if (others.length) this.#enter('choose')
    else void this.choose({ slug })
  }

  /** Takes up an event type, or a length of it. */
  async choose(offer: Offer): Promise<void> {
    this.agenda?.close()
    const agenda = new Agenda(this.api, offer, {
      changed: () => this.host.requestUpdate(),
      late: (month) => this.late(month),
    })
    this.agenda = agenda
    this.flow = { step: 'loading' }
    this.picking.cursorDay = undefined
    this.host.requestUpdate()
    const [opened] = await Promise.all([agenda.open(), this.#spoken])
    if (!agenda.closed) await this.#arrive(agenda, opened)
  }

  /** Goes back to what there is to choose from. */
  leave(): void {
    if (this.moving) this.moving.leave()
    else this.open()
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

  /** The same again, after a failure. */
  retry(open: () => void): void {
    open()
    this.lead(...GRID)
  }

  /** In the language, zone and words that the host has now: nothing that he has done is lost. */
  speak(): void {
    const format = this.host.format()
    this.format = format
    this.host.requestUpdate()
    this.#spoken = wordsOf(format.lang, this.host.messages).then((words) => {
      // Asked for others meanwhile, whose words may have come first.
      if (format === this.format) this.words = words
      this.host.requestUpdate()
    })
  }

  async refresh(): Promise<void> {
    await this.host.updateComplete
    if (this.flow.step === 'pick' || this.flow.step === 'details') await this.agenda.refresh()
  }

  back(): void {
    const { flow } = this
    this.go({ to: 'back' })
    if (flow.step === 'details') this.lead(`.times [data-start="${flow.start}"]`, ...GRID)
    void this.refresh()
  }

  booked(booking: Booking, email: string | undefined): void {
    this.go({ to: 'booked', booking, email })
    this.lead('.booked h2')
  }

  go(by: Move): void {
    this.flow = move(this.flow, by)
    this.host.requestUpdate()
  }

  /** Leads the focus to the first of these that is there, or comes; to nothing without any. */
  lead(...selectors: string[]): void {
    this.#focus.lead(...selectors)
  }

  /** A dialog in which he picks the zone of his clocks, as they stand at a time that he looks at. */
  openZones(at: Instant | Date): void {
    void this.later.load().then((later) => later?.openZones(this, at))
  }

  /** He is shown the plain link, for a reason. */
  miss(code: string, reason: FallbackEvent['reason']): void {
    this.host.dispatchEvent(new BookingErrorEvent(code))
    this.host.dispatchEvent(new FallbackEvent(reason))
  }

  /** A month's times are late; without `month`, the first ones. */
  late(month: Month | undefined): void {
    const { flow } = this
    const isShown = month ? flow.step === 'pick' && flow.month === month : flow.step === 'loading'
    if (!isShown) return
    void this.later.load()
    this.host.dispatchEvent(new FallbackEvent('slow'))
  }

  async #arrive(agenda: Agenda, opened: Opened): Promise<void> {
    if ('away' in opened) {
      void this.later.load()
      this.go({ to: 'away', reason: opened.away })
      return this.miss(opened.code, opened.away)
    }
    // The first time decides the month: on the visitor's clocks it may be in the one after the proxy's.
    const [first] = opened.slots.slots
    await this.picking.turn(first ? monthOf(dayIn(this.format.zone, first)) : opened.slots.month)
    await this.host.updateComplete
    if (agenda.closed) return
    this.host.dispatchEvent(new ReadyEvent())
    void this.later.load(false)
  }

  #enter(step: 'choose' | 'manage'): void {
    this.flow = { step }
    this.host.requestUpdate()
    void this.later.load()
  }

  #laterChanged(): void {
    this.host.requestUpdate()
    const isMissed = this.later.state === 'late' || this.later.state === 'failed'
    if (isMissed && this.flow.step === 'details') this.miss('no_answer', 'form')
  }
}
