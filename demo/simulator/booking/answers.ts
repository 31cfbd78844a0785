import type { BookingField, EventType } from '../account.ts'
import { coded, refuse } from '../http/refusal.ts'
import { fieldComplaint } from './field.ts'
import type { BookingInput } from './input.ts'
import type { Place } from './place.ts'

/** The first look at the answers: what the event type's own fields ask for is there and of the right type. */
export function checkOwnFields(eventType: EventType, { attendee, bookingFieldsResponses = {} }: BookingInput): void {
  const phone = attendee.phoneNumber
  const given: Record<string, unknown> = { ...bookingFieldsResponses, attendeePhoneNumber: phone }
  for (const field of eventType.bookingFields.filter(isOwn)) {
    const value = given[field.slug]
    if (field.required && (value === undefined || value === null)) throw missing(eventType, field)
    if (value !== undefined) checkType(field, value)
  }
}

const isOwn = ({ isDefault, slug }: BookingField) => !isDefault || slug === 'attendeePhoneNumber'

const missing = ({ id }: EventType, { slug }: BookingField) =>
  refuse(
    400,
    slug === 'attendeePhoneNumber'
      ? 'Missing attendee phone number - it is required by the event type. Pass it as "attendee.phoneNumber" string in the request.'
      : `Missing required booking field response: ${slug} - it is required by the event type booking fields, but missing in the bookingFieldsResponses. You can fetch the event type with ID ${id} to see the required fields.`,
  )

const TYPES: Record<string, string> = {
  ...{ phone: 'string', address: 'string', text: 'string', textarea: 'string', url: 'string', number: 'number' },
  ...{ multiemail: 'array', multiselect: 'array', checkbox: 'array', boolean: 'boolean' },
  ...{ select: 'string or number', radio: 'string or number' },
}

function checkType({ slug, type, options = [] }: BookingField, value: unknown): void {
  const expected = TYPES[type]
  if (!expected) return
  const isRight = expected === 'array' ? Array.isArray(value) : expected.split(' or ').includes(typeof value)
  if (!isRight) {
    const text = `Invalid type for booking field '${slug}'. Expected type ${expected} (compatible with field type '${type}'), but received ${typeof value}.`
    throw refuse(400, text)
  }
  if (options.length === 0 || type === 'multiemail') return
  const allowed = `Allowed options are: ${options.join(', ')}.`
  const isOption = (one: unknown) => options.includes(String(one))
  if (Array.isArray(value)) {
    if (value.every(isOption)) return
    throw refuse(400, `One or more invalid options for booking field '${slug}'. ${allowed}`)
  }
  if (!isOption(value)) throw refuse(400, `Invalid option '${value}' for booking field '${slug}'. ${allowed}`)
}

/** All answers by field, the attendee's own among them, as the booking keeps them. */
export function responsesOf(
  { bookingFields }: EventType,
  { attendee, guests, bookingFieldsResponses }: BookingInput,
  place?: Place,
) {
  const isSplit = bookingFields.some(({ type }) => type === 'splitName')
  return {
    email: attendee.email ?? '',
    ...(attendee.phoneNumber ? { attendeePhoneNumber: attendee.phoneNumber } : {}),
    name: isSplit ? partsOf(attendee.name) : attendee.name,
    ...(guests ? { guests } : {}),
    ...(place ? { location: place } : {}),
    ...without(bookingFieldsResponses ?? {}, ['name', 'email', 'guests', 'location', 'attendeePhoneNumber']),
  }
}

/** The first word, and all others. */
function partsOf(name: string) {
  const [firstName = '', ...others] = name.split(' ').map((part) => part.trim())
  return { firstName, lastName: others.join(' ') }
}

const without = (values: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

/** The second look, at all fields: `responses - {email}email_validation_error, `. */
export function checkResponses({ bookingFields }: EventType, responses: Record<string, unknown>): void {
  const complaints: string[] = []
  for (const field of bookingFields.filter(({ slug }) => slug !== 'rescheduleReason')) {
    const slug = field.type === 'splitName' ? 'name' : field.slug
    const complaint = fieldComplaint(field, responses[slug])
    if (complaint) complaints.push(`responses - {${slug}}${complaint}, `)
    // Nothing is looked at beyond the first answer that is missing.
    if (complaint === 'error_required_field') break
  }
  if (complaints.length > 0) throw coded(400, 'BAD_REQUEST', complaints.join(''))
}
