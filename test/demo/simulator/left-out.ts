/** Recorded lines, by name, that the simulator does not answer as Cal.com did, each for a reason. */
const LEFT_OUT: [RegExp, string][] = [
  [/^booking-(cancel|reschedule)-(?!no-version)/, 'Cancelling and moving are not built.'],
  [/^booking-cancel-no-version$/, 'Cancelling and moving are not built.'],
  [/^seats-cancel-/, 'Cancelling and moving are not built.'],
  [/^confirm-booking-confirm-/, 'Confirming is not built.'],
  [/^(reservation|race-reservation)-|^seats-reservation-/, 'Reservations are not built.'],
  [/^(busy-times|calendars|selected-calendars)-/, 'Calendars are not built.'],
  [/^event-types-(create|patch|delete)-/, 'Event types can only be read.'],
  [/^schedules-(create|patch|delete)-/, 'Schedules can only be read.'],
  [/^me-patch-/, 'The profile can only be read.'],
  [/^webhooks-/, 'Webhooks are not built.'],
]

export const reasonFor = (name: string) => LEFT_OUT.find(([names]) => names.test(name))?.[1]
