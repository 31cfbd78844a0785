import { z } from 'zod'
import type { Upstream } from '../booking/heart.ts'
import { EventType, Me } from '../calcom/index.ts'
import { bookingLink, type Config } from '../config.ts'
import type { Consent, EventInfo } from '../contract.ts'
import { ProblemError } from '../problem.ts'
import type { Store } from '../store/store.ts'
import { toEventInfo } from './event-info.ts'
import { type Answer, Kept } from './kept.ts'

/** The event types that may be booked here. */
export interface Catalog {
  /** Throws `event_not_found` for one that is not in `EVENTS` or that Cal.com does not have. */
  get(slug: string): Promise<Offer>
}

/** An event type as Cal.com has it, and as the widget may see it. */
export interface Offer {
  eventType: EventType
  info: EventInfo
}

const MINUTE = 60_000
/** The last known serves for ever: with Cal.com down a request can still be checked, and queued. */
const AGES = { fresh: MINUTE, aging: 10 * MINUTE, last: Number.POSITIVE_INFINITY }

/** What is kept of Cal.com's answers; `null`: it has no such event type. */
const Known = z.object({ eventType: EventType, me: Me }).nullable()
type Known = z.infer<typeof Known>

interface CatalogDeps {
  calcom: Upstream
  config: Pick<Config, 'EVENTS' | 'CAL_USERNAME' | 'CAL_BOOKING_URL'>
  consent: Consent
  store: Pick<Store, 'cache'>
  now: () => Date
  /** Takes work that goes on after an answer (default: it goes on by itself, and its failure is nobody's). */
  later?: (work: Promise<unknown>) => void
}

/** Reads event types from Cal.com, each about once a minute however many ask. */
export function createCatalog({ calcom, config, consent, store, now, later = alone }: CatalogDeps): Catalog {
  const known = new Kept({ store, now, later, schema: Known, ages: AGES })
  const offers = new WeakMap<NonNullable<Known>, Offer>()

  async function load(eventSlug: string): Promise<Known> {
    const query = { username: config.CAL_USERNAME, eventSlug }
    const [eventType, me] = await Promise.all([calcom.reads.eventTypes.find(query), calcom.reads.me.get()])
    return eventType ? { eventType, me } : null
  }

  function toOffer({ value }: Answer<Known>, slug: string): Offer {
    if (!value) throw notFound()
    const info = () => toEventInfo(value.eventType, value.me, consent, bookingLink(config, slug))
    const offer = offers.get(value) ?? { eventType: value.eventType, info: info() }
    offers.set(value, offer)
    return offer
  }

  return {
    async get(slug) {
      if (!config.EVENTS.includes(slug)) throw notFound()
      return toOffer(await known.get(`event ${slug}`, () => load(slug)), slug)
    },
  }
}

const alone = (work: Promise<unknown>) => void work.catch(() => undefined)

const notFound = () => new ProblemError('event_not_found', { fields: { event: 'option' } })
