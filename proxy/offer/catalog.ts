import type { Upstream } from '../booking/heart.ts'
import { CalcomRefused, EventType, Me } from '../calcom/index.ts'
import { bookingLink, type Config } from '../config.ts'
import type { Consent, EventInfo } from '../contract.ts'
import { ProblemError } from '../problem.ts'
import type { Store } from '../store/store.ts'
import { toEventInfo } from './event-info.ts'
import { Kept } from './kept.ts'
import { dayIn } from './months.ts'

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

/** An offer, and of what it was made. */
interface Made extends Offer {
  me: Me
  today: string
  /** Looked at last in this quarter of an hour: days begin with one, in every zone. */
  quarter: number
}

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
/** The last known serves for ever: with Cal.com down a request can still be checked, and queued. */
const AGES = { fresh: MINUTE, aging: 10 * MINUTE, last: Number.POSITIVE_INFINITY }

interface CatalogDeps {
  calcom: Upstream
  config: Pick<Config, 'EVENTS' | 'CAL_USERNAME' | 'CAL_BOOKING_URL' | 'CONTACTS'>
  consent: Consent
  store: Pick<Store, 'cache'>
  now: () => Date
  /** Takes work that goes on after an answer (default: it goes on by itself, and its failure is nobody's). */
  later?: (work: Promise<unknown>) => void
}

/** Reads event types from Cal.com, each about once a minute however many ask, and whose they are once for all. */
export function createCatalog({ calcom, config, consent, store, now, later = alone }: CatalogDeps): Catalog {
  const kept = { store, now, later, ages: AGES }
  // `null`: Cal.com has none of that name.
  const eventTypes = new Kept<EventType | null>({ ...kept, schema: EventType.nullable() })
  const hosts = new Kept<Me>({ ...kept, schema: Me })
  const load = loader(calcom, config.CAL_USERNAME)
  const offers = new WeakMap<EventType, Made>()

  function toOffer(slug: string, eventType: EventType, me: Me): Offer {
    const quarter = Math.floor(now().getTime() / QUARTER)
    const known = offers.get(eventType)
    if (known?.me === me && known.quarter === quarter) return known
    const today = dayIn(me.timeZone, now())
    if (known?.me === me && known.today === today) return Object.assign(known, { quarter })
    const ours = { consent, link: bookingLink(config, slug), contacts: config.CONTACTS, today }
    const made = { eventType, info: toEventInfo(eventType, me, ours), me, today, quarter }
    offers.set(eventType, made)
    return made
  }

  return {
    async get(slug) {
      if (!config.EVENTS.includes(slug)) throw notFound()
      const [{ value: eventType }, { value: me }] = await Promise.all([
        eventTypes.get(`event ${slug}`, () => load(slug)),
        hosts.get('host', () => calcom.reads.me.get()),
      ])
      if (!eventType) throw notFound()
      return toOffer(slug, eventType, me)
    },
  }
}

/**
 * Asks Cal.com for an event type by its id, since under its name it leaves out the hidden questions. What its id is,
 * only the name tells, once.
 */
function loader({ reads }: Upstream, username: string): (slug: string) => Promise<EventType | null> {
  const ids = new Map<string, number>()
  return async (slug) => {
    const known = await byId(reads, ids.get(slug))
    if (known?.slug === slug) return known
    const found = await reads.eventTypes.find({ username, eventSlug: slug })
    if (!found) return null
    ids.set(slug, found.id)
    return (await byId(reads, found.id)) ?? found
  }
}

/** `undefined` where there is none, or none that this key may see. */
async function byId({ eventTypes }: Upstream['reads'], id: number | undefined): Promise<EventType | undefined> {
  if (id === undefined) return undefined
  return eventTypes.get(id).catch((error: unknown) => {
    if (error instanceof CalcomRefused && (error.status === 403 || error.status === 404)) return undefined
    throw error
  })
}

const alone = (work: Promise<unknown>) => void work.catch(() => undefined)

const notFound = () => new ProblemError('event_not_found', { fields: { event: 'option' } })
