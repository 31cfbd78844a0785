import { z } from 'zod'
import type { Upstream } from '../booking/heart.ts'
import type { Instant, Month } from '../contract.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Store } from '../store/store.ts'
import type { Offer } from './catalog.ts'
import { Kept } from './kept.ts'
import { addMonths, daysAround, monthIn, type Span, spanOf } from './months.ts'
import { Overlay } from './overlay.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** A start must be in times that are fresh to be booked. */
const AGES = { fresh: 30 * SECOND, aging: 10 * MINUTE, last: 15 * MINUTE }
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

interface OpeningsDeps {
  calcom: Upstream
  store: Store
  now: () => Date
  metrics: Pick<Metrics, 'slots'>
  /** Whose time it is: a Cal.com user name. */
  host: string
  /** Takes work that goes on after an answer (default: it goes on by itself, and its failure is nobody's). */
  later?: (work: Promise<unknown>) => void
}

/** For whom a start is to be free. */
interface Asker {
  /** Ids of claims of his own. */
  except?: string[]
  /** Cal.com's uid of his booking, whose own time counts as free. */
  moving?: string
  /** Whose part of the budget is spent (default: that of bookings). */
  by?: keyof Upstream
}

/** When a meeting of so many minutes can be had: Cal.com's answers, less what was taken through us since. */
export class Openings {
  readonly #deps: OpeningsDeps
  readonly #overlay: Overlay
  readonly #kept: Kept<Instant[]>

  constructor(deps: OpeningsDeps) {
    const { store, now, later = (work) => void work.catch(() => undefined) } = deps
    const overlay = new Overlay(deps)
    const droppedAt = () => overlay.droppedAt
    this.#deps = deps
    this.#overlay = overlay
    this.#kept = new Kept({ store, now, later, schema: z.array(z.string()), ages: AGES, droppedAt })
  }

  /** Grows when something of ours has changed what is free. */
  get changes(): number {
    return this.#overlay.changes
  }

  /** Claims were taken or given back here: shows at once. */
  claimsChanged(): void {
    this.#overlay.changed()
  }

  /** Something has changed at Cal.com: it is asked anew, by all instances. */
  drop(): Promise<void> {
    return this.#overlay.drop()
  }

