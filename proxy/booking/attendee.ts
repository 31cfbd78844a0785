import type { CreateBookingInput } from '../calcom/index.ts'
import type { Answer, Field } from '../contract.ts'
import { toNumber } from './answers.ts'
import type { Offer } from './catalog.ts'
import type { CheckedRequest } from './submit.ts'

/** Cal.com's names of the fields that are no custom answers but parts of the booking. */
const PHONE = 'attendeePhoneNumber'
const GUESTS = 'guests'

/** A checked request as Cal.com wants it. Our own metadata wins over the page's. */
export function toCalcomBooking(
  { eventType, info }: Offer,
  { start, answers, timeZone, lang, metadata }: CheckedRequest,
  minutes: number,
  ours: Record<string, string>,
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
    ...(Array.isArray(guests) && { guests }),
    ...(info.durations.length > 1 && { lengthInMinutes: minutes }),
    ...(Object.keys(others).length && { bookingFieldsResponses: toResponses(info.fields, others) }),
    metadata: { ...metadata, ...ours },
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
