import type { EventType, Me } from '../calcom/index.ts'
import type { Consent, EventInfo } from '../contract.ts'
import { type Labelled, toContact } from '../settings/contacts.ts'
import { toFields } from './fields.ts'
import { askedPlaces } from './locations.ts'
import { whyNotBookable } from './not-bookable.ts'
import { isOn } from './setting.ts'
import { lastDay } from './window.ts'

const PLACES: Record<string, EventInfo['place']> = {
  integration: 'video',
  organizersDefaultApp: 'video',
  link: 'link',
  phone: 'phone',
  address: 'address',
  attendeePhone: 'phone',
  attendeeAddress: 'address',
}

/** What is ours to tell with an event type. */
interface Ours {
  consent: Consent
  link: string
  contacts: Labelled[]
  /** On the host's clocks, `2026-11-25`. */
  today: string
}

/** What the widget needs of an event type, and nothing else of the account. */
export function toEventInfo(eventType: EventType, me: Me, { consent, link, contacts, today }: Ours): EventInfo {
  const notBookable = whyNotBookable(eventType)
  const locations = askedPlaces(eventType)
  const price = priceOf(eventType)
  const until = lastDay(eventType.bookingWindow, today)
  const description = eventType.description?.trim()
  return {
    slug: eventType.slug,
    title: eventType.title,
    ...(description && { description }),
    duration: eventType.lengthInMinutes,
    durations: eventType.lengthInMinutesOptions ?? [eventType.lengthInMinutes],
    host: { name: eventType.users[0]?.name ?? me.name ?? me.username, timeZone: me.timeZone },
    confirmation: isOn(eventType.confirmationPolicy),
    place: PLACES[eventType.locations[0]?.type ?? ''] ?? 'other',
    ...(locations && { locations }),
    fields: toFields(eventType),
    ...(price && { price }),
    ...(until && { until }),
    consent,
    link,
    ...(contacts.length && { contacts: contacts.map(toContact) }),
    ...(notBookable && { notBookable }),
  }
}

/** Cal.com counts in the smallest unit: kopecks, cents, but whole yen. */
function priceOf({ price, currency }: EventType): EventInfo['price'] {
  if (!price || price < 0 || !currency) return undefined
  const name = currency.toUpperCase()
  try {
    const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency: name,
    }).resolvedOptions()
    return { amount: price / 10 ** digits, currency: name }
  } catch {
    // No currency that anybody could write.
    return undefined
  }
}