  /** The free starts of a month in every zone at once: of the month ± 14 h. */
  async ofMonth(offer: Offer, minutes: number, month: Month): Promise<Free> {
    const now = this.#deps.now().toISOString()
    const { start, end } = spanOf(month)
    if (end <= now || month > this.#lastMonth(offer)) return { starts: [], asOf: now, stale: false }
    const { starts, ...asked } = await this.#free(offer, minutes, this.#windowOf(offer, month))
    return { ...asked, starts: starts.filter((one) => start <= one && one < end) }
  }

  /** The first month with a free start, on the host's clocks; this month when a year has none. */
  async firstMonth(offer: Offer, minutes: number): Promise<Month> {
    const month = this.#thisMonth(offer)
    const start = (await this.ofMonth(offer, minutes, month)).starts[0]
    if (start) return monthIn(offer.info.host.timeZone, start)
    return (await this.monthAfter(offer, minutes, month)) ?? month
  }

  /** The month, on the host's clocks, of the first free start after `month`; `undefined` when a year has none. */
  async monthAfter(offer: Offer, minutes: number, month: Month): Promise<Month | undefined> {
    const last = this.#lastMonth(offer)
    if (month >= last) return undefined
    const thisMonth = this.#thisMonth(offer)
    // Whatever month is asked for, these are the same two questions.
    const near = this.#windowOf(offer, thisMonth)
    const far = { start: spanOf(addMonths(thisMonth, 2)).start, end: spanOf(last).end }
    return (
      firstAfter(offer, month, await this.#free(offer, minutes, near)) ??
      firstAfter(offer, month, await this.#free(offer, minutes, far))
    )
  }

  /**
   * Whether Cal.com offers a start, as of 30 s ago at most, and nobody else has claimed it. Throws when Cal.com cannot
   * be asked.
   */
  async isFree(offer: Offer, minutes: number, start: Instant, asker: Asker = {}): Promise<boolean> {
    const { except, moving, by = 'bookings' } = asker
    const month = start.slice(0, 7)
    if (start <= this.#deps.now().toISOString() || month > this.#lastMonth(offer)) return false
    await this.#overlay.refresh()
    const answer = moving
      ? await this.#forMove(offer, minutes, start, moving)
      : await this.#fresh(offer, minutes, this.#windowOf(offer, month), by)
    return this.#overlay.free(offer, minutes, answer, except).includes(start)
  }

  /** Whether a start may be free, as far as is known without asking Cal.com: no only if the last known says so. */
  async mayBeFree(offer: Offer, minutes: number, start: Instant): Promise<boolean> {
    const last = await this.#kept.last(keyOf(offer, minutes, this.#windowOf(offer, start.slice(0, 7))))
    return last === undefined || last.value.includes(start)
  }

  /** The free starts closest to `start`, at most three, earliest first. */
  async nearest(offer: Offer, minutes: number, start: Instant): Promise<Instant[]> {
    const month = start.slice(0, 7)
    const distance = (other: Instant) => Math.abs(Date.parse(other) - Date.parse(start))
    const near = (await this.ofMonth(offer, minutes, month)).starts.filter((other) => other !== start)
    const next = near.length < 3 && (await this.monthAfter(offer, minutes, month))
    const later = next ? (await this.ofMonth(offer, minutes, next)).starts : []
    return [...new Set([...near, ...later])]
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, 3)
      .sort()
  }

  async #free(offer: Offer, minutes: number, span: Span): Promise<Free> {
    await this.#overlay.refresh()
    const query = queryOf(offer, minutes, span)
    let outcome = 'hit'
    const answer = await this.#kept.get(keyOf(offer, minutes, span), () => {
      outcome = 'miss'
      return this.#deps.calcom.reads.slots.list(query)
    })
    this.#deps.metrics.slots.add(answer.stale ? 'stale' : outcome)
    return { asOf: answer.asOf, stale: answer.stale, starts: this.#overlay.free(offer, minutes, answer) }
  }

  #fresh(offer: Offer, minutes: number, span: Span, by: keyof Upstream) {
    const query = queryOf(offer, minutes, span)
    return this.#kept.fresh(keyOf(offer, minutes, span), () => this.#deps.calcom[by].slots.list(query))
  }

  async #forMove(offer: Offer, minutes: number, start: Instant, bookingUidToReschedule: string) {
    const { calcom, now } = this.#deps
    const asOf = now().toISOString()
    const query = { ...queryOf(offer, minutes, daysAround(start)), bookingUidToReschedule }
    return { value: await calcom.bookings.slots.list(query), asOf, stale: false }
  }

  /** What Cal.com is asked when a month is: this one and the next together, as who sees one often sees the other. */
  #windowOf(offer: Offer, month: Month): Span {
    const first = this.#thisMonth(offer)
    const second = addMonths(first, 1)
    return month === first || month === second ? { start: spanOf(first).start, end: spanOf(second).end } : spanOf(month)
  }

  #thisMonth(offer: Offer): Month {
    return monthIn(offer.info.host.timeZone, this.#deps.now())
  }

  #lastMonth(offer: Offer): Month {
    return addMonths(this.#thisMonth(offer), HORIZON_MONTHS)
  }
}

/** The month of the first start after `month`. Zones are asked of few starts, since that takes time. */
function firstAfter({ info }: Offer, month: Month, { starts }: Free): Month | undefined {
  const { timeZone } = info.host
  const from = spanOf(addMonths(month, 1)).start
  const start = starts.find((one) => one >= from && monthIn(timeZone, one) > month)
  return start && monthIn(timeZone, start)
}

/** Several lengths: Cal.com is told which; one only: it refuses to be told. */
function queryOf({ eventType, info }: Offer, minutes: number, span: Span) {
  return { eventTypeId: eventType.id, duration: info.durations.length > 1 ? minutes : undefined, ...span }
}

function keyOf(offer: Offer, minutes: number, span: Span): string {
  const { eventTypeId, duration = '', start, end } = queryOf(offer, minutes, span)
  return `slots ${eventTypeId} ${duration} ${start} ${end}`
}
