import type { EventInfo, Instant, Lang, Slots } from '../proxy/contract.ts'
import { type Api, ApiError } from './api.ts'
import type { Day, Month } from './day.ts'
import type { AwayReason } from './flow.ts'
import { type Words, wordsOf } from './i18n/index.ts'
import { byDay } from './zone.ts'

/** After this without times the plain link appears beside the skeleton, in ms. */
const LATE_MS = 4_000

/** What came of opening an agenda. */
export type Opened = { slots: Slots } | { away: AwayReason; code: string }

/** Who wants to know. */
export interface AgendaListener {
  /** Something that is shown has changed. */
  changed(): void
  /** Four seconds have passed without a month's times; without `month`: without the first ones. */
  late(month: Month | undefined): void
}

/**
 * One event type and its free times: asked for once, kept by month, silent once closed.
 * A new event type or proxy is a new agenda.
 */
export class Agenda {
  event: EventInfo | undefined
  words: Words | undefined
  /** The months that could not be fetched. */
  readonly failed = new Set<Month>()

  readonly #known = new Map<Month, Slots>()
  readonly #pending = new Map<Month | undefined, Promise<Slots>>()
  readonly #late = new Set<Month | undefined>()
  readonly #stop = new AbortController()
  #lang: Lang | undefined
  #days: { zone: string; days: Map<Day, Instant[]> } | undefined

  constructor(
    readonly api: Api,
    private readonly slug: string,
    private readonly listener: AgendaListener,
  ) {}

  /** Takes no more answers. */
  close(): void {
    this.#stop.abort()
  }

  get closed(): boolean {
    return this.#stop.signal.aborted
  }

  /** Asks for words, event type and first times at once. Never rejects. */
  async open(lang: Lang): Promise<Opened> {
    try {
      const slots = await this.#watched(undefined, this.#first(lang))
      return slots ? { slots } : { away: 'not_bookable', code: 'not_bookable' }
    } catch (error) {
      const code = error instanceof ApiError ? error.message : 'no_answer'
      return { away: code === 'event_not_found' ? 'misconfigured' : 'unavailable', code }
    }
  }

  /** Speaks another language from now on; till its words are there, the one before. */
  async speak(lang: Lang): Promise<void> {
    this.#lang = lang
    const words = await wordsOf(lang)
    // Asked for another one meanwhile, whose words may have come first.
    if (lang !== this.#lang) return
    this.#update(() => {
      this.words = words
    })
  }

  /** Asks anew what the event type is: its consent, say, may have changed meanwhile. */
  async renew(): Promise<void> {
    const event = await this.api.event(this.slug, { signal: this.#stop.signal, cache: 'no-cache' })
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

  /** All that is known to be free, by the days of `zone`. */
  days(zone: string): ReadonlyMap<Day, Instant[]> {
    if (this.#days?.zone !== zone) {
      // Neighbouring months overlap by hours, so that each serves every zone.
      const starts = new Set([...this.#known.values()].flatMap(({ slots }) => slots))
      this.#days = { zone, days: byDay(zone, [...starts].sort()) }
    }
    return this.#days.days
  }

  async #first(lang: Lang): Promise<Slots | undefined> {
    const [, event, slots] = await Promise.all([
      this.speak(lang),
      this.api.event(this.slug, { signal: this.#stop.signal }).then((found) => (this.event = found)),
      this.load().catch((error: unknown) => ({ error })),
    ])
    if (event.notBookable) return undefined
    if ('error' in slots) throw slots.error
    return slots
  }

  async #fetch(month: Month | undefined, cache: RequestCache): Promise<Slots> {
    const asked = this.api.slots(this.slug, month, { signal: this.#stop.signal, cache })
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
