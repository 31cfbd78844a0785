import type { EventType } from '../calcom/index.ts'
import type { NotBookable } from '../contract.ts'
import { isKnown, questionsOf } from './fields.ts'
import { placesOf } from './locations.ts'
import { isOn } from './setting.ts'

/** Why the widget cannot book an event type; `undefined` where it can. */
export function whyNotBookable(eventType: EventType): NotBookable | undefined {
  if ((eventType.price ?? 0) > 0) return 'paid'
  if (isOn(eventType.seats)) return 'seats'
  if (isOn(eventType.recurrence)) return 'recurring'
  if (eventType.requiresBookerEmailVerification || eventType.bookingRequiresAuthentication) return 'verification'
  if (eventType.locations.length && !placesOf(eventType).length) return 'location'
  const questions = questionsOf(eventType.bookingFields)
  if (questions.some((field) => field.required && !isKnown(field))) return 'field'
  // Cal.com wants an answer to it all the same, and nobody could see what is missing.
  if (questions.some((field) => field.required && field.hidden && field.defaultValue === undefined)) return 'field'
  // Without a name there is no booking.
  return questions.some((field) => field.slug === 'name' && isKnown(field)) ? undefined : 'field'
}
