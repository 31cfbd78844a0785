import type { CalcomBooking } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import type { Session } from '../../session.ts'
import { type Cell, card } from '../../text.ts'
import { zoneOption } from '../../time.ts'
import { STYLE } from './list.ts'

/** `gate bookings show` */
export const showVerb: Area = (bookings, open) => {
  bookings
    .command('show <uid>')
    .description('show one booking with all that was answered')
    .option('--time-zone <zone>', "zone of the times shown (default: the account's)", zoneOption)
    .addHelpText('after', examples('gate bookings show thLa8sDCyQjhoGjth5a517'))
    .action(async (uid, { timeZone }) => {
      const session = await open()
      await showBooking(session, await session.act((calcom) => calcom.bookings.get(uid)), timeZone)
    })
}

/** Shows a booking as it is now. */
export function showBooking(session: Session, booking: CalcomBooking, timeZone?: string): Promise<void> {
  return session.show(booking, async () => {
    const zone = await session.zone(timeZone)
    const facts: Record<string, Cell | undefined> = {
      When: zone.span(booking.start, booking.end),
      Zone: zone.words,
      Status: [STYLE[booking.status], booking.status],
      Title: booking.title,
      Event: booking.eventType?.slug,
      Attendees: booking.attendees.map(personOf).join(', ') || '–',
      Guests: booking.guests?.join(', ') || undefined,
      Where: booking.location ?? undefined,
      Answers: answersOf(booking),
      Cancelled: booking.cancellationReason || undefined,
      'Why moved': booking.reschedulingReason || undefined,
      'Moved from': booking.rescheduledFromUid ?? undefined,
      'Moved to': booking.rescheduledToUid ?? undefined,
      UID: booking.uid,
    }
    return card(facts, session.out.paint)
  })
}

const personOf = ({ name, email, phoneNumber, timeZone, seatUid }: CalcomBooking['attendees'][number]) =>
  `${name} (${[email, phoneNumber, timeZone, seatUid && `seat ${seatUid}`].filter(Boolean).join(', ')})`

function answersOf({ bookingFieldsResponses }: CalcomBooking): string | undefined {
  const answers = Object.entries(bookingFieldsResponses ?? {})
  if (!answers.length) return undefined
  return answers.map(([slug, answer]) => `${slug}: ${JSON.stringify(answer)}`).join(', ')
}
