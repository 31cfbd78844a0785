import type { EventInfo, Instant, Slots } from '../proxy/contract.ts'
import type { Api } from './api.ts'
import type { Day, Month } from './day.ts'
import type { Flow } from './flow.ts'
import { byDay } from './zone.ts'

/** What an agenda is of. */
export interface Offer {
  /** Of the event type. */
  slug: string
  /** In minutes, where it is not the event type's own length. */
  duration?: number | undefined
  /** Opens the booking that is to be moved: its own time counts as free. */
  token?: string | undefined
}

/** A booking that is to be moved: what stands in place of the form once its new time is chosen. */
export interface Moving extends Offer {
  confirm(flow: Flow & { step: 'details' }): unknown
  /** Leaves the booking as it is, in words. */
  label: string
  leave(): void
}

/**
 * One event type and its free times: asked for once, kept by month, silent once closed.
 * A new event type, length or proxy is a new agenda.
 */
export class Agenda {
  event: EventInfo | undefined

  readonly #months = new Map<Month, Slots | null>()
  readonly #pending = new Map<Month | undefined, Promise<Slots>>()
  closed = false
  /** What the visitor holds himself is free for him, though for nobody else. */
  #own: Instant | undefined
  #days: { zone: string; days: Map<Day, Instant[]> } | undefined

  constructor(
    readonly api: Api,
    readonly offer: Offer,
    private readonly onChange: () => void,
  ) {}

  /** Takes no more answers. */
  close(): void {
    this.closed = true
  }

  /** Asks for event type and first times at once; gives them, unless the type cannot be booked. */
  async open(): Promise<Slots | undefined> {
    const slots = this.load()
    // Where both fail, the event type's failure says more.
    slots.catch(() => undefined)
    await this.renew('default')
    return this.event?.notBookable ? undefined : slots
  }

  /** Asks anew what the event type is: its consent, say, may have changed meanwhile. */
  async renew(cache: RequestCache = 'no-cache'): Promise<void> {
    this.event = await this.#ask<EventInfo>(`/v1/events/${this.offer.slug}`, cache)
    this.#changed()
  }

  /** The month's times; without `month`, those of the first month that has some. Callers at once share a request. */
  load(month?: Month, cache: RequestCache = 'default'): Promise<Slots> {
    let slots = this.#pending.get(month)
    if (!slots) {
      slots = this.#fetch(month, cache).finally(() => this.#pending.delete(month))
      this.#pending.set(month, slots)
    }
    return slots
  }

  /** What is known of a month; null: it could not be fetched, nor is it on its way again. */
  get(month: Month): Slots | null | undefined {
    return this.#months.get(month)
  }

  /** Times seen a while ago may be gone: asks again for every month that is known. What fails stays as it was. */
  async refresh(): Promise<void> {
    await Promise.allSettled([...this.#months].map(([month, slots]) => slots && this.load(month, 'no-cache')))
  }

  /** Counts a time as free that is hidden from all others; nothing: no more. */
  keep(own: Instant | undefined): void {
    if (own === this.#own) return
    this.#own = own
    this.#changed()
  }

  /** All that is known to be free, by the days of `zone`. */
  days(zone: string): ReadonlyMap<Day, Instant[]> {
    if (this.#days?.zone !== zone) {
      // Neighbouring months overlap by hours, so that each serves every zone.
      const starts = [...this.#months.values()].flatMap((slots) => slots?.slots ?? []).concat(this.#own ?? [])
      this.#days = { zone, days: byDay(zone, [...new Set(starts)].sort()) }
    }
    return this.#days.days
  }

  async #fetch(month: Month | undefined, cache: RequestCache): Promise<Slots> {
    const { slug, duration, token } = this.offer
    if (month && !this.get(month)) this.#months.delete(month)
    const of = token ? `bookings/${token}/slots` : 'slots'
    const query = `event=${slug}${duration ? `&duration=${duration}` : ''}${month ? `&month=${month}` : ''}`
    try {
      const slots = await this.#ask<Slots>(`/v1/${of}?${query}`, cache)
      this.#months.set(slots.month, slots)
      return slots
    } catch (error) {
      if (month && !this.get(month)) this.#months.set(month, null)
      throw error
    } finally {
      this.#changed()
    }
  }

  #ask<T>(path: string, cache: RequestCache): Promise<T> {
    return this.api.ask<T>(path, { cache })
  }

  #changed(): void {
    this.#days = undefined
    this.onChange()
  }
}
