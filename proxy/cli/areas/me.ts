import { Option } from '@commander-js/extra-typings'
import { type Me, type UpdateMeInput, WEEKDAYS } from '../../calcom/index.ts'
import { type Area, examples } from '../area.ts'
import { numberOption, readData, toChange } from '../options.ts'
import type { Session } from '../session.ts'
import { card } from '../text.ts'
import { zoneOption } from '../time.ts'

/** `gate me`: the account behind the key. */
export const meArea: Area = (program, open) => {
  const me = program
    .command('me')
    .description('the account behind the key')
    .addHelpText('after', examples('gate me', 'gate me update --time-zone Asia/Tbilisi'))

  me.command('get', { isDefault: true })
    .description('show the account: its name, zone, default schedule')
    .addHelpText('after', examples('gate me', "gate me --json | jq -r .timeZone   # for a script's sake"))
    .action(async () => {
      const session = await open()
      await showMe(session, await session.act((calcom) => calcom.me.get()))
    })

  me.command('update')
    .description('change the account; what is not named stays')
    .option('--name <name>', 'the name that visitors see')
    .option('--email <address>', 'Cal.com asks to confirm a new one')
    .option('--bio <text>', 'some words about yourself')
    .option('--time-zone <zone>', "the account's zone, IANA", zoneOption)
    .addOption(new Option('--time-format <hours>', 'clock of 12 or of 24 hours').choices(['12', '24'] as const))
    .addOption(new Option('--week-start <day>', 'first day of the week').choices(WEEKDAYS))
    .option('--locale <language>', "language of Cal.com's pages and mails, like ru")
    .option('--default-schedule <id>', 'schedule of the event types that have none of their own', numberOption)
    .option('--data <json>', 'anything else, as a JSON object or @file')
    .addHelpText(
      'after',
      examples('gate me update --time-zone Asia/Tbilisi', 'gate me update --name "Ольга" --dry-run'),
    )
    .action(async ({ timeFormat, defaultSchedule, data, ...rest }) => {
      const session = await open()
      const patch: UpdateMeInput = {
        ...rest,
        ...(timeFormat && { timeFormat: timeFormat === '12' ? 12 : 24 }),
        ...(defaultSchedule !== undefined && { defaultScheduleId: defaultSchedule }),
      }
      const changes = toChange(patch, await readData(session.io.cwd, data))
      await showMe(session, await session.act((calcom) => calcom.me.update(changes)))
    })
}

function showMe(session: Session, me: Me): Promise<void> {
  return session.show(me, () =>
    card(
      {
        Name: me.name ?? '–',
        Username: me.username,
        'E-mail': me.email ?? '–',
        Zone: me.timeZone,
        Clock: me.timeFormat ? `${me.timeFormat} hours` : '–',
        'Week starts': me.weekStart ?? '–',
        'Default schedule': me.defaultScheduleId ?? 'none',
      },
      session.out.paint,
    ),
  )
}
