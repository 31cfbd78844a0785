import type { CreateBookingInput, EventType, Location as Offered } from '../calcom/index.ts'
import type { ChosenLocation, Location } from '../contract.ts'

const TYPES: Record<string, Location['type']> = {
  attendeePhone: 'attendeePhone',
  attendeeAddress: 'attendeeAddress',
  attendeeDefined: 'attendeeDefined',
  address: 'address',
  link: 'link',
  phone: 'phone',
  integration: 'integration',
  organizersDefaultApp: 'integration',
  conferencing: 'integration',
}

/** Under which name Cal.com takes what a visitor has to say of a place. */
const SAID: Record<string, string> = { attendeePhone: 'phone', attendeeAddress: 'address', attendeeDefined: 'location' }

/** Whether the visitor must say more than which. */
export const asksMore = (type: Location['type']) => type in SAID

/**
 * Where a meeting may be, each kind once: a booking names the kind, and Cal.com takes the first of it. Kinds we do not
 * know are left out.
 */
export function placesOf({ locations }: Pick<EventType, 'locations'>): Location[] {
  const places = locations.flatMap(toPlace)
  return places.filter(({ id }, index) => places.findIndex((other) => other.id === id) === index)
}

/** What the visitor is asked, if there is anything to choose or to say. */
export function askedPlaces(eventType: Pick<EventType, 'locations'>): Location[] | undefined {
  const places = placesOf(eventType)
  return places.length > 1 || places.some(({ type }) => asksMore(type)) ? places : undefined
}

function toPlace(location: Offered): Location[] {
  const type = TYPES[location.type]
  if (!type) return []
  const { integration } = location
  const id = location.type === 'integration' && integration ? `integration:${integration}` : location.type
  const label = labelOf(location)
  return [{ id, type, ...(label && { label }) }]
}

/** What may be told before it is booked. */
function labelOf({ type, integration, address, link, phone, public: isPublic }: Offered): string | undefined {
  if (type === 'integration') return integration && appName(integration)
  if (!isPublic) return undefined
  return { address, link, phone }[type]
}

const APPS: Record<string, string> = {
  'google-meet': 'Google Meet',
  'office365-video': 'Microsoft Teams',
  'whatsapp-video': 'WhatsApp',
  'facetime-video': 'FaceTime',
  'cal-video': 'Cal Video',
}

/** `telegram-video` is Telegram. */
const appName = (integration: string) =>
  APPS[integration] ??
  integration
    .replace(/-(video|conferencing)$/, '')
    .replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => (dash && ' ') + letter.toUpperCase())

/** A visitor's choice as Cal.com wants it. */
export function toCalcomLocation({ id, value }: ChosenLocation): NonNullable<CreateBookingInput['location']> {
  const [type = id, integration] = id.split(':')
  const said = SAID[type]
  return { type, ...(integration && { integration }), ...(said && value && { [said]: value }) }
}
