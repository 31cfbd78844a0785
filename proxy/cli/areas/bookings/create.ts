import type { CreateBookingInput } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import { pickEventType } from '../../event-type.ts'
import { numberOption, pairs, readData, several, withData } from '../../options.ts'
import { zoneOption } from '../../time.ts'
import { showBooking } from './show.ts'

/** `gate bookings create` */
export const createVerb: Area = (bookings, open) => {
  bookings
    .command('create')
    .description('book a time')
    .requiredOption('--event <slug-or-id>', 'the event type')
    .requiredOption('--start <time>', 'when; Cal.com also takes a start that is not on offer, so look at `slots list`')
    .requiredOption('--name <name>', 'who comes')
    .option('--email <address>', 'where Cal.com writes to')
    .option('--phone <number>', 'like +79001234567')
    .option('--attendee-time-zone <zone>', "zone of who comes (default: the account's)", zoneOption)
    .option('--language <language>', "language of Cal.com's mails, like ru")
    .option('--duration <minutes>', 'for an event type of several lengths', numberOption)
    .option('--guest <address>', 'who comes along; again for more', several)
    .option('--answer <slug=value>', 'answer to a question of the form; again for more', pairs)
    .option('--metadata <key=value>', 'kept with the booking; again for more', pairs)
    .option('--data <json>', "anything else of Cal.com's API, as a JSON object or @file")
    .option('--time-zone <zone>', "zone of the times, given and shown (default: the account's)", zoneOption)
    .addHelpText(
      'after',
      examples(
        'gate bookings create --event delo-40min --start "2026-12-01 10:00" --name "Иван" --email ivan@example.com',
        'gate bookings create --event 30min --start 2026-12-01T07:00Z --name A --email a@example.com --dry-run',
      ),
    )
    .action(async ({ event, start, name, email, phone, language, timeZone, ...options }) => {
      const session = await open()
      const instant = await session.instant('--start', start, 'exactly', timeZone)
      const { id } = pickEventType(await session.calcom.eventTypes.list(), event)
      const zone = options.attendeeTimeZone ?? (await session.me()).timeZone
      const attendee = { name, timeZone: zone, email, phoneNumber: phone, language }
      const input: CreateBookingInput = {
        start: instant,
        eventTypeId: id,
        attendee,
        lengthInMinutes: options.duration,
        guests: options.guest,
        bookingFieldsResponses: options.answer,
        metadata: options.metadata,
      }
      const body = withData(input, await readData(session.io.cwd, options.data))
      await showBooking(session, await session.act((calcom) => calcom.bookings.create(body)), timeZone)
    })
}
