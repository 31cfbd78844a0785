import type { Instant, Month, Slots } from '../contract.ts'
import type { Offer } from './catalog.ts'
import { addMonths, isInEveryZone, monthIn, type Span, spanOf } from './months.ts'

/** Cal.com is not asked about months beyond: an address with a month in it must not buy calls without end. */
const HORIZON_MONTHS = 13

/** Free starts as UTC instants, earliest first. */
export interface Free {
  starts: Instant[]
  /** When Cal.com was asked. */
  asOf: Instant
  /** Whether these are the last known, since Cal.com could not be asked; at most 15 minutes old. */
  stale: boolean
}

/** Finds what is free within a span. */
export type FindFree = (span: Span) => Promise<Free>

/** The free starts of an event type by month, whoever they are free for: `free` knows that. */
export class Calendar {
  readonly #offer: Offer
  readonly #now: () => Date
  readonly #free: FindFree

  constructor(offer: Offer, now: () => Date, free: FindFree) {
    this.#offer = offer
    this.#now = now
    this.#free = free
  }

  /** This month, on the host's clocks. */
  get thisMonth(): Month {
    return monthIn(this.#offer.info.host.timeZone, this.#now())
  }

  /** The last one that is looked at. */
  get lastMonth(): Month {
    return addMonths(this.thisMonth, HORIZON_MONTHS)
  }

  /** What Cal.com is asked when a month is: this one and the next together, as who sees one often sees the other. */
  windowOf(month: Month): Span {
    const first = this.thisMonth
    const second = addMonths(first, 1)
    return month === first || month === second ? { start: spanOf(first).start, end: spanOf(second).end } : spanOf(month)
  }

  /** The free starts of a month in every zone at once: of the month ± 14 h. */
  async ofMonth(month: Month): Promise<Free> {
    const now = this.#now().toISOString()
    const { start, end } = spanOf(month)
    if (end <= now || month > this.lastMonth) return { starts: [], asOf: now, stale: false }
    const { starts, ...asked } = await this.#free(this.windowOf(month))
    return { ...asked, starts: starts.filter((one) => start <= one && one < end) }
  }

  /** The first month with a free start, on the host's clocks; this month when a year has none. */
  async firstMonth(): Promise<Month> {
    const month = this.thisMonth
    const start = (await this.ofMonth(month)).starts[0]
    if (start) return monthIn(this.#offer.info.host.timeZone, start)
    return (await this.monthAfter(month)) ?? month
  }

  /** The month, on the host's clocks, of the first free start after `month`; `undefined` when a year has none. */
  async monthAfter(month: Month): Promise<Month | undefined> {
    const last = this.lastMonth
    if (month >= last) return undefined
    const { thisMonth } = this
    // Whatever month is asked for, these are the same two questions.
    const near = this.windowOf(thisMonth)
    const far = { start: spanOf(addMonths(thisMonth, 2)).start, end: spanOf(last).end }
    return this.#firstAfter(month, await this.#free(near)) ?? this.#firstAfter(month, await this.#free(far))
  }

  /** A month (default: the first with a free start) as the widget wants it; `duration` in minutes. */
  async slots(duration: number, wanted?: Month): Promise<Slots> {
    const month = wanted ?? (await this.firstMonth())
    const { starts, asOf, stale } = await this.ofMonth(month)
    const hasAny = starts.some((start) => isInEveryZone(month, start))
    const next = hasAny ? undefined : await this.monthAfter(month)
    return { event: this.#offer.info.slug, month, duration, asOf, stale, slots: starts, ...(next && { next }) }
  }

  /** The month of the first start after `month`. Zones are asked of few starts, since that takes time. */
  #firstAfter(month: Month, { starts }: Free): Month | undefined {
    const { timeZone } = this.#offer.info.host
    const from = spanOf(addMonths(month, 1)).start
    const start = starts.find((one) => one >= from && monthIn(timeZone, one) > month)
    return start && monthIn(timeZone, start)
  }
}
