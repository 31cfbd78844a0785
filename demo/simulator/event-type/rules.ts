import {
  aBoolean,
  all,
  aNumber,
  anArray,
  anEnum,
  anInteger,
  anObject,
  aString,
  atLeast,
  atMost,
  aUrl,
  each,
  isObject,
  nested,
  notEmpty,
  optional,
  type Rule,
  type Rules,
  rule,
  unique,
} from '../http/check.ts'

const minutes = all(atLeast(1), anInteger)
const atLeastZero = optional(all(atLeast(0), anInteger))
const flag = optional(aBoolean)
const anything = optional(() => undefined)

const SEATS: Rules = {
  seatsPerTimeSlot: all(atMost(1000), atLeast(1), anInteger),
  showAttendeeInfo: aBoolean,
  showAvailabilityCount: aBoolean,
  disabled: flag,
}

const RECURRENCE: Rules = {
  interval: anInteger,
  occurrences: anInteger,
  frequency: anEnum(['yearly', 'monthly', 'weekly']),
}

/** Settings that may be switched off: by the property that tells them from `{ disabled: true }`. */
const switched =
  (property: string, rules: Rules): Rule =>
  (value, name) =>
    nested(isObject(value) && property in value ? rules : { disabled: flag })(value, name)

const isOff = (value: unknown) => isObject(value) && value.disabled === true

const bookingWindow = rule(
  'ValidateBookingWindow',
  (value) => isOff(value) || isWindow(value),
  () => 'Invalid bookingWindow structure.',
)

function isWindow(window: unknown) {
  if (!isObject(window)) return false
  const { type, value, rolling } = window
  if (type === 'range') return Array.isArray(value) && value.every((day) => !Number.isNaN(Date.parse(String(day))))
  const isRolling = rolling === undefined || typeof rolling === 'boolean'
  return (type === 'businessDays' || type === 'calendarDays') && typeof value === 'number' && isRolling
}

const confirmationPolicy = rule(
  'ConfirmationPolicyValidator',
  (value) => isObject(value) && (Boolean(value.disabled) || isPolicy(value)),
  () =>
    'Invalid requiresConfirmation structure. Use "type": "always" or provide a valid time and unit in "noticeThreshold" for "type": "time".',
)

function isPolicy({ type, noticeThreshold }: Record<string, unknown>) {
  if (type !== 'time' || !isObject(noticeThreshold)) return type === 'always'
  return typeof noticeThreshold.count === 'number' && typeof noticeThreshold.unit === 'string'
}

/** What Cal.com keeps and shows, and what changes nothing here. */
export const EXTRAS: Rules = {
  ...{ hideCalendarNotes: flag, lockTimeZoneToggleOnBookingPage: flag, useDestinationCalendarEmail: flag },
  ...{ hideCalendarEventDetails: flag, hideOrganizerEmail: flag, showOptimizedSlots: flag },
  ...{ allowReschedulingPastBookings: flag, allowReschedulingCancelledBookings: flag },
  ...{ color: anything, customName: optional(aString), destinationCalendar: anything },
  ...{ interfaceLanguage: optional(aString), bookerLayouts: optional(anObject), calVideoSettings: optional(anObject) },
  ...{ bookingLimitsCount: optional(anObject), bookingLimitsDuration: optional(anObject) },
  bookerActiveBookingsLimit: optional(anObject),
  disableCancelling: optional(nested({ disabled: flag })),
  disableRescheduling: optional(nested({ disabled: flag, minutesBefore: optional(minutes) })),
}

/** The body that makes an event type; `locations` and `bookingFields` are read by themselves. */
export const EVENT_TYPE: Rules = {
  lengthInMinutes: minutes,
  lengthInMinutesOptions: optional(all(each(minutes), unique, notEmpty, anArray)),
  title: aString,
  slug: aString,
  description: optional(aString),
  disableGuests: flag,
  slotInterval: optional(anInteger),
  minimumBookingNotice: atLeastZero,
  beforeEventBuffer: optional(anInteger),
  afterEventBuffer: optional(anInteger),
  scheduleId: optional(anInteger),
  onlyShowFirstAvailableSlot: flag,
  bookingWindow: optional(bookingWindow),
  offsetStart: atLeastZero,
  confirmationPolicy: optional(confirmationPolicy),
  recurrence: optional(switched('interval', RECURRENCE)),
  requiresBookerEmailVerification: flag,
  seats: optional(switched('seatsPerTimeSlot', SEATS)),
  successRedirectUrl: optional(aUrl),
  hidden: flag,
  bookingRequiresAuthentication: flag,
  ...EXTRAS,
  locations: anything,
  bookingFields: anything,
}

const NEEDED = ['lengthInMinutes', 'title', 'slug']

/** The body that changes one: the same with nothing needed. */
export const EVENT_TYPE_CHANGE: Rules = Object.fromEntries(
  Object.entries(EVENT_TYPE).map(([name, rule]) => [name, NEEDED.includes(name) ? optional(rule) : rule]),
)

/** The body of version 2024-04-15, as far as today's fails it. */
export const OLD_EVENT_TYPE: Rules = { length: all(atLeast(1), aNumber), slug: aString, title: aString }
