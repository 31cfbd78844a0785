import { aDate, aNumber, aString, aTimeZone, issuesOf, oneOf, optional, type Rules } from '../http/check.ts'
import { refuseIssues } from '../http/refusal.ts'

export interface SlotsInput {
  eventTypeId?: number
  eventTypeSlug?: string
  username?: string
  teamSlug?: string
  start: string
  end: string
  timeZone?: string
  duration?: number
  format?: string
  bookingUidToReschedule?: string
}

const COMMON: Rules = {
  start: aDate,
  end: aDate,
  timeZone: optional(aTimeZone),
  duration: optional(aNumber),
  format: optional(oneOf(['range', 'time'], "slotFormat must be either 'range' or 'time'")),
  bookingUidToReschedule: optional(aString),
}

const BY_ID: Rules = { eventTypeId: aNumber, ...COMMON }
const BY_USER: Rules = { eventTypeSlug: aString, username: aString, organizationSlug: optional(aString), ...COMMON }
const BY_TEAM: Rules = { eventTypeSlug: aString, teamSlug: aString, organizationSlug: optional(aString), ...COMMON }
// Who names no event type is taken to ask for the common times of several people.
const BY_PEOPLE: Rules = { usernames: people, organizationSlug: aString, ...COMMON }

function people(value: unknown, property: string) {
  const constraints: Record<string, string> = {}
  const isList = Array.isArray(value)
  if (!isList) constraints.isString = `each value in ${property} must be a string`
  if (!isList || value.length < 2) constraints.arrayMinSize = 'The array must contain at least 2 elements.'
  if (!isList) constraints.isArray = `${property} must be an array`
  return Object.keys(constraints).length > 0 ? { constraints } : undefined
}

/** Reads the query of `GET /v2/slots`, or throws what Cal.com has against it. */
export function readSlotsQuery(params: URLSearchParams): SlotsInput {
  const query: Record<string, unknown> = {}
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key)
    query[key] = transform(key, values.length > 1 ? values : (values[0] ?? ''))
  }
  refuseIssues(issuesOf(query, rulesFor(query)))
  return query as unknown as SlotsInput
}

function transform(key: string, value: string | string[]) {
  if (Array.isArray(value)) return value
  if (key === 'eventTypeId' || key === 'duration') return value && Number.parseInt(value, 10)
  if (key === 'format') return value ? value.toLowerCase() : undefined
  if (key === 'usernames') return value.split(',').map((name) => name.trim())
  return value
}

function rulesFor(query: object) {
  if ('eventTypeId' in query) return BY_ID
  if ('username' in query && 'eventTypeSlug' in query) return BY_USER
  return 'teamSlug' in query && 'eventTypeSlug' in query ? BY_TEAM : BY_PEOPLE
}
