import { type Account, type Attendee, type Booking, type BookingField, eventTypeOf } from '../account.ts'
import { answers, asksFirst, common, person, sequenceOf, showsSeats } from './parts.ts'

/** What is told when a booking was written, by the hand that wrote it: made, or moved. Times end in `Z`. */
export function bookedPayload(account: Account, booking: Booking, seatUid?: string): object {
  return {
    ...written(account, booking, seatUid),
    iCalUID: booking.icsUid,
    metadata: withRoom(booking.metadata, booking.videoCallUrl),
  }
}

/** The same for a move, with where it came from; Cal.com still names the old room in the metadata. */
export function movedPayload(account: Account, booking: Booking, from: Booking, seatUid?: string): object {
  return {
    ...written(account, booking, seatUid),
    rescheduleId: from.id,
    rescheduleUid: from.uid,
    rescheduleStartTime: seconds(from.start),
    rescheduleEndTime: seconds(from.end),
    rescheduledBy: booking.rescheduledByEmail,
    metadata: withRoom(booking.metadata, from.videoCallUrl),
  }
}

const withRoom = (metadata: object, videoCallUrl: string | undefined) => ({ ...metadata, videoCallUrl })

// The field is there even where the event type does not ask for it.
const PHONE: BookingField = {
  ...{ isDefault: true, type: 'phone', slug: 'attendeePhoneNumber', required: false, hidden: true },
}

function written(account: Account, booking: Booking, attendeeSeatId?: string) {
  const eventType = eventTypeOf(account, booking.eventTypeId)
  const fields = eventType?.bookingFields ?? []
  const asksPhone = fields.some(({ slug }) => slug === PHONE.slug)
  const place = { value: booking.location, optionValue: '' }
  return {
    ...common(account, booking),
    ...answers(asksPhone ? fields : [PHONE, ...fields], { location: place, ...booking.responses }),
    startTime: seconds(booking.start),
    endTime: seconds(booking.end),
    attendees: booking.attendees.map((attendee) => booker(attendee, booking)),
    attendeeSeatId,
    hideCalendarNotes: false,
    hideCalendarEventDetails: false,
    seatsShowAttendees: showsSeats(account, booking) ?? true,
    seatsShowAvailabilityCount: true,
    disableRescheduling: false,
    disableCancelling: false,
    location: booking.videoCallUrl ?? booking.location,
    destinationCalendar: null,
    iCalSequence: sequenceOf(account, booking),
    requiresConfirmation: asksFirst(account, booking),
    oneTimePassword: null,
    hashedLink: null,
    ...(booking.videoCallUrl ? room(booking) : {}),
    price: eventType?.price,
    status: booking.status.toUpperCase(),
  }
}

const booker = (attendee: Attendee, booking: Booking) => ({
  ...person(attendee, booking),
  firstName: '',
  lastName: '',
  phoneNumber: attendee.phoneNumber,
})

/** `2026-11-24T07:30:00Z` */
const seconds = (instant: string) => instant.replace('.000Z', 'Z')

function room({ id, uid }: Booking) {
  const url = `https://meetco.daily.co/room${id}`
  return {
    conferenceData: { createRequest: { requestId: uid } },
    videoCallData: { type: 'daily_video', id: `room${id}`, password: `password${id}`, url },
    appsStatus: [{ appName: 'Cal Video', type: 'daily_video', success: 1, failures: 0, errors: [] }],
  }
}
