import type { EventType, Location } from '../account.ts'
import { refuse } from '../http/refusal.ts'
import { insideName } from '../views/old-fields.ts'
import type { BookingInput } from './input.ts'

/** A location as an answer: which kind, and what the attendee says of it. */
export interface Place {
  value: string
  optionValue: string
}

/** The location asked for, if the event type offers it. */
export function placeOf(eventType: EventType, input: BookingInput): Place | undefined {
  const location = input.location || input.meetingUrl
  if (!location) return undefined
  if (typeof location === 'string') return placeOfText(location)
  checkOffered(eventType, location)
  const said = location.phone ?? location.address ?? location.location
  return { value: insideName(location), optionValue: location.type.startsWith('attendee') ? String(said ?? '') : '' }
}

// Older callers send a bare string.
function placeOfText(location: string): Place {
  if (/^(https?:\/\/|www\.)/i.test(location)) return { value: 'link', optionValue: location }
  if (/^\+?[\d\s()-]{7,}$/.test(location)) return { value: 'phone', optionValue: location }
  return { value: 'somewhereElse', optionValue: location }
}

function checkOffered({ id, locations }: EventType, { type, integration }: { type: string; integration?: unknown }) {
  const types = locations.map((location) => location.type)
  if (!types.some((offered) => offered === type)) {
    const text = `Booking location with type ${type} not valid for event type with id=${id}. The event type has following location types: ${types.join(', ')}, and only these types are allowed for booking location.`
    throw refuse(400, text)
  }
  const offered = locations.flatMap((location) => (location.type === 'integration' ? [location.integration] : []))
  if (type === 'integration' && integration !== undefined && !offered.includes(String(integration))) {
    const text = `Booking location with integration ${integration} not valid for event type with id=${id}. The event type has following integrations: ${offered.join(', ')}, and only these integrations are allowed for booking location.`
    throw refuse(400, text)
  }
}

/** Where the meeting is, as the booking keeps it. The event type's first location, when none was asked for. */
export function whereIs({ locations }: EventType, place: Place | undefined): string {
  if (place?.optionValue) return place.optionValue
  const chosen = place ? locations.find((location) => insideName(location) === place.value) : locations[0]
  return chosen ? told(chosen) : (place?.value ?? 'integrations:daily')
}

function told(location: Location): string {
  if (location.type === 'link') return location.link
  if (location.type === 'address') return location.address
  return location.type === 'phone' ? location.phone : insideName(location)
}
