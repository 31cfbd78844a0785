import type { BookingField, EventType } from '../calcom/index.ts'
import { Answer, type Field, FieldType } from '../contract.ts'

/** Cal.com fills in the one, and the other is asked by `EventInfo.locations`. */
const NOT_ASKED = ['title', 'location']

/** Cal.com's limit where a long text has none of its own. */
const LONGEST_TEXT = 1_000

/** The questions of an event type, the hidden ones among them. Those of types we do not know are left out. */
export function toFields({ bookingFields }: EventType): Field[] {
  const isNew = ({ slug }: Field, index: number, all: Field[]) =>
    all.findIndex((other) => other.slug === slug) === index
  return questionsOf(bookingFields).flatMap(toField).filter(isNew)
}

/** What an event type wants to know, but for what others answer. */
export const questionsOf = (bookingFields: BookingField[]) =>
  bookingFields.filter(({ slug }) => !NOT_ASKED.includes(slug)).map(byOurNames)

/** Whether the widget can ask for it. */
export const isKnown = ({ type }: BookingField) => FieldType.safeParse(type).success

/** A name in two parts is still one name to us; both of Cal.com's numbers for messages are the attendee's. */
function byOurNames(field: BookingField): BookingField {
  if (field.type === 'splitName')
    return { ...field, type: 'name', slug: 'name', required: true, lastNameRequired: !!field.lastNameRequired }
  return field.slug === 'smsReminderNumber' ? { ...field, slug: 'attendeePhoneNumber' } : field
}

function toField(field: BookingField): Field[] {
  const type = FieldType.safeParse(field.type).data
  if (!type) return []
  const { slug, required = false, hidden, label, placeholder, options, min, max } = field
  const { minLength, maxLength = type === 'textarea' ? LONGEST_TEXT : undefined } = field
  const when = whenOf(field)
  const value = defaultOf(field)
  return [
    {
      slug,
      type,
      required,
      // Cal.com's own fields carry the key of a translation instead of a label: `your_name`.
      ...(label && !(field.isDefault && /^[a-z_]+$/.test(label)) && { label }),
      ...(placeholder && { placeholder }),
      ...(options && { options }),
      ...(hidden && { hidden }),
      ...(value !== undefined && { value }),
      ...given({ min, max, minLength, maxLength }),
      ...(field.lastNameRequired !== undefined && { parts: partsOf(field) }),
      ...(when && { when }),
    },
  ]
}

function partsOf(field: BookingField): NonNullable<Field['parts']> {
  const part = (required: boolean, label = '', placeholder = '') => ({
    required,
    ...(label && { label }),
    ...(placeholder && { placeholder }),
  })
  return {
    first: part(true, field.firstNameLabel, field.firstNamePlaceholder),
    last: part(field.lastNameRequired ?? false, field.lastNameLabel, field.lastNamePlaceholder),
  }
}

function whenOf({ slug, views = [] }: BookingField): Field['when'] {
  if (slug === 'rescheduleReason') return 'move'
  const ids = views.map(({ id }) => id)
  if (!ids.length || (ids.includes('reschedule') && ids.includes('booking'))) return undefined
  return ids.includes('reschedule') ? 'move' : 'book'
}

function defaultOf({ defaultValue }: BookingField): Answer | undefined {
  const value = typeof defaultValue === 'number' ? String(defaultValue) : defaultValue
  return value === '' ? undefined : Answer.safeParse(value).data
}

/** The limits that there are. */
const given = (limits: Record<'min' | 'max' | 'minLength' | 'maxLength', number | undefined>) =>
  Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined))
