import type { BookingField } from '../account.ts'
import { isObject } from '../http/check.ts'

const EMAIL = /^[^\s@,;<>()[\]\\"]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i

export const isEmail = (value: unknown) => typeof value === 'string' && EMAIL.test(value)

/** International, with a plus; a Russian number has ten digits after its 7. */
function isPhone(value: unknown) {
  if (typeof value !== 'string') return false
  const number = value.replace(/[\s()-]/g, '')
  return number.startsWith('+7') ? /^\+7\d{10}$/.test(number) : /^\+[1-9]\d{6,14}$/.test(number)
}

/** What Cal.com has against the answer to one field, in its own word for it. */
export function fieldComplaint(field: BookingField, value: unknown): string | undefined {
  const { type, hidden, required } = field
  const isAsked = required && !hidden
  if (value === undefined && !isAsked) return undefined
  if (isAsked && isEmpty(value)) return 'error_required_field'
  if (type === 'email') return required && !isEmail(value) ? 'email_validation_error' : undefined
  if (value === null || value === undefined) return undefined
  return CHECKS[type]?.(value, field)
}

const isEmpty = (value: unknown) => !value || (Array.isArray(value) && value.length === 0)

const aText = (value: unknown) => (typeof value === 'string' ? undefined : 'Invalid string')

const texts = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'Invalid array of strings'

// Cal.com's own limit, where a long text has no other.
const LONGEST = 1_000

function limited(value: unknown, { type, minLength = 0, ...field }: BookingField) {
  const { maxLength = type === 'textarea' ? LONGEST : Infinity } = field
  if (typeof value !== 'string') return 'Invalid string'
  if (value.length > maxLength) return `Max. ${maxLength} characters allowed`
  return value.length < minLength ? `Min. ${minLength} characters required` : undefined
}

function emails(value: unknown) {
  if (!Array.isArray(value) || !value.every(isEmail)) return 'email_validation_error'
  return new Set(value).size < value.length ? 'duplicate_email' : undefined
}

function splitName(value: unknown, { lastNameRequired }: BookingField) {
  const { firstName, lastName } = isObject(value) ? value : {}
  return !firstName || (lastNameRequired && !lastName) ? 'error_required_field' : undefined
}

// Where the attendee says where: a phone number, an address, a place.
function place(value: unknown) {
  if (!isObject(value)) return undefined
  const { value: kind, optionValue } = value
  if (!['phone', 'attendeeInPerson', 'somewhereElse'].includes(String(kind))) return undefined
  if (!optionValue) return 'error_required_field'
  return kind === 'phone' && !isPhone(optionValue) ? 'invalid_number' : undefined
}

const CHECKS: Record<string, (value: unknown, field: BookingField) => string | undefined> = {
  name: aText,
  splitName,
  text: limited,
  textarea: limited,
  address: aText,
  select: (value) => aText(typeof value === 'number' ? String(value) : value),
  radio: (value) => aText(typeof value === 'number' ? String(value) : value),
  multiselect: texts,
  checkbox: texts,
  multiemail: emails,
  boolean: (value) => (typeof value === 'boolean' ? undefined : 'Invalid Boolean'),
  phone: (value, { hidden, required }) =>
    hidden || (!required && !value) || isPhone(value) ? undefined : 'invalid_number',
  url: (value) => (/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(String(value)) ? undefined : 'url_validation_error'),
  radioInput: place,
}
