import { type Area, examples } from '../../area.ts'
import { pickEventType } from '../../event-type.ts'
import { plain, table } from '../../text.ts'
import { COLUMNS, showEventType } from './event-type.ts'
import { writeVerbs } from './write.ts'

/** `gate event-types`: what can be booked. */
export const eventTypesArea: Area = (program, open) => {
  const eventTypes = program
    .command('event-types')
    .description('what can be booked')
    .addHelpText(
      'after',
      examples(
        'gate event-types list',
        'gate event-types show delo-40min',
        'gate event-types update delo-40min --notice 240',
      ),
    )

  eventTypes
    .command('list')
    .description('list all event types, the hidden ones too')
    .addHelpText('after', examples('gate event-types list', "gate event-types list --json | jq '.[].slug'"))
    .action(async () => {
      const session = await open()
      const all = await session.act((calcom) => calcom.eventTypes.list())
      await session.show(all, () => table(all, COLUMNS, session.out.paint))
    })

  eventTypes
    .command('show <slug-or-id>')
    .description('show one event type and the questions of its form')
    .addHelpText('after', examples('gate event-types show delo-40min', 'gate event-types show 3 --json'))
    .action(async (wanted) => {
      const session = await open()
      await showEventType(session, pickEventType(await session.act((calcom) => calcom.eventTypes.list()), wanted))
    })

  writeVerbs(eventTypes, open)

  eventTypes
    .command('delete <slug-or-id>')
    .description('delete an event type; its bookings stay')
    .addHelpText('after', examples('gate event-types delete old-one', 'gate event-types delete 12 --yes'))
    .action(async (wanted) => {
      const session = await open()
      const { id, slug, title } = pickEventType(await session.calcom.eventTypes.list(), wanted)
      await session.agree(() => `Delete the event type ${plain(slug)} (${plain(title)})?`)
      const gone = await session.act((calcom) => calcom.eventTypes.delete(id))
      await session.show(gone, () => `Deleted: ${plain(gone.slug)}.`)
    })
}
