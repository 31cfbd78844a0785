import type { EventInfo, Instant, Slots } from '../proxy/contract.ts'
import { type Api, ApiError } from './api.ts'
import type { Day, Month } from './day.ts'
import type { AwayReason } from './flow.ts'
import { byDay } from './zone.ts'

/** After this without times the plain link appears beside the skeleton, in ms. */
const LATE_MS = 4_000

/** What came of opening an agenda. */
export type Opened = { slots: Slots } | { away: AwayReason; code: string }

/** What an agenda is of. */
export interface Offer {
  /** Of the event type. */
  slug: string
  /** In minutes, where it is not the event type's own length. */
  duration?: number | undefined
  /** Opens the booking that is to be moved: its own time counts as free. */
  token?: string | undefined
}

/** Who wants to know. */
export interface AgendaListener {
  /** Something that is shown has changed. */
  changed(): void
  /** Four seconds have passed without a month's times; without `month`: without the first ones. */
  late(month: Month | undefined): void
}

/**
 * One event type and its free times: asked for once, kept by month, silent once closed.
 * A new event type, length or proxy is a new agenda.
 */
export class Agenda {
  event: EventInfo | undefined
  /** The months that could not be fetched. */
  readonly failed = new Set<Month>()

  readonly #known = new Map<Month, Slots>()
  readonly #pending = new Map<Month | undefined, Promise<Slots>>()
  readonly #late = new Set<Month | undefined>()
  readonly #stop = new AbortController()
  /** What the visitor holds himself is free for him, though for nobody else. */
  #own: Instant | undefined
  #days: { zone: string; days: Map<Day, Instant[]> } | undefined

  constructor(
    readonly api: Api,
    readonly offer: Offer,
    private readonly listener: AgendaListener,
  ) {}

  /** Takes no more answers. */
  close(): void {
    this.#stop.abort()
  }

  get closed(): boolean {
    return this.#stop.signal.aborted
  }

  /** Asks for event type and first times at once. Never rejects. */
  async open(): Promise<Opened> {
    try {
      const slots = await this.#watched(undefined, this.#first())
      if (slots) return { slots }
      return { away: this.event?.notBookable === 'paid' ? 'paid' : 'not_bookable', code: 'not_bookable' }
    } catch (error) {
      const code = error instanceof ApiError ? error.message : 'no_answer'
      return { away: code === 'event_not_found' ? 'misconfigured' : 'unavailable', code }
    }
  }

  /** Asks anew what the event type is: its consent, say, may have changed meanwhile. */
  async renew(): Promise<void> {
    const event = await this.api.event(this.offer.slug, { signal: this.#stop.signal, cache: 'no-cache' })
    this.#update(() => {
      this.event = event
    })
  }

  /** The month's times; without `month`, those of the first month that has some. Callers at once share a request. */
  load(month?: Month, cache: RequestCache = 'default'): Promise<Slots> {
    let pending = this.#pending.get(month)
    if (!pending) {
      if (month) this.failed.delete(month)
      pending = this.#fetch(month, cache).finally(() => this.#pending.delete(month))
      this.#pending.set(month, pending)
    }
    return pending
  }

  get(month: Month): Slots | undefined {
    return this.#known.get(month)
  }

  isLate(month?: Month): boolean {
    return this.#late.has(month)
  }

  /** Times seen a while ago may be gone: asks again for every month that is known. What fails stays as it was. */
  async refresh(): Promise<void> {
    await Promise.allSettled([...this.#known.keys()].map((month) => this.load(month, 'no-cache')))
  }

  /** Counts a time as free that is hidden from all others; nothing: no more. */
  keep(own: Instant | undefined): void {
    if (own !== this.#own) this.#update(() => (this.#own = own))
  }

  /** All that is known to be free, by the days of `zone`. */
  days(zone: string): ReadonlyMap<Day, Instant[]> {
    if (this.#days?.zone !== zone) {
      // Neighbouring months overlap by hours, so that each serves every zone.
      const starts = new Set([...this.#known.values()].flatMap(({ slots }) => slots))
      if (this.#own) starts.add(this.#own)
      this.#days = { zone, days: byDay(zone, [...starts].sort()) }
    }
    return this.#days.days
  }

  async #first(): Promise<Slots | undefined> {
    const [event, slots] = await Promise.all([
      this.api.event(this.offer.slug, { signal: this.#stop.signal }).then((found) => (this.event = found)),
      this.load().catch((error: unknown) => ({ error })),
    ])
    if (event.notBookable) return undefined
    if ('error' in slots) throw slots.error
    return slots
  }

  async #fetch(month: Month | undefined, cache: RequestCache): Promise<Slots> {
    const asked = this.api.slots(this.offer, month, { signal: this.#stop.signal, cache })
    try {
      const slots = await (month && !this.#known.has(month) ? this.#watched(month, asked) : asked)
      this.#update(() => this.#known.set(slots.month, slots))
      return slots
    } catch (error) {
      if (month && !this.#known.has(month)) this.#update(() => this.failed.add(month))
      throw error
    }
  }

  #watched<T>(month: Month | undefined, work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.#update(() => this.#late.add(month))
      if (!this.closed) this.listener.late(month)
    }, LATE_MS)
    return work.finally(() => {
      clearTimeout(timer)
      this.#late.delete(month)
    })
  }

  #update(change: () => void): void {
    if (this.closed) return
    change()
    this.#days = undefined
    this.listener.changed()
  }
}
