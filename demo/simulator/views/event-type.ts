import type { Account, EventType } from '../account.ts'

// What Cal.com sends along until it is set otherwise.
const FIXED = {
  lockTimeZoneToggleOnBookingPage: false,
  forwardParamsSuccessRedirect: true,
  isInstantEvent: false,
  hideCalendarNotes: false,
  useDestinationCalendarEmail: false,
  hideCalendarEventDetails: false,
  hideOrganizerEmail: false,
  calVideoSettings: { sendTranscriptionEmails: true },
  bookerActiveBookingsLimit: { disabled: true },
  disableCancelling: { disabled: false },
  disableRescheduling: { disabled: false },
  interfaceLanguage: null,
  allowReschedulingPastBookings: false,
  allowReschedulingCancelledBookings: false,
  showOptimizedSlots: false,
}

/** An event type as version 2024-06-14 shows it. */
export function eventTypeView({ user }: Account, { extras, ...eventType }: EventType) {
  const { id, name, username, avatarUrl, weekStart } = user
  const seats = 'seatsPerTimeSlot' in eventType.seats ? { disabled: false, ...eventType.seats } : eventType.seats
  return {
    ...FIXED,
    ...eventType,
    ...extras,
    seats,
    ownerId: id,
    users: [{ id, name, username, avatarUrl, brandColor: null, darkBrandColor: null, weekStart, metadata: {} }],
    bookingUrl: `https://app.cal.com/${username}/${eventType.slug}`,
  }
}

/** The same in a list, where hidden booking fields are left out. */
export const listedEventTypeView = (account: Account, eventType: EventType) =>
  eventTypeView(account, { ...eventType, bookingFields: eventType.bookingFields.filter(({ hidden }) => !hidden) })
