import { type Account, type Attendee, type Booking, eventTypeOf } from '../account.ts'
import { answers, asksFirst, common, person, sequenceOf, showsSeats } from './parts.ts'

/** What is told of a booking as it lies in the database, when it is called off. Times end in `+00:00`. */
export function cancelledPayload(account: Account, booking: Booking, cancellationReason?: string): object {
  return {
    ...stored(account, booking),
    startTime: withOffset(booking.start),
    endTime: withOffset(booking.end),
    cancellationReason,
    iCalUID: booking.icsUid,
    iCalSequence: sequenceOf(account, booking) + 1,
    // Nothing is told as nothing here: false and 0 become null.
    requiresConfirmation: asksFirst(account, booking) || null,
    price: eventTypeOf(account, booking.eventTypeId)?.price || null,
    status: 'CANCELLED',
    requestReschedule: false,
  }
}

/** The same when the host has confirmed or declined it. Times are whole instants. */
export function answeredPayload(account: Account, booking: Booking): object {
  const { videoCallUrl } = booking
  return {
    ...stored(account, booking),
    startTime: booking.start,
    endTime: booking.end,
    ...{ hideCalendarNotes: false, hideCalendarEventDetails: false },
    ...{ disableCancelling: false, disableRescheduling: false },
    ...{ organizationId: null, assignmentReason: null },
    requiresConfirmation: asksFirst(account, booking) || null,
    price: eventTypeOf(account, booking.eventTypeId)?.price,
    rejectionReason: booking.rejectionReason,
    metadata: videoCallUrl ? { videoCallUrl } : undefined,
    status: booking.status.toUpperCase(),
  }
}

function stored(account: Account, booking: Booking) {
  const fields = eventTypeOf(account, booking.eventTypeId)?.bookingFields ?? []
  return {
    ...common(account, booking),
    ...answers(fields, booking.responses),
    attendees: booking.attendees.map((attendee) => guest(attendee, booking)),
    location: booking.location,
    destinationCalendar: [],
    seatsShowAttendees: showsSeats(account, booking) ?? false,
  }
}

const guest = (attendee: Attendee, booking: Booking) => ({
  ...person(attendee, booking),
  phoneNumber: attendee.phoneNumber ?? null,
})

/** `2026-11-27T10:00:00+00:00` */
const withOffset = (instant: string) => instant.replace('.000Z', '+00:00')
