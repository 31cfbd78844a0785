import type { CalcomBooking } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import type { Session } from '../../session.ts'
import { plain } from '../../text.ts'
import { zoneOption } from '../../time.ts'
import { showBooking } from './show.ts'

/** `gate bookings reschedule`, `cancel`, `confirm` and `decline` */
export const moveVerbs: Area = (bookings, open) => {
  bookings
    .command('reschedule <uid>')
    .description('move a booking; it gets a new uid, and the old one is cancelled')
    .requiredOption('--start <time>', 'the new time')
    .option('--reason <text>', 'told to who booked')
    .option('--by <address>', 'who moves it: with your own address nobody needs to confirm again')
    .option('--seat <uid>', 'this seat only, as `bookings show` names it')
    .option('--time-zone <zone>', "zone of the times, given and shown (default: the account's)", zoneOption)
    .addHelpText('after', examples('gate bookings reschedule <uid> --start "2026-12-02 11:00" --reason "заболела"'))
    .action(async (uid, { start, reason, by, seat, timeZone }) => {
      const session = await open()
      const instant = await session.instant('--start', start, 'exactly', timeZone)
      const body = { start: instant, reschedulingReason: reason, rescheduledBy: by, seatUid: seat }
      await showBooking(session, await session.act((calcom) => calcom.bookings.reschedule(uid, body)), timeZone)
    })

  bookings
    .command('cancel <uid>')
    .description('cancel a booking; asks first')
    .requiredOption('--reason <text>', 'told to who booked; Cal.com does not go without one')
    .option('--seat <uid>', 'this seat only, as `bookings show` names it')
    .addHelpText(
      'after',
      examples('gate bookings cancel <uid> --reason "заболела"', 'gate bookings cancel <uid> --reason x --yes'),
    )
    .action(async (uid, { reason, seat }) => {
      const session = await open()
      await session.agree(async () => `Cancel ${await nameOf(session, uid)}?`)
      const body = { cancellationReason: reason, seatUid: seat }
      await showBooking(session, await session.act((calcom) => calcom.bookings.cancel(uid, body)))
    })

  bookings
    .command('confirm <uid>')
    .description('accept a booking that waits for it')
    .addHelpText('after', examples('gate bookings list --status unconfirmed', 'gate bookings confirm <uid>'))
    .action(async (uid) => {
      const session = await open()
      await showBooking(session, await session.act((calcom) => calcom.bookings.confirm(uid)))
    })

  bookings
    .command('decline <uid>')
    .description('reject a booking that waits for it; asks first')
    .option('--reason <text>', 'told to who booked')
    .addHelpText('after', examples('gate bookings decline <uid> --reason "В этот день меня нет"'))
    .action(async (uid, { reason }) => {
      const session = await open()
      await session.agree(async () => `Decline ${await nameOf(session, uid)}?`)
      await showBooking(session, await session.act((calcom) => calcom.bookings.decline(uid, { reason })))
    })
}

/** `the booking of Ivan, Tue 2026-12-01 10:00–10:40 Europe/Moscow` */
async function nameOf(session: Session, uid: string): Promise<string> {
  const { start, end, attendees, title }: CalcomBooking = await session.calcom.bookings.get(uid)
  const zone = await session.zone()
  return `the booking of ${plain(attendees[0]?.name ?? title)}, ${zone.span(start, end)} ${zone.id}`
}
