import { type Account, type EventType, seatsOf } from '../account.ts'
import { oldFields, oldLocation } from './old-fields.ts'

/** The event types of the account in the shape of 2024-04-15: in groups, one for the person and one a team. */
export function oldEventTypesView(account: Account) {
  const { username: slug, name } = account.user
  const profile = { slug, name, image: 'https://app.cal.com/avatar.svg' }
  const membership = { membershipCount: 1, readOnly: false }
  const group = {
    teamId: null,
    bookerUrl: 'https://app.cal.com',
    membershipRole: null,
    profile,
    eventTypes: account.eventTypes.map((eventType) => oldEventTypeView(account, eventType)),
    metadata: membership,
  }
  return {
    eventTypeGroups: [group],
    profiles: [{ ...profile, ...membership, teamId: null, membershipRole: null }],
    allUsersAcrossAllEventTypes: {},
  }
}

const NULLS = [
  ...['teamId', 'schedulingType', 'interfaceLanguage', 'profileId', 'eventName', 'parentId', 'timeZone'],
  ...['periodStartDate', 'periodEndDate', 'periodDays', 'periodCountCalendarDays', 'lockedTimeZone'],
  ...['minimumRescheduleNotice', 'instantMeetingScheduleId', 'secondaryEmailId', 'bookingLimits', 'durationLimits'],
  ...['eventTypeColor', 'rrSegmentQueryValue', 'maxLeadThreshold', 'customReplyToEmail', 'restrictionScheduleId'],
  ...['instantMeetingSchedule', 'team'],
]

const FALSES = [
  ...['requiresConfirmationForFreeEmail', 'requiresConfirmationWillBlockSlot', 'autoTranslateDescriptionEnabled'],
  ...['lockTimeZoneToggleOnBookingPage', 'disableCancelling', 'disableRescheduling', 'isInstantEvent'],
  ...['allowReschedulingCancelledBookings', 'hideCalendarNotes', 'allowReschedulingPastBookings'],
  ...['hideOrganizerEmail', 'showOptimizedSlots', 'assignAllTeamMembers', 'isRRWeightsEnabled'],
  ...['enablePerHostLocations', 'rescheduleWithSameRoundRobinHost', 'useEventTypeDestinationCalendarEmail'],
  ...['hideCalendarEventDetails', 'assignRRMembersUsingSegment', 'useEventLevelSelectedCalendars'],
  'useBookerTimezone',
]

const all = (names: string[], value: unknown) => Object.fromEntries(names.map((name) => [name, value]))

/** One event type in the shape of 2024-04-15. */
export function oldEventTypeView({ user }: Account, eventType: EventType) {
  const { id, slug, title, metadata, hidden, lengthInMinutes: length, offsetStart, scheduleId } = eventType
  const { minimumBookingNotice, beforeEventBuffer, afterEventBuffer, slotInterval, price, currency } = eventType
  const { disableGuests, onlyShowFirstAvailableSlot, requiresBookerEmailVerification, successRedirectUrl } = eventType
  const seats = seatsOf(eventType)
  return {
    ...all(NULLS, null),
    ...all(FALSES, false),
    ...all(['instantMeetingParameters', 'hashedLink', 'children', 'hosts'], []),
    ...{ id, slug, title, metadata, hidden, length, offsetStart, scheduleId, price, currency, slotInterval },
    ...{ minimumBookingNotice, beforeEventBuffer, afterEventBuffer, disableGuests, successRedirectUrl },
    ...{ onlyShowFirstAvailableSlot, requiresBookerEmailVerification },
    userId: user.id,
    userIds: [user.id],
    owner: { timeZone: user.timeZone },
    description: eventType.description || null,
    position: 0,
    periodType: 'UNLIMITED',
    requiresConfirmation: 'type' in eventType.confirmationPolicy,
    canSendCalVideoTranscriptionEmails: true,
    seatsPerTimeSlot: seats || null,
    seatsShowAttendees: 'showAttendeeInfo' in eventType.seats && eventType.seats.showAttendeeInfo,
    seatsShowAvailabilityCount: !('showAvailabilityCount' in eventType.seats) || eventType.seats.showAvailabilityCount,
    instantMeetingExpiryTimeOffsetInSeconds: 90,
    recurringEvent: eventType.recurrence,
    locations: eventType.locations.map(oldLocation),
    bookingFields: oldFields(eventType),
  }
}

const OF_BOOKING = [
  ...['slug', 'id', 'title', 'eventName', 'price', 'recurringEvent', 'currency', 'metadata', 'disableGuests'],
  ...['bookingFields', 'seatsPerTimeSlot', 'seatsShowAttendees', 'seatsShowAvailabilityCount', 'eventTypeColor'],
  ...['customReplyToEmail', 'allowReschedulingPastBookings', 'hideOrganizerEmail', 'disableCancelling'],
  ...['disableRescheduling', 'minimumRescheduleNotice', 'teamId', 'parentId', 'schedulingType', 'hosts', 'length'],
  'team',
]

/** The event type as it stands in the old list of bookings. */
export function oldEventTypeOfBooking(account: Account, eventType: EventType) {
  const whole: Record<string, unknown> = oldEventTypeView(account, eventType)
  return { ...Object.fromEntries(OF_BOOKING.map((name) => [name, whole[name]])), hostGroups: [] }
}
