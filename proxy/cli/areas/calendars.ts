import { InvalidArgumentError } from '@commander-js/extra-typings'
import type { Calendar, Calendars } from '../../calcom/index.ts'
import { type Area, examples } from '../area.ts'
import { UsageError } from '../errors.ts'
import { plain, table } from '../text.ts'
import { checkOrder, zoneOption } from '../time.ts'

/** `gate calendars`: the connected calendars, and when they are busy. */
export const calendarsArea: Area = (program, open) => {
  const calendars = program
    .command('calendars')
    .description('the calendars that are connected to the account')
    .addHelpText('after', examples('gate calendars list', 'gate calendars busy --from 2026-12-01 --to 2026-12-07'))

  calendars
    .command('list')
    .description('list the connected calendars')
    .addHelpText('after', examples('gate calendars list'))
    .action(async () => {
      const session = await open()
      const found = await session.act((calcom) => calcom.calendars.list())
      const [all, broken] = [allOf(found), brokenOf(found)]
      const words = all.length ? table(all, COLUMNS, session.out.paint) : 'No calendar is connected.'
      await session.show(found, () => [words, ...broken.map((name) => `Broken, connect it again: ${name}`)].join('\n'))
    })

  calendars
    .command('busy')
    .description('list the busy times of the calendars that count, or of those that are named')
    .requiredOption('--from <time>', 'a day, or a time')
    .requiredOption('--to <time>', 'a day, which is the last one, or a time')
    .option(
      '--calendar <id:name>',
      'one of the calendars, as `calendars list` names it; again for more',
      calendarOption,
    )
    .option('--time-zone <zone>', "zone of the times, given and shown (default: the account's)", zoneOption)
    .addHelpText('after', examples('gate calendars busy --from 2026-12-01 --to 2026-12-07'))
    .action(async ({ from, to, calendar, timeZone }) => {
      const session = await open()
      const zone = await session.zone(timeZone)
      const span = {
        from: await session.instant('--from', from, 'from', timeZone),
        to: await session.instant('--to', to, 'to', timeZone),
      }
      checkOrder(['--from', span.from], ['--to', span.to])
      const wanted = calendar ?? allOf(await session.calcom.calendars.list()).filter(({ counts }) => counts)
      if (!wanted.length) throw new UsageError('No calendar is connected, or none counts: there is nothing to ask.')
      const ids = wanted.map(({ credentialId, externalId }) => ({ credentialId, externalId }))
      const query = { ...span, timeZone: zone.id, calendars: ids }
      const busy = await session.act((calcom) => calcom.calendars.busy(query))
      const columns = {
        Busy: ({ start, end }: { start: string; end: string }) => zone.span(start, end),
        What: ({ title }: { title?: string | null | undefined }) => title ?? '',
      }
      await session.show(busy, () => {
        const lines = busy.length ? table(busy, columns, session.out.paint) : 'None.'
        return `Busy times in ${zone.words}\n${lines}`
      })
    })
}

interface Connected extends Calendar {
  connection: string
  /** Whether its events make the host busy. */
  counts: boolean
}

function allOf({ connectedCalendars }: Calendars): Connected[] {
  return connectedCalendars.flatMap(({ calendars, integration }) =>
    (calendars ?? []).map((calendar) => ({
      ...calendar,
      connection: nameOf(integration),
      counts: calendar.isSelected ?? true,
    })),
  )
}

/** Connections that list no calendars any more. */
const brokenOf = ({ connectedCalendars }: Calendars): string[] =>
  connectedCalendars.flatMap(({ calendars, integration }) => (calendars ? [] : [plain(nameOf(integration))]))

type Integration = Calendars['connectedCalendars'][number]['integration']

const nameOf = ({ title, name, type }: Integration) => title ?? name ?? type ?? '–'

const COLUMNS = {
  Calendar: ({ credentialId, externalId }: Connected) => `${credentialId}:${externalId}`,
  Name: ({ name }: Connected) => name ?? '–',
  Connection: ({ connection }: Connected) => connection,
  Counts: ({ counts }: Connected) => (counts ? 'yes' : 'no'),
}

type Named = Pick<Calendar, 'credentialId' | 'externalId'>

/** Reads `1:https://example.com/feed.ics`. */
function calendarOption(text: string, before: Named[] = []): Named[] {
  const [, id, externalId] = /^(\d+):(.+)$/.exec(text) ?? []
  if (!id || !externalId) throw new InvalidArgumentError('It must be of the form 1:name.')
  return [...before, { credentialId: Number(id), externalId }]
}
