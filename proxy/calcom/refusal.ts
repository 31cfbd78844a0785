import type { CalcomRefused } from './errors.ts'

/** Why a booking was refused, as far as Cal.com's words tell. */
export type Refusal =
  | { why: 'not_available' }
  | { why: 'fields'; fields: Record<string, 'required' | 'invalid'> }
  | { why: 'other' }

/** All of these mean: this time cannot be had. The fourth is what the loser of a race for one start is told. */
const NOT_AVAILABLE = [
  'User either already has booking at this time or is not available',
  'can\'t be booked at the "start" time provided',
  'Attempting to book a meeting in the past',
  'An error occurred while querying the database',
  'booking limit',
  'No available users found',
]

/** Reads Cal.com's words, since its codes do not tell these apart. */
export function refusalOf(error: CalcomRefused): Refusal {
  if (NOT_AVAILABLE.some((words) => error.reason.includes(words))) return { why: 'not_available' }
  const fields = Object.fromEntries([...readResponses(error.reason), ...readSentence(error.reason)])
  return Object.keys(fields).length ? { why: 'fields', fields } : { why: 'other' }
}

/** `responses - {email}email_validation_error, {name}error_required_field, ` */
function readResponses(reason: string): [string, 'required' | 'invalid'][] {
  if (!reason.startsWith('responses - ')) return []
  return [...reason.matchAll(/\{([^}]+)\}(\w+)/g)].map(([, slug = '', what]) => [
    slug,
    what === 'error_required_field' ? 'required' : 'invalid',
  ])
}

/** `Missing required booking field response: topic - …`, `Invalid option 'x' for booking field 'topic'. …` */
function readSentence(reason: string): [string, 'required' | 'invalid'][] {
  if (reason.startsWith('Missing attendee phone number')) return [['attendeePhoneNumber', 'required']]
  if (/^(Booking location with|Validation failed for \w+ location)/.test(reason)) return [['location', 'invalid']]
  const missing = /^Missing required booking field response: (\S+)/.exec(reason)?.[1]
  const invalid = /booking field '([^']+)'/.exec(reason)?.[1]
  return missing ? [[missing, 'required']] : invalid ? [[invalid, 'invalid']] : []
}
