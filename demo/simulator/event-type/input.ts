import type { BookingField, BookingWindow, ConfirmationPolicy, EventType, Seats } from '../account.ts'
import { bookingFields } from '../fields.ts'
import { readChange } from '../http/body.ts'
import { isObject } from '../http/check.ts'
import { iso, toMs } from '../time.ts'
import { readFields } from './fields.ts'
import { checkConnected, readLocations } from './locations.ts'
import { EVENT_TYPE, EVENT_TYPE_CHANGE, EXTRAS } from './rules.ts'

/** A body that has passed the rules. */
interface Input extends Partial<Omit<EventType, 'bookingFields' | 'recurrence' | 'extras'>> {
  bookingFields?: unknown
  recurrence?: object
  [more: string]: unknown
}

const NULLABLE = ['scheduleId', 'slotInterval', 'successRedirectUrl']

/** Reads the body of `POST /v2/event-types`. */
export const readEventType = (body: unknown) => read(body, EVENT_TYPE) as Partial<EventType> & { slug: string }

/** Reads the body of `PATCH /v2/event-types/:id`: what is to be different. */
export const readEventTypeChange = (body: unknown) => read(body, EVENT_TYPE_CHANGE)

function read(body: unknown, rules: typeof EVENT_TYPE): Partial<EventType> {
  // What is wrong with these two is told before all else, and in words of their own.
  const sent: Record<string, unknown> = isObject(body) ? body : {}
  const locations = isSent(sent.locations) ? readLocations(sent.locations) : undefined
  const fields = isSent(sent.bookingFields) ? readFields(sent.bookingFields) : undefined
  const { locations: _, bookingFields: __, ...input } = readChange<Input>(body, rules, NULLABLE)
  if (locations) checkConnected(locations)
  return {
    ...plainOf(input),
    ...(locations && { locations }),
    ...fieldsOf(fields, input.disableGuests),
    extras: extrasOf(input),
  }
}

const isSent = (value: unknown) => value !== undefined && value !== null

function plainOf(input: Input): Partial<EventType> {
  const { slug, lengthInMinutesOptions, bookingWindow, confirmationPolicy, seats, recurrence, ...rest } = input
  const { disableGuests: _, ...plain } = rest
  const own = Object.entries(plain).filter(([name]) => !Object.hasOwn(EXTRAS, name))
  return {
    ...Object.fromEntries(own),
    ...(slug === undefined ? {} : { slug: lenientSlug(slug) }),
    ...(lengthInMinutesOptions && { lengthInMinutesOptions, metadata: { multipleDuration: lengthInMinutesOptions } }),
    ...(bookingWindow && { bookingWindow: windowOf(bookingWindow) }),
    ...(confirmationPolicy && { confirmationPolicy: policyOf(confirmationPolicy) }),
    ...(seats && { seats: seatsOf(seats) }),
    // Who switches it off at one that has it keeps it: Cal.com takes that for nothing to change.
    ...(recurrence && !isOff(recurrence) ? { recurrence } : {}),
  }
}

/** Cal.com leaves a slug as it is, but for what could break an address at its start. */
const lenientSlug = (slug: string) => slug.trim().replace(/^-+/, '').replace(/^\.+/, '').replace(/^_+/, '')

/** Guests are switched off by hiding their field. */
function fieldsOf(fields: BookingField[] | undefined, disableGuests: boolean | undefined): Partial<EventType> {
  if (!fields && disableGuests === undefined) return {}
  const all = (fields ?? bookingFields()).map((field) =>
    field.slug === 'guests' && disableGuests !== undefined ? { ...field, hidden: disableGuests } : field,
  )
  return { bookingFields: all, disableGuests: all.some(({ slug, hidden }) => slug === 'guests' && hidden) }
}

function windowOf(window: BookingWindow): BookingWindow {
  if (!('type' in window) || isOff(window)) return { disabled: true }
  if (window.type !== 'range') return { type: window.type, value: window.value, rolling: Boolean(window.rolling) }
  const [first, last] = window.value
  return { type: 'range', value: [dayOf(first), dayOf(last)] }
}

const dayOf = (date: string) => iso(toMs(date)).slice(0, 10)

const isOff = (setting: object) => 'disabled' in setting && setting.disabled === true

function policyOf(policy: ConfirmationPolicy): ConfirmationPolicy {
  if (!('type' in policy) || isOff(policy)) return { disabled: true }
  const { type, noticeThreshold, blockUnconfirmedBookingsInBooker: blocks } = policy
  const threshold = type === 'time' ? { noticeThreshold } : {}
  return { type, ...threshold, blockUnconfirmedBookingsInBooker: Boolean(blocks) }
}

function seatsOf(seats: Seats): Seats {
  if (!('seatsPerTimeSlot' in seats) || isOff(seats)) return { disabled: true }
  const { seatsPerTimeSlot, showAttendeeInfo, showAvailabilityCount } = seats
  return { seatsPerTimeSlot, showAttendeeInfo, showAvailabilityCount }
}

/** What is only kept to be shown; limits that are off are not shown at all. */
function extrasOf(input: Input): Record<string, unknown> {
  const given = Object.entries(input).filter(([name]) => Object.hasOwn(EXTRAS, name))
  return Object.fromEntries(
    given.map(([name, value]) => {
      if (name === 'calVideoSettings') return [name, { sendTranscriptionEmails: true, ...Object(value) }]
      const isLimit = name === 'bookingLimitsCount' || name === 'bookingLimitsDuration'
      return [name, isLimit && isOff(Object(value)) ? undefined : value]
    }),
  )
}
