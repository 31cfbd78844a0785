export type Location =
  | { type: 'integration'; integration: string }
  | { type: 'link'; link: string; public?: boolean }
  | { type: 'address'; address: string; public?: boolean }
  | { type: 'phone'; phone: string; public?: boolean }
  | { type: 'attendeePhone' | 'attendeeAddress' | 'attendeeDefined' | 'organizersDefaultApp' }

export interface BookingField {
  isDefault: boolean
  type: string
  slug: string
  required: boolean
  label?: string
  placeholder?: string
  hidden?: boolean
  disableOnPrefill?: boolean
  options?: string[]
  minLength?: number
  maxLength?: number
  [more: string]: unknown
}

export type BookingWindow =
  | { disabled: true }
  | { type: 'calendarDays' | 'businessDays'; value: number; rolling: boolean }
  | { type: 'range'; value: [string, string] }

export type ConfirmationPolicy =
  | { disabled: true }
  | {
      type: 'always' | 'time'
      noticeThreshold?: { unit: 'minutes' | 'hours' | 'days'; count: number }
      blockUnconfirmedBookingsInBooker: boolean
      disabled?: false
    }

export type Seats =
  | { disabled: true }
  | { disabled?: false; seatsPerTimeSlot: number; showAttendeeInfo: boolean; showAvailabilityCount: boolean }

export interface EventType {
  id: number
  lengthInMinutes: number
  lengthInMinutesOptions?: number[]
  title: string
  slug: string
  description: string
  locations: Location[]
  bookingFields: BookingField[]
  recurrence: object | null
  disableGuests: boolean
  slotInterval: number | null
  minimumBookingNotice: number
  beforeEventBuffer: number
  afterEventBuffer: number
  metadata: Record<string, unknown>
  price: number
  currency: string
  /** Null: the default schedule. */
  scheduleId: number | null
  onlyShowFirstAvailableSlot: boolean
  offsetStart: number
  bookingWindow: BookingWindow
  confirmationPolicy: ConfirmationPolicy
  seats: Seats
  hidden: boolean
  bookingRequiresAuthentication: boolean
  successRedirectUrl: string | null
  requiresBookerEmailVerification: boolean
  /** Settings that are kept and shown, and change nothing here: colour, limits, calendar notes. */
  extras?: Record<string, unknown>
}
