import { type Area, examples } from '../../area.ts'
import { plain, table } from '../../text.ts'
import { COLUMNS, pickSchedule, showSchedule } from './schedule.ts'
import { writeVerbs } from './write.ts'

/** `gate schedules`: when you work. */
export const schedulesArea: Area = (program, open) => {
  const schedules = program
    .command('schedules')
    .description('when you work')
    .addHelpText(
      'after',
      examples(
        'gate schedules default',
        'gate schedules set default --hours "Mon-Fri 10:00-18:00" --close 2027-01-01..2027-01-08',
      ),
    )

  schedules
    .command('list')
    .description('list all schedules')
    .addHelpText('after', examples('gate schedules list'))
    .action(async () => {
      const session = await open()
      const all = await session.act((calcom) => calcom.schedules.list())
      await session.show(all, () => (all.length ? table(all, COLUMNS, session.out.paint) : 'There is no schedule.'))
    })

  schedules
    .command('show <id>')
    .description('show one schedule: its hours, and the days that differ')
    .addHelpText('after', examples('gate schedules show 1', 'gate schedules show default'))
    .action(async (id) => {
      const session = await open()
      await showSchedule(session, await session.act((calcom) => pickSchedule(calcom, id)))
    })

  schedules
    .command('default')
    .description('show the schedule of all event types that have none of their own')
    .addHelpText('after', examples('gate schedules default --json'))
    .action(async () => {
      const session = await open()
      await showSchedule(session, await session.act((calcom) => pickSchedule(calcom, 'default')))
    })

  writeVerbs(schedules, open)

  schedules
    .command('delete <id>')
    .description('delete a schedule; asks first')
    .addHelpText('after', examples('gate schedules delete 2'))
    .action(async (wanted) => {
      const session = await open()
      const { id, name } = await pickSchedule(session.calcom, wanted)
      await session.agree(() => `Delete the schedule ${plain(name)}?`)
      await session.act((calcom) => calcom.schedules.delete(id))
      await session.show({ deleted: id }, () => `Deleted: ${plain(name)}.`)
    })
}
