import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import type { Instant } from '../contract.ts'
import type { Store } from '../store/store.ts'

/** An answer of Cal.com's. */
export interface Answer<T> {
  value: T
  /** When Cal.com was asked. */
  asOf: Instant
  /** Whether it should be newer, and Cal.com could not be asked. */
  stale: boolean
}

/** Up to which age an answer is what, in ms. */
export interface Ages {
  /** As good as new. */
  fresh: number
  /** Given at once, while Cal.com is asked behind it. */
  aging: number
  /** Given when Cal.com cannot be asked. */
  last: number
}

interface KeptOptions<T> {
  store: Pick<Store, 'cache'>
  now: () => Date
  later: (work: Promise<unknown>) => void
  /** Of what stands in the store: something of an older shape is not taken for an answer. */
  schema: z.ZodType<T>
  ages: Ages
  /** Answers from before do not count any more, but as the last known (default: all count). */
  droppedAt?: () => Instant | ''
}

/** One answer, in memory. */
interface Held<T> extends Answer<T> {
  /** Not asked anew before, in ms: Cal.com has just failed. */
  retryAt: number
  /** Of the drop that was known when Cal.com was asked. */
  droppedAt: Instant | ''
}

/** Cal.com answers the same question from memory for 2 s: what changed there may not show for so long. */
export const LAG_MS = 3_000
/** After a failure Cal.com is left alone for so long. */
const PAUSE_MS = 5_000
/** Who asks Cal.com has so long; meanwhile others look every so often whether he has an answer. */
const ASKING_MS = 5_000
const LOOK_MS = 50

/** So far clocks of instances may differ. */
export const AHEAD_MS = 60_000

/** Asks Cal.com. What comes back can be written as JSON. */
export type Load<T> = () => Promise<T>

/**
 * Answers of Cal.com's, kept in memory and shared between the instances through the store: whoever asks, Cal.com is
 * asked once. An answer in memory costs no access to the store.
 */
export class Kept<T> {
  readonly #options: Required<KeptOptions<T>>
  readonly #held = new LRUCache<string, Held<T>>({ max: 500 })
  readonly #pending = new Map<string, Promise<Held<T>>>()

  constructor(options: KeptOptions<T>) {
    this.#options = { droppedAt: () => '', ...options }
  }

  /** What is known, if it is new enough to be given; else Cal.com's answer; else the last known, if not too old. */
  async get(key: string, load: Load<T>): Promise<Answer<T>> {
    const held = this.#held.get(key) ?? (await this.#recall(key))
    const age = this.#ageOf(held)
    if (!held || age === 'gone') return this.#renew(key, load)
    const isPaused = held.retryAt > this.#options.now().getTime()
    if (age === 'fresh' || isPaused) return held
    if (age === 'old') return this.#renew(key, load).catch((error: unknown) => this.#lastInstead(key, error))
    this.#renew(key, load).catch(() => undefined)
    return held
  }

  /** An answer that is as good as new. Throws when Cal.com cannot be asked. */
  async fresh(key: string, load: Load<T>): Promise<Answer<T>> {
    const known = [
      () => this.#held.get(key),
      () => this.#pending.get(key)?.catch(() => undefined),
      () => this.#recall(key),
    ]
    for (const look of known) {
      const held = await look()
      if (held && this.#ageOf(held) === 'fresh') return held
    }
    return this.#once(key, () => this.#load(key, load))
  }

  /** The last known, without asking Cal.com; `undefined` when it is too old. */
  async last(key: string): Promise<Answer<T> | undefined> {
    const held = this.#held.get(key)
    const known = this.#ageOf(held) === 'gone' ? await this.#recall(key) : held
    return this.#ageOf(known) === 'gone' ? undefined : known
  }

  #ageOf(held: Held<T> | undefined): 'fresh' | 'aging' | 'old' | 'gone' {
    const { ages, now, droppedAt } = this.#options
    const time = now().getTime()
    const age = held ? time - Date.parse(held.asOf) : Number.POSITIVE_INFINITY
    // From the future: a clock was wrong when it was asked for.
    if (!held || age > ages.last || age < -AHEAD_MS) return 'gone'
    const dropped = droppedAt()
    if (age > ages.aging || (held.asOf <= dropped && held.droppedAt !== dropped)) return 'old'
    // Asked so soon after the drop that Cal.com may have answered from before it.
    const lagEnds = dropped ? Date.parse(dropped) + LAG_MS : 0
    return age > ages.fresh || (Date.parse(held.asOf) <= lagEnds && lagEnds < time) ? 'aging' : 'fresh'
  }

  #lastInstead(key: string, error: unknown): Answer<T> {
    const held = this.#held.get(key)
    if (!held || this.#ageOf(held) === 'gone') throw error
    return held
  }

  #renew(key: string, load: Load<T>): Promise<Held<T>> {
    return this.#once(key, () => this.#ask(key, load))
  }

  /** However many want it, it is done once at a time. */
  #once(key: string, work: () => Promise<Held<T>>): Promise<Held<T>> {
    const running = this.#pending.get(key)
    if (running) return running
    const promise = work().finally(() => this.#pending.delete(key))
    this.#pending.set(key, promise)
    // Others wait for it too, so it goes on even if whoever began it goes away.
    this.#options.later(promise.catch(() => undefined))
    return promise
  }

  /**
   * Of all instances one asks Cal.com. The others wait for its answer, and ask when it has failed or takes too long.
   */
  async #ask(key: string, load: Load<T>): Promise<Held<T>> {
    const { store, now } = this.#options
    for (let waited = 0; waited <= ASKING_MS; waited += LOOK_MS) {
      const shared = await this.#recall(key)
      if (shared && this.#ageOf(shared) === 'fresh') return shared
      const until = new Date(now().getTime() + ASKING_MS).toISOString()
      if (await store.cache.ask(key, now().toISOString(), until).catch(() => true)) break
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
    return this.#load(key, load)
  }

  async #load(key: string, load: Load<T>): Promise<Held<T>> {
    const { store, now, droppedAt } = this.#options
    const asked = { asOf: now().toISOString(), droppedAt: droppedAt() }
    const value = await load().catch(async (error: unknown) => {
      await this.#failed(key, error)
      throw error
    })
    const held = { value, ...asked, stale: false, retryAt: 0 }
    this.#held.set(key, held)
    await store.cache.put(key, { value: JSON.stringify(value), asOf: asked.asOf }).catch(() => undefined)
    return held
  }

  async #failed(key: string, error: unknown): Promise<void> {
    const { store, now, later } = this.#options
    const held = this.#held.get(key)
    if (held) {
      this.#held.set(key, { ...held, stale: true, retryAt: now().getTime() + PAUSE_MS })
      // An older answer may stand in, so that nobody would hear of it.
      later(Promise.reject(error))
    }
    await store.cache.giveUp(key).catch(() => undefined)
  }

  /** What the instances share, if it is newer than what is held here. A store that fails has nothing. */
  async #recall(key: string): Promise<Held<T> | undefined> {
    const { store, schema } = this.#options
    const cached = await store.cache.get(key).catch(() => undefined)
    const held = this.#held.get(key)
    if (!cached || (held && cached.asOf <= held.asOf)) return held
    const parsed = schema.safeParse(parseJson(cached.value))
    if (!parsed.success) return held
    const recalled = { value: parsed.data, asOf: cached.asOf, stale: false, retryAt: 0, droppedAt: '' as const }
    this.#held.set(key, recalled)
    return recalled
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
