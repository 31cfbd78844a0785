import { intervalOf } from '../booking/claim.ts'
import type { Instant } from '../contract.ts'
import type { Claim, Store } from '../store/store.ts'
import type { Offer } from './catalog.ts'
import { AHEAD_MS, type Answer, LAG_MS } from './kept.ts'

/** How long what was read of the store may be used: other instances' changes show after so long. */
const READ_MS = 1_000
/** The oldest answer of Cal.com's that is still given. */
const OLDEST_MS = 15 * 60_000
/** Name of the mark that all instances share. */
const DROPPED = 'slots_dropped_at'

interface OverlayDeps {
  store: Pick<Store, 'claims' | 'marks'>
  now: () => Date
  /** Whose time it is: a Cal.com user name. */
  host: string
}

/**
 * What is known here and Cal.com's answers do not show: the times that were claimed through us, and since when
 * something has changed at Cal.com that older answers do not have.
 */
export class Overlay {
  readonly #deps: OverlayDeps
  #claims: Claim[] = []
  #droppedAt: Instant | '' = ''
  #readAt = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | undefined
  /** Grows when something of ours has changed. */
  changes = 0

  constructor(deps: OverlayDeps) {
    this.#deps = deps
  }

  /** Since when answers count; empty when it does not matter. */
  get droppedAt(): Instant | '' {
    return this.#droppedAt
  }

  /** Reads the store, unless that was done within the last second. A store that fails changes nothing. */
  async refresh(): Promise<void> {
    if (Math.abs(this.#deps.now().getTime() - this.#readAt) < READ_MS) return
    this.#reading ??= this.#read()
    await this.#reading
  }

  /** Claims have changed: they are read again before they are next used. */
  changed(): void {
    this.changes++
    this.#readAt = Number.NEGATIVE_INFINITY
    this.#reading = undefined
  }

  /** Something has changed at Cal.com: no instance goes by older answers. */
  async drop(): Promise<void> {
    this.#droppedAt = this.#deps.now().toISOString()
    this.changed()
    await this.#deps.store.marks.set(DROPPED, this.#droppedAt)
  }

  /** The starts of an answer that are still to come and that nobody has claimed. */
  free(offer: Offer, minutes: number, { value, asOf }: Answer<Instant[]>, except: string[] = []): Instant[] {
    const now = this.#deps.now().toISOString()
    const claims = this.#claims.filter((claim) => !except.includes(claim.id) && hides(claim, asOf, now))
    const toCome = value.filter((start) => start > now)
    if (!claims.length) return toCome
    return toCome.filter((start) => {
      const { from, to } = intervalOf(offer, minutes, start)
      return !claims.some((claim) => from < claim.to && claim.from < to)
    })
  }

  async #read(): Promise<void> {
    const { store, now, host } = this.#deps
    const time = now().getTime()
    const { changes } = this
    const instant = new Date(time).toISOString()
    const since = new Date(time - OLDEST_MS - LAG_MS).toISOString()
    const read = await Promise.all([store.claims.live(instant, since), store.marks.get(DROPPED)]).catch(() => undefined)
    // Something changed while it was read: whoever comes next reads again.
    if (changes !== this.changes) return
    this.#reading = undefined
    this.#readAt = time
    if (!read) return
    const [claims, droppedAt = ''] = read
    this.#claims = claims.filter((claim) => claim.host === host)
    // A mark from the future is of a clock that was wrong: nothing would ever be new again.
    if (Date.parse(droppedAt) > time + AHEAD_MS) return
    if (droppedAt > this.#droppedAt || Date.parse(this.#droppedAt) > time + AHEAD_MS) this.#droppedAt = droppedAt
  }
}

/** A claim hides its time while it holds, and from answers that may be from before Cal.com took the booking. */
function hides({ until, settledAt }: Claim, asOf: Instant, now: Instant): boolean {
  return until > now || (settledAt !== null && Date.parse(asOf) < Date.parse(settledAt) + LAG_MS)
}
