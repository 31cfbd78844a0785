import type { Offer } from '../offer/catalog.ts'
import { type Heart, inMs } from './heart.ts'

const MINUTE = 60_000

/** A stretch of the host's time, ends as instants. */
export interface Interval {
  from: string
  to: string
}

/** The time a meeting takes of the host, with what its event type keeps free around it. */
export function intervalOf({ eventType }: Offer, minutes: number, start: string): Interval {
  const begin = Date.parse(start)
  const at = (ms: number) => new Date(begin + ms).toISOString()
  return {
    from: at(-(eventType.beforeEventBuffer ?? 0) * MINUTE),
    to: at((minutes + (eventType.afterEventBuffer ?? 0)) * MINUTE),
  }
}

interface Wanted {
  /** The `ref` of the request. */
  id: string
  offer: Offer
  minutes: number
  start: string
  /** Claims that are no hindrance: the visitor's own hold, the booking that is moved. */
  except?: string[]
  /** For how long, in ms (default: as long as somebody may work on the request, twice). */
  forMs?: number
}

/**
 * Takes the host's time for a request before Cal.com is asked, since Cal.com lets overlapping bookings through that are
 * made at the same time. Taken again, it lasts longer. False when somebody else has part of it.
 */
export async function claimTime(heart: Heart, { id, offer, minutes, start, except, forMs }: Wanted): Promise<boolean> {
  const { store, openings, config, times, now } = heart
  const taken = await store.claims.take(
    {
      id,
      kind: 'request',
      host: config.CAL_USERNAME,
      ...intervalOf(offer, minutes, start),
      until: inMs(heart, forMs ?? 2 * times.lease),
      address: null,
    },
    { now: now().toISOString(), ...(except && { except }) },
  )
  openings.claimsChanged()
  return taken
}

/** Cal.com has it: for a minute its own lists may not show it yet. */
export async function settleClaim(heart: Heart, id: string): Promise<void> {
  await heart.store.claims.settle(id, heart.now().toISOString(), inMs(heart, heart.times.settled))
  heart.openings.claimsChanged()
}

/** Gives the time back. */
export async function releaseClaim({ store, openings }: Heart, id: string): Promise<void> {
  await store.claims.release(id)
  openings.claimsChanged()
}
