import { type Account, type Booking, eventTypeOf } from '../account.ts'
import { oldEventTypeOfBooking } from './old-event-type.ts'

/** One booking in the shape of 2024-04-15. */
export function oldBookingView(account: Account, booking: Booking) {
  const eventType = eventTypeOf(account, booking.eventTypeId)
  const { eventTypeId } = booking
  return {
    ...common(account, booking),
    smsReminderNumber: null,
    attendees: booking.attendees.map(({ name, email, timeZone, phoneNumber = null }) => {
      return { name, email, timeZone, phoneNumber }
    }),
    eventTypeId,
    eventType: eventType
      ? { eventName: null, slug: eventType.slug, timeZone: null, schedulingType: null, hideOrganizerEmail: false }
      : null,
    tracking: null,
    assignmentReason: [],
  }
}

/** A booking in the list of 2024-04-15. */
export function oldListedBookingView(account: Account, booking: Booking) {
  const eventType = eventTypeOf(account, booking.eventTypeId)
  return {
    ...common(account, booking),
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    paid: false,
    isRecorded: false,
    eventType: eventType ? oldEventTypeOfBooking(account, eventType) : null,
    references: booking.videoCallUrl ? [reference(booking)] : [],
    payment: [],
    attendees: booking.attendees.map((attendee) => {
      const { email, name, timeZone, language: locale, phoneNumber = null } = attendee
      const user = { name: null, email, avatarUrl: null, username: null }
      return { id: booking.id, email, name, timeZone, bookingId: booking.id, locale, phoneNumber, noShow: false, user }
    }),
    assignmentReasonSortedByCreatedAt: [],
    report: null,
    rescheduler: null,
  }
}

function common({ user }: Account, booking: Booking) {
  const { id, uid, title, description, metadata, videoCallUrl, location } = booking
  const { name, email, username, timeZone, avatarUrl } = user
  return {
    ...{ id, uid, title, description, location, customInputs: {}, recurringEventId: null },
    startTime: booking.start,
    endTime: booking.end,
    status: booking.status.toUpperCase(),
    metadata: { ...metadata, ...(videoCallUrl ? { videoCallUrl } : {}) },
    cancellationReason: booking.cancellationReason ?? null,
    cancelledBy: booking.cancelledByEmail ?? null,
    responses: booking.responses,
    rejectionReason: booking.rejectionReason ?? null,
    userPrimaryEmail: email,
    fromReschedule: booking.rescheduledFromUid ?? null,
    rescheduled: booking.rescheduledToUid ? true : null,
    rescheduledBy: booking.rescheduledByEmail ?? null,
    user: { id: user.id, name, email, username, timeZone, avatarUrl },
    seatsReferences: [],
  }
}

// The room of the simulator's own video service.
const reference = ({ id }: Booking) => ({
  id,
  type: 'daily_video',
  uid: `room${id}`,
  bookingId: id,
  meetingId: `room${id}`,
  meetingPassword: `password${id}`,
  meetingUrl: `https://meetco.daily.co/room${id}`,
  deleted: null,
  externalCalendarId: null,
  credentialId: null,
  thirdPartyRecurringEventId: null,
  delegationCredentialId: null,
})
