import type { BookingField, EventType, Location } from '../account.ts'

const part = (name: string, required: boolean, more: object) => ({ name, type: 'text', required, ...more })

const input = (type: string) => ({ type, required: true, placeholder: '' })

// What the database holds beside each of Cal.com's own fields.
const SYSTEM: Record<string, object> = {
  name: {
    variant: 'fullName',
    editable: 'system',
    defaultLabel: 'your_name',
    variantsConfig: {
      variants: {
        fullName: { fields: [part('fullName', true, { label: 'your_name' })] },
        firstAndLastName: {
          fields: [
            part('firstName', true, { label: '', placeholder: '' }),
            part('lastName', false, { label: '', placeholder: '' }),
          ],
        },
      },
    },
  },
  email: { defaultLabel: 'email_address' },
  location: {
    editable: 'system',
    defaultLabel: 'location',
    getOptionsAt: 'locations',
    optionsInputs: { phone: input('phone'), somewhereElse: input('text'), attendeeInPerson: input('address') },
    hideWhenJustOneOption: true,
  },
  title: { hidden: true, defaultLabel: 'what_is_this_meeting_about', defaultPlaceholder: '' },
  notes: { defaultLabel: 'additional_notes', defaultPlaceholder: 'share_additional_notes' },
  guests: { hidden: false, defaultLabel: 'additional_guests', defaultPlaceholder: 'email' },
  rescheduleReason: {
    views: [{ id: 'reschedule', label: 'Reschedule View' }],
    defaultLabel: 'reason_for_reschedule',
    defaultPlaceholder: 'reschedule_placeholder',
  },
}

/** Booking fields in the shape of 2024-04-15, which is how the database holds them. */
export const oldFields = ({ bookingFields }: EventType) => bookingFields.map(oldField)

function oldField({ slug: name, type, required, isDefault, label, placeholder, hidden, options }: BookingField) {
  if (isDefault) {
    const sources = [{ id: 'default', type: 'default', label: 'Default' }]
    return { name, type, required, sources, editable: 'system-but-optional', ...SYSTEM[name] }
  }
  const sources = [{ id: 'user', type: 'user', label: 'User', fieldRequired: required }]
  const choices = options?.map((value) => ({ label: value, value }))
  return { name, type, required, sources, editable: 'user', label, placeholder, hidden, options: choices }
}

// The integration that has another name inside than outside.
const INSIDE: Record<string, string> = { 'cal-video': 'daily', 'google-meet': 'google:meet' }

const PLACES: Record<string, string> = {
  address: 'inPerson',
  phone: 'userPhone',
  link: 'link',
  attendeePhone: 'phone',
  attendeeAddress: 'attendeeInPerson',
  attendeeDefined: 'somewhereElse',
  organizersDefaultApp: 'conferencing',
}

/** What Cal.com calls a location inside: `integrations:daily`, `inPerson`, `phone`. */
export const insideName = (location: { type: string; integration?: string }) =>
  location.type === 'integration'
    ? `integrations:${INSIDE[location.integration ?? ''] ?? location.integration}`
    : (PLACES[location.type] ?? location.type)

export function oldLocation(location: Location) {
  const { type: _, ...rest } = location
  return location.type === 'integration' ? { type: insideName(location) } : { type: insideName(location), ...rest }
}
