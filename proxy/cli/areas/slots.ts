import type { Command, OptionValues } from '@commander-js/extra-typings'
import type { Slot } from '../../calcom/index.ts'
import { type Area, examples } from '../area.ts'
import { pickEventType } from '../event-type.ts'
import { numberOption } from '../options.ts'
import type { Session } from '../session.ts'
import { table } from '../text.ts'
import { checkOrder, type Zone, zoneOption } from '../time.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** `gate slots`: the free times. */
export const slotsArea: Area = (program, open) => {
  const slots = program
    .command('slots')
    .description('the free times of an event type')
    .addHelpText('after', examples('gate slots list --event delo-40min'))

  query(slots.command('list').description('list the free starts'))
    .addHelpText(
      'after',
      examples(
        'gate slots list --event delo-40min                     # the next seven days',
        'gate slots list --event delo-40min --from 2026-12-01 --to 2026-12-05',
        'gate slots list --event 30min --time-zone Asia/Tokyo --json',
      ),
    )
    .action(async ({ event, timeZone, ...options }) => {
      const session = await open()
      const query = await read(session, event, timeZone, options)
      const starts = await session.act((calcom) => calcom.slots.list(query))
      await session.show(starts, async () => byDay(starts, await session.zone(timeZone)))
    })

  query(slots.command('range').description('list the free times with their ends, and with the seats that are left'))
    .addHelpText('after', examples('gate slots range --event delo-40min --from 2026-12-01 --to 2026-12-01'))
    .action(async ({ event, timeZone, ...options }) => {
      const session = await open()
      const query = await read(session, event, timeZone, options)
      const free = await session.act((calcom) => calcom.slots.range(query))
      await session.show(free, async () => {
        const zone = await session.zone(timeZone)
        return `${heading(zone)}\n${free.length ? table(free, columnsOf(free, zone), session.out.paint) : 'None.'}`
      })
    })
}

const query = <Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) =>
  command
    .requiredOption('--event <slug-or-id>', 'the event type')
    .option('--from <time>', 'a day, or a time (default: now)')
    .option('--to <time>', 'a day, which is the last one, or a time (default: seven days after)')
    .option('--duration <minutes>', 'for an event type of several lengths', numberOption)
    .option('--moving <uid>', 'a booking that is to be moved: its own time counts as free')
    .option('--time-zone <zone>', "zone of the times, given and shown (default: the account's)", zoneOption)

interface QueryOptions {
  from?: string | undefined
  to?: string | undefined
  duration?: number | undefined
  moving?: string | undefined
}

async function read(session: Session, event: string, timeZone: string | undefined, options: QueryOptions) {
  const { from, to, duration, moving } = options
  const start = from ? await session.instant('--from', from, 'from', timeZone) : session.io.now().toISOString()
  const end = to
    ? await session.instant('--to', to, 'to', timeZone)
    : new Date(Date.parse(start) + WEEK_MS).toISOString()
  checkOrder(['--from', start], ['--to', end])
  const { id } = pickEventType(await session.calcom.eventTypes.list(), event)
  return { eventTypeId: id, start, end, duration, bookingUidToReschedule: moving }
}

const heading = (zone: Zone) => `Free times in ${zone.words}`

const columnsOf = (free: Slot[], zone: Zone) => ({
  Free: ({ start, end }: Slot) => zone.span(start, end),
  ...(free.some(({ seatsRemaining }) => seatsRemaining !== undefined) && {
    'Seats left': ({ seatsRemaining }: Slot) => seatsRemaining ?? '',
  }),
})

/** A line per day. */
function byDay(starts: string[], zone: Zone): string {
  const days = new Map<string, string[]>()
  for (const start of starts) {
    const [weekday, day, time = ''] = zone.time(start).split(' ')
    const name = `${weekday} ${day}`
    days.set(name, [...(days.get(name) ?? []), time])
  }
  const lines = [...days].map(([day, times]) => `${day}  ${times.join(' ')}`)
  return [heading(zone), ...(lines.length ? lines : ['None.'])].join('\n')
}
