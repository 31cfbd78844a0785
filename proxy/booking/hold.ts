import type { Hold } from '../contract.ts'
import type { Offer } from '../offer/catalog.ts'
import { ProblemError } from '../problem.ts'
import { intervalOf } from './claim.ts'
import { type Heart, inMs } from './heart.ts'
import { slotTaken } from './nearby.ts'

/** How many times one address may keep at once. */
const MOST = 2
/** And all together: nobody with many addresses may hide the whole calendar. */
const MOST_IN_ALL = 30

/** A time that a visitor wants kept while he fills in the form. */
export interface WantedHold {
  event: string
  start: string
  duration?: number | undefined
  /** An id of his own making: what it names is renewed or moved, or made. */
  hold?: string | undefined
}

/**
 * Keeps a time for five minutes, for whoever has the id, and by us alone: a reservation of Cal.com's would protect
 * nothing. Throws `slot_taken` with the nearest free times, `too_many_holds`, `invalid_fields`.
 */
export async function hold(heart: Heart, wanted: WantedHold, address: string | null): Promise<Hold> {
  const { store, openings, config, now, times } = heart
  const offer = await heart.catalog.get(wanted.event)
  if (offer.info.notBookable) throw new ProblemError('not_bookable')
  const minutes = wanted.duration ?? offer.info.duration
  if (!offer.info.durations.includes(minutes))
    throw new ProblemError('invalid_fields', { fields: { duration: 'duration' } })
  if (wanted.start <= now().toISOString()) throw new ProblemError('invalid_fields', { fields: { start: 'past' } })
  const own = await ownHold(heart, wanted.hold)
  if (!own && (await countHolds(heart)) >= MOST_IN_ALL) throw new ProblemError('too_many_holds')
  // Whoever makes the id himself can book with it even if this answer never reaches him.
  const id = wanted.hold ?? createId()
  if (!(await isOffered(heart, offer, minutes, wanted.start, id)))
    throw await slotTaken(heart, offer, minutes, wanted.start)
  const until = inMs(heart, times.hold)
  const claim = {
    id,
    kind: 'hold' as const,
    host: config.CAL_USERNAME,
    ...intervalOf(offer, minutes, wanted.start),
    until,
    address,
  }
  const isKept = await store.claims.take(claim, { now: now().toISOString(), ...(address && { most: MOST }) })
  if (!isKept) throw await whyNot(heart, { id, address }, () => slotTaken(heart, offer, minutes, wanted.start))
  openings.claimsChanged()
  return { id, start: wanted.start, until }
}

/** Lets go of a hold. Of one that is gone, nothing. */
export async function release({ store, openings }: Heart, id: string): Promise<void> {
  await store.claims.release(id)
  openings.claimsChanged()
}

async function countHolds({ store, now }: Heart): Promise<number> {
  const instant = now().toISOString()
  const claims = await store.claims.live(instant, instant)
  return claims.filter(({ kind, until }) => kind === 'hold' && until > instant).length
}

async function ownHold({ store, now }: Heart, id: string | undefined): Promise<string | undefined> {
  const own = id && (await store.claims.find(id, now().toISOString()))
  return own && own.kind === 'hold' ? id : undefined
}

/** What was last known will do, when Cal.com cannot be asked: booking asks again. */
const isOffered = ({ openings }: Heart, offer: Offer, minutes: number, start: string, id: string) =>
  openings
    .isFree(offer, minutes, start, { except: [id], by: 'reads' })
    .catch(() => openings.mayBeFree(offer, minutes, start))

async function whyNot(
  heart: Heart,
  { id, address }: { id: string; address: string | null },
  taken: () => Promise<ProblemError>,
) {
  const now = heart.now().toISOString()
  const isOwn = await heart.store.claims.find(id, now)
  const others = address && !isOwn ? await heart.store.claims.holdsOf(address, now) : 0
  return others >= MOST ? new ProblemError('too_many_holds') : taken()
}

/** 128 random bits. */
const createId = () => crypto.randomUUID().replaceAll('-', '')
