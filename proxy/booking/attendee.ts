import type { CreateBookingInput } from '../calcom/index.ts'
import type { Answer, Field } from '../contract.ts'
import type { Offer } from '../offer/catalog.ts'
import { toCalcomLocation } from '../offer/locations.ts'
import type { Entry } from '../store/store.ts'
import { toNumber } from './answers.ts'
import type { Wish } from './wish.ts'

/** Cal.com's names of the fields that are no custom answers but parts of the booking. */
const PHONE = 'attendeePhoneNumber'
const GUESTS = 'guests'

/** A recorded request as Cal.com wants it. Our own metadata, by which it is found again, wins over the page's. */
export function toCalcomBooking(
  { eventType, info }: Offer,
  { ref, start, mark, consentVersion, consentAt, adsVersion }: Entry,
  { answers, location, timeZone, lang, metadata, minutes }: Wish,
): CreateBookingInput {
  const { name, email, [PHONE]: phoneNumber, [GUESTS]: guests, ...others } = answers
  return {
    start,
    eventTypeId: eventType.id,
    attendee: {
      name: String(name),
      timeZone,
      language: lang,
      ...optional('email', email),
      ...optional('phoneNumber', phoneNumber),
    },
    ...(location && { location: toCalcomLocation(location) }),
    ...(Array.isArray(guests) && { guests }),
    ...(info.durations.length > 1 && { lengthInMinutes: minutes }),
    ...(Object.keys(others).length && { bookingFieldsResponses: toResponses(info.fields, others) }),
    metadata: {
      ...metadata,
      ref,
      request: mark,
      consent_version: consentVersion ?? '',
      consent_at: consentAt ?? '',
      ...(adsVersion && { ads_version: adsVersion }),
    },
  }
}

/** Cal.com wants numbers as numbers; a form has only text. */
function toResponses(fields: Field[], answers: Record<string, Answer>): Record<string, unknown> {
  const isNumber = (slug: string) => fields.some((field) => field.slug === slug && field.type === 'number')
  return Object.fromEntries(
    Object.entries(answers).map(([slug, answer]) => [slug, isNumber(slug) ? toNumber(String(answer)) : answer]),
  )
}

function optional<K extends string>(key: K, answer: Answer | undefined): { [P in K]?: string } {
  return (answer === undefined ? {} : { [key]: String(answer) }) as { [P in K]?: string }
}
