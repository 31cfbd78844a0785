import type { BookingField } from './account.ts'

const system = { isDefault: true, disableOnPrefill: false }

const ahead = (): BookingField[] => [
  { ...system, type: 'name', slug: 'name', required: true, label: 'your_name' },
  { ...system, type: 'email', slug: 'email', required: true, hidden: false },
  { isDefault: true, type: 'radioInput', slug: 'location', required: false, hidden: false },
]

const behind = (): BookingField[] => [
  { ...system, type: 'text', slug: 'title', required: true, hidden: true },
  { ...system, type: 'textarea', slug: 'notes', required: false, hidden: false },
  { ...system, type: 'multiemail', slug: 'guests', required: false, hidden: false },
  { ...system, type: 'textarea', slug: 'rescheduleReason', required: false, hidden: false },
]

/** A booking field of one's own; what is left out is as Cal.com fills it in. */
export type OwnField = Pick<BookingField, 'type' | 'slug'> & Partial<BookingField>

/** The fields of an event type: Cal.com's own, and others where Cal.com puts them, after the location. */
export const bookingFields = (own: OwnField[] = []): BookingField[] => [
  ...ahead(),
  ...own.map((field) => ({ isDefault: false, required: false, disableOnPrefill: false, hidden: false, ...field })),
  ...behind(),
]
