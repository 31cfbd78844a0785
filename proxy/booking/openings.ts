import { LRUCache } from 'lru-cache'
import type { Instant, Month } from '../contract.ts'
import type { Store } from '../store/store.ts'
import type { Offer } from './catalog.ts'
import { intervalOf } from './claim.ts'
import type { Upstream } from './heart.ts'
import { addMonths, monthIn, type Span, spanOf } from './months.ts'

/** A start must be in times that are at most this old to be booked. */
const FRESH_MS = 30_000
/** Cal.com is not asked about months beyond: an address with a month in it must not buy calls without end. */
const HORIZON_MONTHS = 13

/** The free starts of some span, earliest first, and when Cal.com was asked. */
export interface Free {
  starts: Instant[]
  asOf: Instant
}

interface Asked {
  eventTypeId: number
  duration: number | undefined
  span: Span
}

/** When a meeting of so many minutes can be had: Cal.com's answer, at most 30 s old, less what we took since. */
export class Openings {
  readonly #now: () => Date
  readonly #store: Store
  readonly #spans

  constructor({ calcom, store, now }: { calcom: Upstream; store: Store; now: () => Date }) {
    this.#now = now
    this.#store = store
    this.#spans = new LRUCache<string, Free, Asked>({
      max: 500,
      ttl: FRESH_MS,
      ttlResolution: 0,
      perf: { now: () => now().getTime() },
      async fetchMethod(_key, _stale, { context: { eventTypeId, duration, span } }) {
        const asOf = now().toISOString()
        return { starts: await calcom.reads.slots.list({ eventTypeId, duration, ...span }), asOf }
      },
    })
  }

  /** The free starts of a month in every zone at once: of the month ± 14 h. */
  async ofMonth(offer: Offer, minutes: number, month: Month): Promise<Free> {
    const { first, last } = this.#horizon(offer)
    if (month < first || month > last) return { starts: [], asOf: this.#now().toISOString() }
    return this.#ofSpan(offer, minutes, spanOf(month))
  }

  /** The first month with a free start, on the host's clocks; this month when a year has none. */
  async firstMonth(offer: Offer, minutes: number): Promise<Month> {
    const month = monthIn(offer.info.host.timeZone, this.#now())
    const start = (await this.ofMonth(offer, minutes, month)).starts[0]
    if (start) return monthIn(offer.info.host.timeZone, start)
    return (await this.monthAfter(offer, minutes, month)) ?? month
  }

  /** The month, on the host's clocks, of the first free start after `month`; `undefined` when a year has none. */
  async monthAfter(offer: Offer, minutes: number, month: Month): Promise<Month | undefined> {
    const { first, last } = this.#horizon(offer)
    // Whatever long gone month is asked for, it is the same question.
    if (month < first) return this.monthAfter(offer, minutes, first)
    if (month >= last) return undefined
    // From the last hours of this month on: in some zone the next one has begun.
    const rest = { start: spanOf(addMonths(month, 1)).start, end: spanOf(last).end }
    const { starts } = await this.#ofSpan(offer, minutes, rest)
    return starts.map((start) => monthIn(offer.info.host.timeZone, start)).find((other) => other > month)
  }

  async isFree(
    offer: Offer,
    minutes: number,
    start: Instant,
    { except = [] }: { except?: string[]; moving?: string } = {},
  ): Promise<boolean> {
    return (await this.#ofSpan(offer, minutes, spanOf(start.slice(0, 7)), except)).starts.includes(start)
  }

  async mayBeFree(_offer: Offer, _minutes: number, _start: Instant): Promise<boolean> {
    return true
  }

  async drop() {
    this.#spans.clear()
  }

  claimsChanged() {}

  /** The free starts closest to `start`, at most three, earliest first. */
  async nearest(offer: Offer, minutes: number, start: Instant): Promise<Instant[]> {
    const distance = (other: Instant) => Math.abs(Date.parse(other) - Date.parse(start))
    const near = (await this.#around(offer, minutes, start)).filter((other) => other !== start)
    const next = near.length < 3 && (await this.monthAfter(offer, minutes, start.slice(0, 7)))
    const later = next ? (await this.ofMonth(offer, minutes, next)).starts : []
    return [...new Set([...near, ...later])]
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, 3)
      .sort()
  }

  async #around(offer: Offer, minutes: number, start: Instant): Promise<Instant[]> {
    return (await this.ofMonth(offer, minutes, start.slice(0, 7))).starts
  }

  /** Several lengths: Cal.com is told which; one only: it refuses to be told. */
  async #ofSpan(offer: Offer, minutes: number, span: Span, except: string[] = []): Promise<Free> {
    const { eventType, info } = offer
    const duration = info.durations.length > 1 ? minutes : undefined
    const key = [eventType.id, duration, span.start, span.end].join(' ')
    const { starts, asOf } = await this.#spans.forceFetch(key, {
      context: { eventTypeId: eventType.id, duration, span },
    })
    const now = this.#now().toISOString()
    const claims = (await this.#store.claims.live(now, now)).filter(
      ({ id, until }) => until > now && !except.includes(id),
    )
    const isHidden = (start: Instant) => {
      const { from, to } = intervalOf(offer, minutes, start)
      return claims.some((claim) => from < claim.to && claim.from < to)
    }
    return { asOf, starts: starts.filter((start) => !isHidden(start)) }
  }

  /** Last month, which still runs in some zones, to as far ahead as we look. */
  #horizon(offer: Offer): { first: Month; last: Month } {
    const month = monthIn(offer.info.host.timeZone, this.#now())
    return { first: addMonths(month, -1), last: addMonths(month, HORIZON_MONTHS) }
  }
}
