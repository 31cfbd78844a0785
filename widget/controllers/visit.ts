import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Answer, Booking, Instant } from '../../proxy/contract.ts'
import { Agenda } from '../agenda.ts'
import type { Api } from '../api.ts'
import { type Day, type Month, monthOf } from '../day.ts'
import { BookingErrorEvent, DayEvent, FallbackEvent, ReadyEvent, SlotEvent } from '../events.ts'
import { type Flow, type Move, move } from '../flow.ts'
import type { Format } from '../format.ts'
import type { PickerMoves } from '../ui/picker.ts'
import { dayIn } from '../zone.ts'
import { Focus } from './focus.ts'
import { LaterSteps } from './later-steps.ts'

/** Where the focus belongs after a move: on the day that Tab reaches, or where there is none on the way on. */
const GRID = ['[data-day][tabindex="0"]', '[part~="retry"]', '[part~="link"]']

/** One visitor's way through the element: where he is, what is known, and how he moves. Knows no markup. */
export class Visit implements ReactiveController, PickerMoves {
  flow: Flow = { step: 'loading' }
  agenda!: Agenda
  format!: Format
  /** The day that the arrow keys stand on. */
  cursorDay: Day | undefined
  /** What he typed, kept while he looks for another time. */
  draft: Record<string, Answer> = {}
  readonly later: LaterSteps
  /** A submit is under way, or what became of it is not known: nothing may take him away from it. */
  #isHeld = false
  /** What the page wanted meanwhile. */
  #wanted: (() => void) | undefined
  readonly #focus: Focus

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    fetchLater: ConstructorParameters<typeof LaterSteps>[0],
  ) {
    host.addController(this)
    this.later = new LaterSteps(fetchLater, () => this.#laterChanged())
    this.#focus = new Focus(host)
  }

  hostDisconnected(): void {
    // Taken out while loading: the host opens anew when it is put back.
    if (this.flow.step === 'loading') this.agenda?.close()
  }

  /** Begins, or begins anew: another event type or proxy is another agenda. */
  async open(api: Api, slug: string, format: Format): Promise<void> {
    if (this.#isHeld) {
      this.#wanted = () => void this.open(api, slug, format)
      return
    }
    if (this.flow.step === 'booked') return
    this.agenda?.close()
    this.agenda = new Agenda(api, slug, {
      changed: () => this.host.requestUpdate(),
      late: (month) => this.#late(month),
    })
    this.format = format
    this.flow = { step: 'loading' }
    this.draft = {}
    this.cursorDay = undefined
    this.host.requestUpdate()
    await this.#arrive(this.agenda)
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
    this.#focus.lead(...GRID)
  }

  /** Another language, zone or clock: nothing that he has done is lost. */
  speak(format: Format): void {
    this.format = format
    void this.agenda.speak(format.lang)
    this.host.requestUpdate()
  }

  async refresh(): Promise<void> {
    await this.host.updateComplete
    await this.agenda.refresh()
  }

  async turn(month: Month): Promise<void> {
    const { agenda } = this
    this.#go({ to: 'month', month, day: this.#firstDay(month) })
    if (agenda.get(month)) return
    if (agenda.isLate(month)) this.#late(month)
    const isShown = () => !agenda.closed && this.flow.step === 'pick' && this.flow.month === month
    await agenda.load(month).then(
      () => isShown() && this.#go({ to: 'month', month, day: this.#firstDay(month) }),
      (error: Error) => isShown() && this.#miss(error.message, 'unavailable'),
    )
  }

  show(month: Month): void {
    void this.turn(month)
    this.#focus.lead(...GRID)
  }

  intend(month: Month): void {
    if (!this.agenda.get(month)) this.agenda.load(month).catch(() => undefined)
  }

  pickDay(day: Day): void {
    this.#focus.lead()
    this.cursorDay = day
    this.#go({ to: 'day', day })
    this.host.dispatchEvent(new DayEvent(day))
  }

  pickTime(start: Instant): void {
    this.#focus.lead()
    this.#go({ to: 'time', day: dayIn(this.format.zone, start), start })
    this.host.dispatchEvent(new SlotEvent(start))
    void this.later.load(true)
  }

  cursor(day: Day): void {
    if (this.flow.step === 'pick' && monthOf(day) !== this.flow.month) void this.turn(monthOf(day))
    this.cursorDay = day
    this.#focus.lead(`[data-day="${day}"]`)
    this.host.requestUpdate()
  }

  back(): void {
    const { flow } = this
    this.#go({ to: 'back' })
    if (flow.step === 'details') this.#focus.lead(`.times [data-start="${flow.start}"]`, ...GRID)
    void this.refresh()
  }

  booked(booking: Booking, email: string | undefined): void {
    this.draft = {}
    this.#go({ to: 'booked', booking, email })
  }

  async #arrive(agenda: Agenda): Promise<void> {
    const opened = await agenda.open(this.format.lang)
    if (agenda.closed) return
    if ('away' in opened) {
      this.#go({ to: 'away', reason: opened.away })
      return this.#miss(opened.code, opened.away)
    }
    // The first time decides the month: on the visitor's clocks it may be in the one after the proxy's.
    const [first] = opened.slots.slots
    await this.turn(first ? monthOf(dayIn(this.format.zone, first)) : opened.slots.month)
    await this.host.updateComplete
    if (agenda.closed) return
    this.host.dispatchEvent(new ReadyEvent())
    void this.later.load(false)
  }

  #late(month: Month | undefined): void {
    const { flow } = this
    const isShown = month ? flow.step === 'pick' && flow.month === month : flow.step === 'loading'
    if (isShown) this.host.dispatchEvent(new FallbackEvent('slow'))
  }

  #miss(code: string, reason: FallbackEvent['reason']): void {
    this.host.dispatchEvent(new BookingErrorEvent(code))
    this.host.dispatchEvent(new FallbackEvent(reason))
  }

  #laterChanged(): void {
    this.host.requestUpdate()
    const isMissed = this.later.state === 'late' || this.later.state === 'failed'
    if (isMissed && this.flow.step === 'details') this.#miss('no_answer', 'form')
  }

  #go(by: Move): void {
    this.flow = move(this.flow, by)
    this.host.requestUpdate()
  }

  #firstDay(month: Month): Day | undefined {
    if (!this.agenda.get(month)) return undefined
    return [...this.agenda.days(this.format.zone).keys()].find((day) => monthOf(day) === month)
  }
}
