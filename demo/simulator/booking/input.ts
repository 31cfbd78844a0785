import {
  aDate,
  all,
  anInteger,
  anObject,
  aString,
  aTimeZone,
  atLeast,
  isObject,
  issuesOf,
  oneOf,
  optional,
  type Rule,
  type Rules,
  strings,
} from '../http/check.ts'
import { type Issue, refuse, refuseIssues } from '../http/refusal.ts'
import { LANGUAGES } from '../languages.ts'

export interface BookingInput {
  start: string
  eventTypeId?: number
  eventTypeSlug?: string
  username?: string
  teamSlug?: string
  attendee: { name: string; email?: string; phoneNumber?: string; timeZone: string; language?: string }
  guests?: string[]
  location?: string | { type: string; [more: string]: unknown }
  meetingUrl?: string
  metadata?: Record<string, unknown>
  lengthInMinutes?: number
  bookingFieldsResponses?: Record<string, unknown>
}

const ATTENDEE: Rules = {
  name: aString,
  // A bad address passes here; the event type's own fields are what it fails at.
  email: () => undefined,
  timeZone: aTimeZone,
  phoneNumber: () => undefined,
  language: optional(oneOf(LANGUAGES)),
}

const attendee: Rule = (value, property) => {
  if (value === undefined || value === null) return `${property} should not be null or undefined`
  if (typeof value !== 'object') return `nested property ${property} must be either object or array`
  const children = [...issuesOf(value, ATTENDEE), ...contactIssues(value)]
  return children.length > 0 ? { constraints: {}, children } : undefined
}

function contactIssues(value: { email?: unknown; phoneNumber?: unknown }): Issue[] {
  if (value.email || value.phoneNumber) return []
  const text = 'Attendee must have at least one contact method (email or phone number)'
  return [{ property: 'attendee email or phone', constraints: { requireEmailOrPhone: text } }]
}

const metadata: Rule = (value, property) => {
  const constraints: Record<string, string> = {}
  if (!isMetadata(value)) {
    constraints.limits =
      'Metadata must have at most 50 keys, each key up to 40 characters, and string values up to 500 characters.'
  }
  if (!isObject(value)) constraints.isObject = `${property} must be an object`
  return Object.keys(constraints).length > 0 ? { constraints } : undefined
}

function isMetadata(value: unknown) {
  if (!isObject(value) || Object.keys(value).length > 50) return false
  return Object.entries(value).every(([key, item]) => {
    if (key.length > 40) return false
    return typeof item === 'string' ? item.length <= 500 : typeof item === 'number' || typeof item === 'boolean'
  })
}

const url: Rule = (value, property) => (URL.canParse(String(value)) ? undefined : `${property} must be a URL address`)

const count = optional(all(atLeast(1), anInteger))

const BOOKING: Rules = {
  start: aDate,
  attendee,
  bookingFieldsResponses: optional(anObject),
  eventTypeId: optional(anInteger),
  eventTypeSlug: optional(aString),
  username: optional(aString),
  teamSlug: optional(aString),
  organizationSlug: optional(aString),
  guests: optional(strings),
  meetingUrl: optional(url),
  location: () => undefined,
  metadata: optional(metadata),
  lengthInMinutes: count,
  routing: optional(anObject),
  emailVerificationCode: optional(aString),
}

/** Reads the body of `POST /v2/bookings`, or throws what Cal.com has against it. */
export function readBooking(body: unknown): BookingInput {
  if (typeof body !== 'object' || body === null) throw refuse(400, 'Body should be an object')
  const rules = Object.hasOwn(body, 'recurrenceCount') ? { ...BOOKING, recurrenceCount: count } : BOOKING
  refuseIssues([...issuesOf(body, rules), ...eventTypeIssues(body)])
  return body as BookingInput
}

function eventTypeIssues(body: Partial<Record<string, unknown>>): Issue[] {
  const { eventTypeId, eventTypeSlug, username, teamSlug } = body
  if (eventTypeId || (eventTypeSlug && (username || teamSlug))) return []
  const text = 'Either eventTypeId or eventTypeSlug + username or eventTypeSlug + teamSlug must be provided'
  return [{ property: 'eventTypeId or eventTypeSlug + username', constraints: { identification: text } }]
}

const OLD = ['start', 'end', 'eventTypeId', 'eventTypeSlug', 'timeZone', 'user', 'language', 'metadata', 'responses']
const OLD_RULES: Rules = {
  start: aDate,
  eventTypeId: optional(anInteger),
  timeZone: aTimeZone,
  language: aString,
  metadata: anObject,
}

/** What version 2024-04-15 has against a body: it wants other things, and echoes what it knows of these. */
export function oldBookingIssues(body: object) {
  const target = Object.fromEntries(Object.entries(body).filter(([property]) => OLD.includes(property)))
  const known = Object.fromEntries(Object.entries(target).filter(([property]) => Object.hasOwn(OLD_RULES, property)))
  return { target, issues: issuesOf(known, OLD_RULES) }
}
