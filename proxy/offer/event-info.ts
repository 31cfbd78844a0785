import type { BookingField, EventType, Me } from '../calcom/index.ts'
import { type Consent, type EventInfo, type Field, FieldType, type NotBookable } from '../contract.ts'

/** Fields that Cal.com gives every form and fills in itself, or asks only when a booking is moved. */
const NOT_ASKED = ['title', 'location', 'rescheduleReason']

const PLACES: Record<string, EventInfo['place']> = {
  integration: 'video',
  organizersDefaultApp: 'video',
  link: 'link',
  phone: 'phone',
  address: 'address',
}

/** What the widget needs of an event type, and nothing else of the account. */
export function toEventInfo(eventType: EventType, me: Me, consent: Consent, link: string): EventInfo {
  const notBookable = whyNotBookable(eventType)
  return {
    slug: eventType.slug,
    title: eventType.title,
    duration: eventType.lengthInMinutes,
    durations: eventType.lengthInMinutesOptions ?? [eventType.lengthInMinutes],
    host: { name: eventType.users[0]?.name ?? me.name ?? me.username, timeZone: me.timeZone },
    confirmation: isOn(eventType.confirmationPolicy),
    place: PLACES[eventType.locations[0]?.type ?? ''] ?? 'other',
    fields: askedOf(eventType).flatMap(toField),
    consent,
    link,
    ...(notBookable && { notBookable }),
  }
}

function askedOf({ bookingFields }: EventType): BookingField[] {
  return bookingFields.filter(({ slug, hidden }) => !hidden && !NOT_ASKED.includes(slug))
}

function toField({ type, slug, required, label, placeholder, options, isDefault }: BookingField): Field[] {
  const known = FieldType.safeParse(type)
  if (!known.success) return []
  return [
    {
      slug,
      type: known.data,
      required: required ?? false,
      // Cal.com's own fields carry the key of a translation instead of a label: `your_name`.
      ...(label && !(isDefault && /^[a-z_]+$/.test(label)) && { label }),
      ...(placeholder && { placeholder }),
      ...(options && { options }),
    },
  ]
}

/** Why the widget cannot book an event type; `undefined` where it can. */
export function whyNotBookable(eventType: EventType): NotBookable | undefined {
  if ((eventType.price ?? 0) > 0) return 'paid'
  if (isOn(eventType.seats)) return 'seats'
  if (isOn(eventType.recurrence)) return 'recurring'
  if (eventType.requiresBookerEmailVerification || eventType.bookingRequiresAuthentication) return 'verification'
  // Without a location in the booking Cal.com takes the first one; of these it would have to be told by the visitor.
  if (eventType.locations[0]?.type.startsWith('attendee')) return 'location'
  const isKnown = ({ type }: BookingField) => FieldType.safeParse(type).success
  const asked = askedOf(eventType)
  if (asked.some((field) => field.required && !isKnown(field))) return 'field'
  // Cal.com can ask the name in two parts, which is a field of another type; without a name there is no booking.
  if (!asked.some((field) => field.slug === 'name' && isKnown(field))) return 'field'
  return undefined
}

const isOn = (setting: { disabled?: boolean | undefined } | null | undefined) => !!setting && !setting.disabled
