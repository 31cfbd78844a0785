import { LRUCache } from 'lru-cache'
import type { EventType } from '../calcom/index.ts'
import { bookingLink, type Config } from '../config.ts'
import type { Consent, EventInfo } from '../contract.ts'
import { ProblemError } from '../problem.ts'
import { toEventInfo } from './event-info.ts'
import type { Upstream } from './heart.ts'

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

const FRESH_MS = 60_000

interface CatalogDeps {
  calcom: Upstream
  config: Pick<Config, 'EVENTS' | 'CAL_USERNAME' | 'CAL_BOOKING_URL'>
  consent: Consent
  now: () => Date
}

/** Reads event types from Cal.com, each at most once a minute however many ask. */
export function createCatalog({ calcom, config, consent, now }: CatalogDeps): Catalog {
  const offers = new LRUCache<string, Offer>({
    max: 100,
    ttl: FRESH_MS,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
    async fetchMethod(eventSlug) {
      const query = { username: config.CAL_USERNAME, eventSlug }
      const [eventType, me] = await Promise.all([calcom.reads.eventTypes.find(query), calcom.reads.me.get()])
      if (!eventType) throw notFound()
      return { eventType, info: toEventInfo(eventType, me, consent, bookingLink(config, eventSlug)) }
    },
  })
  return {
    async get(slug) {
      if (!config.EVENTS.includes(slug)) throw notFound()
      return offers.forceFetch(slug)
    },
  }
}

const notFound = () => new ProblemError('event_not_found', { fields: { event: 'option' } })
