import type { CalcomBooking } from '../../calcom/index.ts'
import { calendarFoot, calendarHead, icsEvent } from '../../ics.ts'
import { toCalendarEvent } from '../../manage/calendar-event.ts'

/** A calendar to be imported. What was moved is there once, at its new time. */
export async function* toIcs(bookings: AsyncIterable<CalcomBooking>): AsyncGenerator<string> {
  yield calendarHead
  for await (const booking of bookings) {
    // How often it was moved is not told here: at least once.
    if (isInCalendar(booking)) yield icsEvent(toCalendarEvent(booking, Number(Boolean(booking.rescheduledFromUid))))
  }
  yield calendarFoot
}

/** Not what was moved: its successor goes by the same UID, and a file may hold each only once. */
export const isInCalendar = ({ rescheduledToUid }: CalcomBooking) => !rescheduledToUid
