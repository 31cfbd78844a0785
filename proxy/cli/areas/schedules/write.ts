import type { Command, OptionValues } from '@commander-js/extra-typings'
import type { Override, Schedule, UpdateScheduleInput } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import { readClosed, readDates, readOverride, readWeek } from '../../hours.ts'
import { readData, several, toChange, withData } from '../../options.ts'
import { zoneOption } from '../../time.ts'
import { pickSchedule, showSchedule } from './schedule.ts'

/** `gate schedules create` and `set` */
export const writeVerbs: Area = (schedules, open) => {
  settings(schedules.command('create').description('add a schedule'))
    .requiredOption('--name <name>', 'its name')
    .addHelpText('after', examples('gate schedules create --name "Summer" --hours "Mon-Thu 10:00-16:00"'))
    .action(async ({ name, data, ...options }) => {
      const session = await open()
      const timeZone = options.timeZone ?? (await session.me()).timeZone
      const input = { name, ...changesOf(options, []), timeZone, isDefault: options.default ?? false }
      const whole = withData(input, await readData(session.io.cwd, data))
      await showSchedule(session, await session.act((calcom) => calcom.schedules.create(whole)))
    })

  settings(
    schedules.command('set <id>').description('change a schedule, or the `default` one; what is not named stays'),
  )
    .option('--name <name>', 'a new name')
    .option('--reset <days>', 'a day, or days, that go by the weekly hours again; again for more', several)
    .addHelpText(
      'after',
      examples(
        'gate schedules set default --hours "Mon-Fri 10:00-18:00" --hours "Sat 11:00-14:00"',
        'gate schedules set default --hours "Пн-Пт 10:00-13:00,14:00-18:00"',
        'gate schedules set 1 --override 2026-12-31=12:00-13:00 --close 2027-01-01..2027-01-08',
        'gate schedules set 1 --reset 2026-12-31',
      ),
    )
    .action(async (wanted, { name, data, ...options }) => {
      const session = await open()
      const more = await readData(session.io.cwd, data)
      // Before Cal.com is asked for what is there: whatever is typed wrong is told at once.
      toChange({ name, ...changesOf(options, []) }, more)
      const { id, overrides } = await pickSchedule(session.calcom, wanted)
      const patch = toChange({ name, ...changesOf(options, overrides) }, more)
      await showSchedule(session, await session.act((calcom) => calcom.schedules.update(id, patch)))
    })
}

const settings = <Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) =>
  command
    .option('--hours <hours>', 'weekly hours, in place of all there are; again for other days', several)
    .option('--override <day=hours>', 'other hours on one day, 2026-12-31=12:00-13:00; again for more', several)
    .option('--close <days>', 'no hours on a day, or from..to; again for more', several)
    .option('--time-zone <zone>', 'the zone its clocks go by, IANA', zoneOption)
    .option('--default', 'make it the schedule of all event types that have none of their own')
    .option('--data <json>', "anything else of Cal.com's API, as a JSON object or @file")

interface Settings {
  hours?: string[] | undefined
  override?: string[] | undefined
  close?: string[] | undefined
  reset?: string[] | undefined
  timeZone?: string | undefined
  default?: true | undefined
}

function changesOf(options: Settings, before: Schedule['overrides']): UpdateScheduleInput {
  return {
    timeZone: options.timeZone,
    isDefault: options.default,
    availability: options.hours && readWeek(options.hours),
    overrides: overridesOf(options, before),
  }
}

/** Cal.com takes the whole list only: what was there before stays, but for the days that are named. */
function overridesOf({ override, close, reset }: Settings, before: Schedule['overrides']): Override[] | undefined {
  if (!override && !close && !reset) return undefined
  const changed = [...(override ?? []).flatMap(readOverride), ...(close ?? []).flatMap(readClosed)]
  const days = new Set([
    ...changed.map(({ date }) => date),
    ...(reset ?? []).flatMap((text) => readDates(text, '--reset')),
  ])
  return [...before.filter(({ date }) => !days.has(date)), ...changed].sort((a, b) => a.date.localeCompare(b.date))
}
