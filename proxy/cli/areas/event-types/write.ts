import type { Command, OptionValues } from '@commander-js/extra-typings'
import type { EventTypeSettings } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import { pickEventType } from '../../event-type.ts'
import { numberOption, numbersOption, readData, switchOption, toChange, withData } from '../../options.ts'
import { showEventType } from './event-type.ts'

/** `gate event-types create` and `update` */
export const writeVerbs: Area = (eventTypes, open) => {
  settings(eventTypes.command('create').description('add an event type'))
    .requiredOption('--slug <slug>', 'its address on Cal.com: letters, digits, hyphens')
    .requiredOption('--title <title>', 'its name')
    .requiredOption('--length <minutes>', 'how long it is', numberOption)
    .addHelpText('after', examples('gate event-types create --slug delo-40min --title "Дело" --length 40', DATA))
    .action(async ({ slug, title, length, data, ...rest }) => {
      const session = await open()
      const input = { slug, title, lengthInMinutes: length, ...settingsOf(rest) }
      const whole = withData(input, await readData(session.io.cwd, data))
      await showEventType(session, await session.act((calcom) => calcom.eventTypes.create(whole)))
    })

  settings(eventTypes.command('update <slug-or-id>').description('change an event type; what is not named stays'))
    .option('--slug <slug>', 'a new address')
    .option('--title <title>', 'a new name')
    .option('--length <minutes>', 'how long it is', numberOption)
    .addHelpText('after', examples('gate event-types update delo-40min --notice 240 --buffer-after 10'))
    .action(async (wanted, { slug, title, length, data, ...rest }) => {
      const session = await open()
      const { id } = pickEventType(await session.calcom.eventTypes.list(), wanted)
      const patch = { slug, title, lengthInMinutes: length, ...settingsOf(rest) }
      const changes = toChange(patch, await readData(session.io.cwd, data))
      await showEventType(session, await session.act((calcom) => calcom.eventTypes.update(id, changes)))
    })
}

const DATA = `gate event-types create --slug call --title Call --length 30 --data '{"locations":[{"type":"attendeePhone"}]}'`

/** Options that a new event type and a changed one share. */
const settings = <Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) =>
  command
    .option('--description <text>', 'what it is about')
    .option('--lengths <minutes>', 'lengths to choose from, like 30,60', numbersOption)
    .option('--interval <minutes>', 'between two starts on offer', numberOption)
    .option('--notice <minutes>', 'between now and the first start on offer', numberOption)
    .option('--buffer-before <minutes>', 'kept free before it', numberOption)
    .option('--buffer-after <minutes>', 'kept free after it', numberOption)
    .option('--schedule <id>', 'the schedule it goes by, in place of the default one', numberOption)
    .option('--hidden <yes|no>', 'whether the public page leaves it out', switchOption)
    .option('--confirm <yes|no>', 'whether you confirm each booking', switchOption)
    .option('--data <json>', "anything else of Cal.com's API, as a JSON object or @file")

interface SettingsOptions {
  description?: string | undefined
  lengths?: number[] | undefined
  interval?: number | undefined
  notice?: number | undefined
  bufferBefore?: number | undefined
  bufferAfter?: number | undefined
  schedule?: number | undefined
  hidden?: boolean | undefined
  confirm?: boolean | undefined
}

const settingsOf = (options: SettingsOptions): EventTypeSettings => ({
  description: options.description,
  lengthInMinutesOptions: options.lengths,
  slotInterval: options.interval,
  minimumBookingNotice: options.notice,
  beforeEventBuffer: options.bufferBefore,
  afterEventBuffer: options.bufferAfter,
  scheduleId: options.schedule,
  hidden: options.hidden,
  confirmationPolicy: confirmation(options.confirm),
})

function confirmation(isWanted: boolean | undefined): object | undefined {
  if (isWanted === undefined) return undefined
  return isWanted ? { type: 'always', blockUnconfirmedBookingsInBooker: true } : { disabled: true }
}
