import { type Command, InvalidArgumentError, Option, type OptionValues } from '@commander-js/extra-typings'
import { toPhone } from '../../booking/answers.ts'
import type { Action, JournalFilter, State } from '../../store/store.ts'
import { list } from '../options.ts'
import { checkOrder, toInstant, zoneOption } from '../time.ts'

const ACTIONS = ['book', 'cancel', 'move'] as const satisfies Action[]
const STATES: readonly State[] = ['received', 'sent', 'queued', 'confirmed', 'refused', 'cancelled', 'abandoned']

/** Reads `--state queued,sent`, and `--state` again and again. */
function statesOption(text: string, before: State[] = []): State[] {
  const wanted = list(text)
  const known = STATES.filter((state) => wanted.includes(state))
  if (!known.length || known.length !== new Set(wanted).size)
    throw new InvalidArgumentError(`It must be of ${STATES.join(', ')}; several with commas.`)
  return [...before, ...known]
}

/** As addresses are compared in the journal. */
export function emailOption(text: string): string {
  if (/^\S+@\S+$/.test(text.trim())) return text.trim().toLowerCase()
  throw new InvalidArgumentError('It must be an e-mail address.')
}

/** As numbers are compared in the journal. */
export function phoneOption(text: string): string {
  const phone = toPhone(text)
  if (phone) return phone
  throw new InvalidArgumentError('It must be a phone number, like +79161234567.')
}

/** Adds every filter of the journal's as an option: all of them must hold, but for a person either of hers. */
export const withFilter = <Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) =>
  command
    .option('--state <state>', `any of ${STATES.join(', ')}; several with commas`, statesOption)
    .addOption(new Option('--action <action>', 'what was asked for').choices(ACTIONS))
    .option('--since <time>', 'recorded then or later: a day, or a time')
    .option('--before <time>', 'recorded before: a day, or a time')
    .option('--email <address>', 'of this person, with what she asked to be done with her bookings', emailOption)
    .option('--phone <number>', 'of this person, likewise', phoneOption)
    .option('--time-zone <zone>', 'zone of the times, given and shown (default: UTC)', zoneOption)

/** What the options of `withFilter` give. */
export interface FilterOptions {
  state?: State[] | undefined
  action?: Action | undefined
  since?: string | undefined
  before?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  timeZone?: string | undefined
}

/** The filter that the options mean. Throws `UsageError`. */
export function readFilter({ state, action, since, before, email, phone, timeZone = 'UTC' }: FilterOptions) {
  const time = (option: string, text: string | undefined) =>
    text === undefined ? undefined : toInstant(option, text, 'from', timeZone)
  const filter = { since: time('--since', since), before: time('--before', before) }
  checkOrder(['--since', filter.since], ['--before', filter.before])
  return { ...filter, states: state, action, email, phone } satisfies JournalFilter
}
