import { type Account, type Attendee, type Booking, eventTypeOf, seatsOf } from '../account.ts'
import { MINUTE, toMs } from '../time.ts'

/** A booking as version 2024-08-13 shows it; with seats it looks different. */
export function bookingView(account: Account, booking: Booking, showAttendees = true) {
  const { uid, rescheduledFromUid, rescheduledToUid, reschedulingReason } = booking
  const where = booking.videoCallUrl ?? booking.location
  const isSeated = seatsOf(eventTypeOf(account, booking.eventTypeId)) > 0
  return {
    id: booking.id,
    uid,
    title: booking.title,
    description: booking.description,
    hosts: [host(account)],
    status: booking.status,
    cancellationReason: booking.cancellationReason ?? '',
    ...(isSeated ? {} : { cancelledByEmail: booking.cancelledByEmail ?? '' }),
    ...(reschedulingReason ? { reschedulingReason } : {}),
    rescheduledByEmail: booking.rescheduledByEmail ?? null,
    ...(rescheduledFromUid ? { rescheduledFromUid } : {}),
    ...(rescheduledToUid ? { rescheduledToUid } : {}),
    start: booking.start,
    end: booking.end,
    duration: (toMs(booking.end) - toMs(booking.start)) / MINUTE,
    eventTypeId: booking.eventTypeId,
    eventType: { id: booking.eventTypeId, slug: eventTypeOf(account, booking.eventTypeId)?.slug ?? '' },
    meetingUrl: where,
    location: where,
    absentHost: false,
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    rating: null,
    icsUid: booking.icsUid,
    ...(isSeated ? { attendees: showAttendees ? booking.attendees.map(seatView) : [] } : ofOnePerson(booking)),
  }
}

/**
 * The same to someone who makes, reads or changes it; who the others are is the owner's to see, or as the event type
 * has it.
 */
export function readBookingView(account: Account, booking: Booking, isOwner: boolean) {
  const seats = eventTypeOf(account, booking.eventTypeId)?.seats
  return bookingView(
    account,
    booking,
    isOwner || Boolean(seats && 'showAttendeeInfo' in seats && seats.showAttendeeInfo),
  )
}

function ofOnePerson({ metadata, attendees, guests, responses }: Booking) {
  const { email: displayEmail } = responses
  return {
    metadata,
    attendees: attendees.map(attendeeView),
    ...(guests ? { guests } : {}),
    bookingFieldsResponses: { ...responses, displayEmail, ...(guests ? { displayGuests: guests } : {}) },
  }
}

const attendeeView = ({ name, email, timeZone, language, phoneNumber }: Attendee) => ({
  name,
  email,
  displayEmail: email,
  timeZone,
  language,
  absent: false,
  ...(phoneNumber ? { phoneNumber } : {}),
})

function seatView({ phoneNumber: _, ...attendee }: Attendee) {
  const { seatUid, metadata = {}, bookingFieldsResponses = { name: attendee.name, guests: [] } } = attendee
  return { ...attendeeView(attendee), seatUid, bookingFieldsResponses, metadata }
}

function host({ user }: Account) {
  const { id, name, email, username, timeZone } = user
  return { id, name, email, displayEmail: email, username, timeZone }
}
