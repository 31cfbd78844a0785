import type { Instant } from '../../proxy/contract.ts'
import { type Day, type Month, monthOf } from '../day.ts'
import { DayEvent, SlotEvent } from '../events.ts'
import { dayIn } from '../zone.ts'
import type { Visit } from './visit.ts'

/** Where the focus belongs after a move: on the day that Tab reaches, the first time of a list, or on the way on. */
export const GRID = ['[data-day][tabindex="0"]', '.times [data-start]', '[part~="retry"]', '[part~="link"]']

/** How many days a list shows at first. */
const FEW_DAYS = 4

/** What a visitor does to the first step. */
export class Picking {
  /** The day that the arrow keys stand on. */
  cursorDay: Day | undefined
  /** How many days the list has, in a narrow place. */
  shown = FEW_DAYS

  constructor(private readonly visit: Visit) {}

  /** To another month. */
  async turn(month: Month): Promise<void> {
    const { visit } = this
    const { agenda } = visit
    const show = () => visit.go({ to: 'month', month, day: this.#firstDay(month) })
    this.shown = FEW_DAYS
    show()
    if (agenda.get(month)) return
    if (agenda.isLate(month)) visit.late(month)
    const isShown = () => !agenda.closed && visit.flow.step === 'pick' && visit.flow.month === month
    await agenda.load(month).then(
      () => isShown() && show(),
      (error: Error) => isShown() && visit.miss(error.message, 'unavailable'),
    )
  }

  /** The same, and leads there. */
  show(month: Month): void {
    void this.turn(month)
    this.visit.lead(...GRID)
  }

  /** He may be about to turn there. */
  intend(month: Month): void {
    const { agenda } = this.visit
    if (!agenda.get(month)) agenda.load(month).catch(() => undefined)
  }

  pickDay(day: Day): void {
    this.visit.lead()
    this.cursorDay = day
    this.visit.go({ to: 'day', day })
    this.visit.host.dispatchEvent(new DayEvent(day))
  }

  pickTime(start: Instant): void {
    const { visit } = this
    visit.go({ to: 'time', day: dayIn(visit.format.zone, start), start })
    visit.lead('.step h3')
    visit.host.dispatchEvent(new SlotEvent(start))
    void visit.later.load()
  }

  cursor(day: Day): void {
    const { visit } = this
    if (visit.flow.step === 'pick' && monthOf(day) !== visit.flow.month) void this.turn(monthOf(day))
    this.cursorDay = day
    visit.lead(`[data-day="${day}"]`)
    visit.host.requestUpdate()
  }

  /** All times of a day in the list; leads to the first of those that come. */
  openDay(day: Day, first: Instant): void {
    this.pickDay(day)
    this.visit.lead(`.times [data-start="${first}"]`)
  }

  /** More days in the list. */
  moreDays(first: Instant): void {
    this.shown += 2 * FEW_DAYS
    this.visit.lead(`.times [data-start="${first}"]`)
    this.visit.host.requestUpdate()
  }

  /** Another length of the meeting. */
  setLength(duration: number): void {
    void this.visit.choose({ ...this.visit.agenda.offer, duration })
    this.visit.lead('[part~="duration"]:checked')
  }

  #firstDay(month: Month): Day | undefined {
    const { agenda, format } = this.visit
    return agenda.get(month) && [...agenda.days(format.zone).keys()].find((day) => monthOf(day) === month)
  }
}
