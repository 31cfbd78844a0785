import type { BookingField } from '../account.ts'
import { bookingFields } from '../fields.ts'
import { aBoolean, anArray, aString, optional, type Rules, textsIn } from '../http/check.ts'
import { refuse } from '../http/refusal.ts'

/** A field as it is sent: of one's own, or what is to be different about one of Cal.com's. */
interface Input {
  type?: string
  slug?: string
  label?: string
  placeholder?: string
  required?: boolean
  hidden?: boolean
  disableOnPrefill?: boolean
  options?: string[]
  firstNameLabel?: string
  firstNamePlaceholder?: string
  lastNameLabel?: string
  lastNamePlaceholder?: string
  lastNameRequired?: boolean
}

const SYSTEM_SLUGS = ['title', 'location', 'notes', 'guests', 'rescheduleReason']
const SYSTEM_TYPES = ['name', 'splitName', 'email']
const CHOICES = ['select', 'multiselect', 'checkbox', 'radio']
const OWN_TYPES = ['phone', 'address', 'text', 'number', 'textarea', 'multiemail', 'boolean', 'url', ...CHOICES]
const WITHOUT_PLACEHOLDER = ['multiselect', 'checkbox', 'radio', 'boolean']

const LOOKS: Rules = {
  label: optional(aString),
  placeholder: optional(aString),
  required: optional(aBoolean),
  hidden: optional(aBoolean),
  disableOnPrefill: optional(aBoolean),
}

const OWN: Rules = { slug: aString, ...LOOKS, label: aString, required: aBoolean }

/** Reads the `bookingFields` of an event type: all of its fields, those of Cal.com's own that were not sent too. */
export function readFields(sent: unknown): BookingField[] {
  const inputs = checked(sent)
  const own = inputs.filter((field) => !isSystem(field)).map(ownField)
  const system = new Map(inputs.filter(isSystem).map((field) => [systemSlug(field), field]))
  const fields = bookingFields(own).map((field) => changed(field, field.isDefault ? system.get(field.slug) : undefined))
  if (!fields.some(isContact)) {
    const needed = 'visible and required email or visible and required attendee phone field is needed.'
    throw refuse(400, `Booking fields validation failed: ${needed}`)
  }
  return fields
}

const hasSystemSlug = ({ slug = '' }: Input) => SYSTEM_SLUGS.includes(slug)

const isSystem = (field: Input) => hasSystemSlug(field) || SYSTEM_TYPES.includes(field.type ?? '')

const systemSlug = (field: Input) => (hasSystemSlug(field) ? field.slug : field.type?.replace('splitName', 'name'))

const isContact = ({ slug, required, hidden }: BookingField) =>
  (slug === 'email' || slug === 'attendeePhoneNumber') && required && !hidden

/** Throws the first thing that is wrong with the list. */
function checked(sent: unknown): Input[] {
  if (!Array.isArray(sent)) throw refuse(400, `'bookingFields' must be an array.`)
  if (sent.length === 0) throw refuse(400, `'bookingFields' must contain at least 1 booking field.`)
  const slugs = new Set<string>()
  for (const field of sent.map((one): Input => Object(one))) {
    const complaint = complaintOf(field, slugs)
    if (complaint) throw refuse(400, complaint)
    if (!SYSTEM_TYPES.includes(field.type ?? '')) slugs.add(field.slug ?? '')
  }
  return sent
}

function complaintOf(field: Input, slugs: Set<string>): string | undefined {
  const { type, slug } = field
  if (!hasSystemSlug(field) && !type) {
    return `All booking fields except ones with slug equal to title, notes, guests, rescheduleReason and location must have a 'type' property.`
  }
  if (!SYSTEM_TYPES.includes(type ?? '') && !slug) {
    return `Each booking field except ones with type equal to name, splitName, email must have a 'slug' property.`
  }
  if (slug && slugs.has(slug)) {
    return `Duplicate bookingFields slug '${slug}' found. All bookingFields slugs must be unique.`
  }
  if (!isSystem(field) && !OWN_TYPES.includes(type ?? '')) return `Unsupported booking field type '${type}'.`
  const rules = isSystem(field) ? LOOKS : { ...OWN, ...(CHOICES.includes(type ?? '') ? { options: anArray } : {}) }
  const texts = textsIn(field, rules)
  return texts.length > 0 ? `Validation failed for ${type || slug} booking field: ${texts.join(', ')}` : undefined
}

function ownField({ type = '', slug = '', ...input }: Input) {
  const { label, placeholder = type === 'url' ? '' : undefined, options } = input
  return {
    ...{ type, slug, label, options: CHOICES.includes(type) ? options : undefined },
    isDefault: slug === 'attendeePhoneNumber' && type === 'phone',
    ...(WITHOUT_PLACEHOLDER.includes(type) ? {} : { placeholder }),
    ...flags(input),
  }
}

const flags = ({ required, hidden, disableOnPrefill }: Input) => ({
  required: Boolean(required),
  hidden: Boolean(hidden),
  disableOnPrefill: Boolean(disableOnPrefill),
})

/** One of Cal.com's own fields, as it is with what was sent about it. */
function changed(field: BookingField, input?: Input): BookingField {
  if (!input) return field
  const { label, placeholder, disableOnPrefill = false } = input
  if (input.type === 'splitName') return splitName(input)
  if (field.slug === 'location') return { ...field, label }
  if (field.slug === 'name') return { ...field, label, placeholder, disableOnPrefill }
  return { ...field, label, placeholder, ...flags(input) }
}

function splitName(input: Input): BookingField {
  const { firstNameLabel = '', firstNamePlaceholder = '', lastNameLabel = '', lastNamePlaceholder = '' } = input
  const texts = { firstNameLabel, firstNamePlaceholder, lastNameLabel, lastNamePlaceholder }
  const { lastNameRequired = false, disableOnPrefill = false } = input
  const fixed = { isDefault: true, type: 'splitName', slug: 'splitName', required: true }
  return { ...fixed, ...texts, lastNameRequired, disableOnPrefill }
}
