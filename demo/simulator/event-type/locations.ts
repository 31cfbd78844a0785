import type { Location } from '../account.ts'
import { aBoolean, aPhone, aString, aUrl, isObject, oneOf, type Rules, textsIn } from '../http/check.ts'
import { refuse } from '../http/refusal.ts'

const INTEGRATIONS = [
  ...['cal-video', 'google-meet', 'zoom', 'whereby-video', 'whatsapp-video', 'webex-video', 'telegram-video', 'tandem'],
  ...['sylaps-video', 'skype-video', 'sirius-video', 'signal-video', 'shimmer-video', 'salesroom-video', 'roam-video'],
  ...['riverside-video', 'ping-video', 'office365-video', 'mirotalk-video', 'jitsi', 'jelly-video'],
  ...['jelly-conferencing', 'huddle', 'facetime-video', 'element-call-video', 'eightxeight-video', 'discord-video'],
  ...['demodesk-video', 'campfire-video'],
]

/** What each kind of location must bring along, beside its type. */
const KINDS: Record<string, Rules> = {
  address: { address: aString, public: aBoolean },
  link: { link: aUrl, public: aBoolean },
  integration: { integration: oneOf(INTEGRATIONS) },
  phone: { phone: aPhone, public: aBoolean },
  attendeeAddress: {},
  attendeePhone: {},
  attendeeDefined: {},
}

/** Reads the `locations` of an event type. Of the apps only Cal Video is connected. */
export function readLocations(sent: unknown): Location[] {
  if (!Array.isArray(sent)) throw refuse(400, `'locations' must be an array.`)
  if (sent.length === 0) throw refuse(400, `'locations' must contain at least 1 location.`)
  return sent.map(readLocation)
}

function readLocation(sent: unknown): Location {
  if (!isObject(sent)) throw refuse(400, `Each object in 'locations' must be an object.`)
  const { type } = sent
  if (!type) throw refuse(400, `Each object in 'locations' must have a 'type' property.`)
  const rules = KINDS[String(type)]
  if (!rules) {
    throw refuse(400, `Unsupported location type '${type}'. Valid types are address, link, integration, and phone.`)
  }
  const texts = textsIn(sent, rules)
  if (texts.length > 0) throw refuse(400, `Validation failed for ${type} location: ${texts.join(', ')}`)
  const properties = Object.keys(rules).map((property) => [property, sent[property]])
  return { type, ...Object.fromEntries(properties) } as Location
}

// Some apps are called differently inside; the rest lose a -video at most.
const APPS: Record<string, string> = {
  ...{ 'office365-video': 'msteams', 'sylaps-video': 'sylapsvideo', 'sirius-video': 'sirius_video' },
  ...{ 'shimmer-video': 'shimmervideo', 'jelly-conferencing': 'jelly', huddle: 'huddle01' },
}

/** Throws unless the apps it happens in are connected. */
export function checkConnected(locations: readonly Location[]): void {
  for (const location of locations) {
    if (location.type !== 'integration' || location.integration === 'cal-video') continue
    const app = APPS[location.integration] ?? location.integration.replace(/-video$/, '')
    throw refuse(400, `${app} not connected.`)
  }
}
