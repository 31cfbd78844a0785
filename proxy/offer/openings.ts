import { z } from 'zod'
import type { Upstream } from '../booking/heart.ts'
import { CalcomError } from '../calcom/index.ts'
import type { Instant } from '../contract.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Store } from '../store/store.ts'
import { Calendar, type FindFree, type Free } from './calendar.ts'
import type { Offer } from './catalog.ts'
import { Kept } from './kept.ts'
import { daysAround, isWithin, type Span, weeksAround } from './months.ts'
import { Overlay } from './overlay.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** A start must be in times that are fresh to be booked. */
const AGES = { fresh: 30 * SECOND, aging: 10 * MINUTE, last: 15 * MINUTE }
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

/** A booking that is to be moved. */
export interface Moving {
  /** Cal.com's uid of it. */
  uid: string
  start: Instant
  /** Ids of claims that are no hindrance: its own. */
  except: string[]
}

/** Asks, or gives the answer that was just given. */
type Once = <T>(ask: () => Promise<T>) => Promise<T>

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

  /** When such a meeting can be had, by month. */
  calendar(offer: Offer, minutes: number): Calendar {
    return this.#calendar(offer, (span) => this.#free(offer, minutes, span))
  }

  /**
   * The same for whoever moves his booking: what it alone blocks counts as free. Cal.com is asked for the weeks around
   * it alone, by `once`, and all else is as it is for everybody; so is all when Cal.com cannot be asked.
   */
  calendarForMove(offer: Offer, minutes: number, { uid, start, except }: Moving, once: Once): Calendar {
    const weeks = weeksAround(start)
    return this.#calendar(offer, async (span) => {
      const all = await this.#free(offer, minutes, span)
      const ask = () => this.#forMove(offer, minutes, weeks, { moving: uid, by: 'reads' })
      const own = await once(ask).catch(unlessUnavailable)
      if (!own) return all
      const free = this.#overlay.free(offer, minutes, own, except)
      const starts = [
        ...all.starts.filter((one) => !isWithin(weeks, one)),
        ...free.filter((one) => isWithin(span, one) && isWithin(weeks, one)),
      ]
      return { ...all, asOf: all.asOf < own.asOf ? all.asOf : own.asOf, starts: starts.sort() }
    })
  }

  /**
   * Whether Cal.com offers a start, as of 30 s ago at most, and nobody else has claimed it. Throws when Cal.com cannot
   * be asked.
   */
  async isFree(offer: Offer, minutes: number, start: Instant, asker: Asker = {}): Promise<boolean> {
    const { except, moving, by = 'bookings' } = asker
    const month = start.slice(0, 7)
    const calendar = this.calendar(offer, minutes)
    if (start <= this.#deps.now().toISOString() || month > calendar.lastMonth) return false
    await this.#overlay.refresh()
    const answer = moving
      ? await this.#forMove(offer, minutes, daysAround(start), { moving, by })
      : await this.#fresh(offer, minutes, calendar.windowOf(month), by)
    return this.#overlay.free(offer, minutes, answer, except).includes(start)
  }

  /** Whether a start may be free, as far as is known without asking Cal.com: no only if the last known says so. */
  async mayBeFree(offer: Offer, minutes: number, start: Instant): Promise<boolean> {
    const span = this.calendar(offer, minutes).windowOf(start.slice(0, 7))
    const last = await this.#kept.last(keyOf(offer, minutes, span))
    return last === undefined || last.value.includes(start)
  }

  /** The free starts closest to `start`, at most three, earliest first. */
  async nearest(offer: Offer, minutes: number, start: Instant): Promise<Instant[]> {
    const month = start.slice(0, 7)
    const calendar = this.calendar(offer, minutes)
    const distance = (other: Instant) => Math.abs(Date.parse(other) - Date.parse(start))
    const near = (await calendar.ofMonth(month)).starts.filter((other) => other !== start)
    const next = near.length < 3 && (await calendar.monthAfter(month))
    const later = next ? (await calendar.ofMonth(next)).starts : []
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

  async #forMove(offer: Offer, minutes: number, span: Span, { moving, by }: { moving: string; by: keyof Upstream }) {
    const { calcom, now } = this.#deps
    const asOf = now().toISOString()
    const query = { ...queryOf(offer, minutes, span), bookingUidToReschedule: moving }
    return { value: await calcom[by].slots.list(query), asOf, stale: false }
  }

  #calendar(offer: Offer, free: FindFree): Calendar {
    return new Calendar(offer, this.#deps.now, free)
  }
}

/** Does without Cal.com; throws on what is no failure of its. */
function unlessUnavailable(error: unknown): undefined {
  if (!(error instanceof CalcomError)) throw error
}

/** Several lengths: Cal.com is told which; one only: it refuses to be told. */
function queryOf({ eventType, info }: Offer, minutes: number, span: Span) {
  return { eventTypeId: eventType.id, duration: info.durations.length > 1 ? minutes : undefined, ...span }
}

function keyOf(offer: Offer, minutes: number, span: Span): string {
  const { eventTypeId, duration = '', start, end } = queryOf(offer, minutes, span)
  return `slots ${eventTypeId} ${duration} ${start} ${end}`
}
