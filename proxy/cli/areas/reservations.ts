import type { Command, OptionValues } from '@commander-js/extra-typings'
import type { Reservation, ReserveInput } from '../../calcom/index.ts'
import { type Area, examples } from '../area.ts'
import { NotFoundError } from '../errors.ts'
import { pickEventType } from '../event-type.ts'
import { numberOption } from '../options.ts'
import type { Session } from '../session.ts'
import { card } from '../text.ts'
import { zoneOption } from '../time.ts'

/** `gate reservations`: times hidden for a while. */
export const reservationsArea: Area = (program, open) => {
  const reservations = program
    .command('reservations')
    .description('times hidden from the free ones for a while; they stop nobody who books all the same')
    .addHelpText('after', examples('gate reservations create --event delo-40min --start "2026-12-01 10:00"'))

  input(reservations.command('create').description('hide a time'))
    .addHelpText('after', examples('gate reservations create --event delo-40min --start "2026-12-01 10:00" --for 10'))
    .action(async (options) => {
      const session = await open()
      const body = await read(session, options)
      await showOne(session, await session.act((calcom) => calcom.reservations.create(body)), options.timeZone)
    })

  reservations
    .command('show <uid>')
    .description('show a reservation')
    .option('--time-zone <zone>', "zone of the times shown (default: the account's)", zoneOption)
    .addHelpText('after', examples('gate reservations show 6652a0d2-5e31-4b32-8147-e9d49984d596'))
    .action(async (uid, { timeZone }) => {
      const session = await open()
      const found = await session.act((calcom) => calcom.reservations.get(uid))
      if (!found) throw new NotFoundError('There is no such reservation, or it has run out.')
      await showOne(session, found, timeZone)
    })

  input(reservations.command('update <uid>').description('move a reservation to another time'))
    .addHelpText('after', examples('gate reservations update <uid> --event delo-40min --start "2026-12-01 11:00"'))
    .action(async (uid, options) => {
      const session = await open()
      const body = await read(session, options)
      await showOne(session, await session.act((calcom) => calcom.reservations.update(uid, body)), options.timeZone)
    })

  reservations
    .command('delete <uid>')
    .description('show the time again')
    .addHelpText('after', examples('gate reservations delete <uid> --yes'))
    .action(async (uid) => {
      const session = await open()
      await session.agree(() => 'Delete the reservation?')
      await session.act((calcom) => calcom.reservations.delete(uid))
      await session.show({ deleted: uid }, () => 'Deleted, if there was one: Cal.com does not say.')
    })
}

const input = <Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) =>
  command
    .requiredOption('--event <slug-or-id>', 'the event type')
    .requiredOption('--start <time>', 'when')
    .option('--duration <minutes>', "how long the time is (default: the event type's length)", numberOption)
    .option('--for <minutes>', 'for how long it is hidden (default: 5)', numberOption)
    .option('--time-zone <zone>', "zone of the times, given and shown (default: the account's)", zoneOption)

interface InputOptions {
  event: string
  start: string
  duration?: number | undefined
  for?: number | undefined
  timeZone?: string | undefined
}

async function read(session: Session, options: InputOptions): Promise<ReserveInput> {
  const slotStart = await session.instant('--start', options.start, 'exactly', options.timeZone)
  const { id } = pickEventType(await session.calcom.eventTypes.list(), options.event)
  return {
    eventTypeId: id,
    slotStart,
    ...(options.duration !== undefined && { slotDuration: options.duration }),
    ...(options.for !== undefined && { reservationDuration: options.for }),
  }
}

function showOne(session: Session, reservation: Reservation, timeZone: string | undefined): Promise<void> {
  return session.show(reservation, async () => {
    const zone = await session.zone(timeZone)
    const { reservationUid, slotStart, slotEnd, reservationUntil } = reservation
    const facts = {
      UID: reservationUid,
      Hidden: zone.span(slotStart, slotEnd),
      Until: zone.time(reservationUntil),
      Zone: zone.words,
    }
    return card(facts, session.out.paint)
  })
}
