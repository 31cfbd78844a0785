import { type Account, type Attendee, type Booking, type BookingField, eventTypeOf, seatsOf } from '../account.ts'
import { at, toMs } from '../time.ts'

// The account is Russian: so are the titles of its bookings.
const LANGUAGE = { locale: 'ru' }

const offsetAt = (start: string, timeZone: string) => at(toMs(start), timeZone).offsetNanoseconds / 60e9

export function organizer({ user }: Account, { start }: Booking) {
  const { id, name, email, username, timeZone, timeFormat } = user
  const format = timeFormat === 24 ? 'HH:mm' : 'h:mma'
  const utcOffset = offsetAt(start, timeZone)
  return { id, name, email, username, timeZone, language: LANGUAGE, timeFormat: format, utcOffset }
}

export function person({ name, email, timeZone, language: locale }: Attendee, { start }: Booking) {
  return { name, email, timeZone, language: { locale }, utcOffset: offsetAt(start, timeZone) }
}

const LABELS: Record<string, string> = {
  ...{ name: 'your_name', email: 'email_address', attendeePhoneNumber: 'phone_number', location: 'location' },
  ...{ title: 'what_is_this_meeting_about', notes: 'additional_notes', guests: 'additional_guests' },
  rescheduleReason: 'reason_for_reschedule',
}

/** The answers of the form, with their labels; those to fields of one's own once more by themselves. */
export function answers(fields: readonly BookingField[], given: Record<string, unknown>) {
  const shown = (some: readonly BookingField[]) =>
    Object.fromEntries(
      some.map(({ slug, label, hidden = false }) => {
        return [slug, { label: label ?? LABELS[slug], value: given[slug], isHidden: hidden }]
      }),
    )
  return { responses: shown(fields), userFieldsResponses: shown(fields.filter(({ isDefault }) => !isDefault)) }
}

/** What every payload tells of the booking and its event type alike. */
export function common(account: Account, booking: Booking) {
  const eventType = eventTypeOf(account, booking.eventTypeId)
  const notes = booking.description ?? ''
  return {
    bookerUrl: 'https://app.cal.com',
    title: booking.title,
    type: eventType?.slug,
    uid: booking.uid,
    bookingId: booking.id,
    eventTypeId: booking.eventTypeId,
    organizer: organizer(account, booking),
    additionalNotes: notes,
    description: eventType?.description || notes,
    customInputs: {},
    seatsPerTimeSlot: seatsOf(eventType) || null,
    hideOrganizerEmail: false,
    customReplyToEmail: null,
    schedulingType: null,
    hideBranding: false,
    eventTitle: eventType?.title,
    eventDescription: eventType?.description || null,
    currency: eventType?.currency,
    length: eventType?.lengthInMinutes,
  }
}

/** How often the booking was moved. */
export function sequenceOf(account: Account, { rescheduledFromUid }: Booking): number {
  const from = account.bookings.find(({ uid }) => uid === rescheduledFromUid)
  return from ? sequenceOf(account, from) + 1 : 0
}

export function asksFirst(account: Account, { eventTypeId }: Booking): boolean {
  const policy = eventTypeOf(account, eventTypeId)?.confirmationPolicy
  return Boolean(policy && 'type' in policy)
}

export function showsSeats(account: Account, { eventTypeId }: Booking): boolean | undefined {
  const seats = eventTypeOf(account, eventTypeId)?.seats
  return seats && 'showAttendeeInfo' in seats ? seats.showAttendeeInfo : undefined
}
