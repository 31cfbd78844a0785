import { type Command, InvalidArgumentError, Option, type OptionValues } from '@commander-js/extra-typings'
import type { BookingsFilter } from '../../../calcom/index.ts'
import { pickEventType } from '../../event-type.ts'
import { list } from '../../options.ts'
import type { Session } from '../../session.ts'
import { checkOrder, type Edge, zoneOption } from '../../time.ts'

const STATUSES = ['upcoming', 'past', 'cancelled', 'unconfirmed', 'recurring'] as const
type Status = (typeof STATUSES)[number]
const ORDERS = ['asc', 'desc'] as const
type Order = (typeof ORDERS)[number]

/** Reads `--status upcoming,past`, and `--status` again and again. */
export function statusOption(text: string, before: Status[] = []): Status[] {
  const wanted = list(text)
  const known = STATUSES.filter((status) => wanted.includes(status))
  const unknown = wanted.find((status) => !STATUSES.some((one) => one === status))
  if (unknown !== undefined || !known.length) {
    throw new InvalidArgumentError(`It must be of ${STATUSES.join(', ')}; several with commas.`)
  }
  return [...before, ...known]
}

const order = (flag: string, what: string) => new Option(`${flag} <order>`, `sort by ${what}`).choices(ORDERS)

/** Adds every filter of Cal.com's as an option: all of them must hold. */
export const withFilter = <Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) =>
  command
    .option('--status <status>', `any of ${STATUSES.join(', ')}; several with commas`, statusOption)
    .option('--event <slug-or-id>', 'of this event type; several with commas', list)
    .option('--attendee-email <address>', 'of who booked')
    .option('--attendee-name <name>', 'of who booked')
    .option('--uid <uid>', 'this one booking')
    .option('--after-start <time>', 'that start then or later: a day, or a time')
    .option('--before-end <time>', 'that end by then: a day, which is the last one, or a time')
    .option('--after-created <time>', 'made then or later')
    .option('--before-created <time>', 'made by then')
    .option('--after-updated <time>', 'changed then or later')
    .option('--before-updated <time>', 'changed by then')
    .addOption(order('--sort-start', 'start'))
    .addOption(order('--sort-end', 'end'))
    .addOption(order('--sort-created', 'when it was made'))
    .addOption(order('--sort-updated', 'when it was changed last'))
    .option('--time-zone <zone>', "zone of the times, given and shown (default: the account's)", zoneOption)

/** What the options of `withFilter` give. */
export interface FilterOptions {
  status?: Status[] | undefined
  event?: string[] | undefined
  attendeeEmail?: string | undefined
  attendeeName?: string | undefined
  uid?: string | undefined
  afterStart?: string | undefined
  beforeEnd?: string | undefined
  afterCreated?: string | undefined
  beforeCreated?: string | undefined
  afterUpdated?: string | undefined
  beforeUpdated?: string | undefined
  sortStart?: Order | undefined
  sortEnd?: Order | undefined
  sortCreated?: Order | undefined
  sortUpdated?: Order | undefined
  timeZone?: string | undefined
}

/**
 * The filter that the options mean. Asks Cal.com for the ids of event types, and for the account's zone where it
 * counts.
 */
export async function readFilter(session: Session, options: FilterOptions): Promise<BookingsFilter> {
  const { status, attendeeEmail, attendeeName, uid, timeZone } = options
  const { sortStart, sortEnd, sortCreated, sortUpdated } = options
  const time = async (option: string, text: string | undefined, edge: Edge) =>
    text === undefined ? undefined : session.instant(option, text, edge, timeZone)
  const filter = {
    ...{ status, attendeeEmail, attendeeName, bookingUid: uid },
    eventTypeIds: await idsOf(session, options.event),
    afterStart: await time('--after-start', options.afterStart, 'from'),
    beforeEnd: await time('--before-end', options.beforeEnd, 'to'),
    afterCreatedAt: await time('--after-created', options.afterCreated, 'from'),
    beforeCreatedAt: await time('--before-created', options.beforeCreated, 'to'),
    afterUpdatedAt: await time('--after-updated', options.afterUpdated, 'from'),
    beforeUpdatedAt: await time('--before-updated', options.beforeUpdated, 'to'),
    ...{ sortStart, sortEnd, sortCreated, sortUpdatedAt: sortUpdated },
  }
  checkOrder(['--after-start', filter.afterStart], ['--before-end', filter.beforeEnd])
  checkOrder(['--after-created', filter.afterCreatedAt], ['--before-created', filter.beforeCreatedAt])
  checkOrder(['--after-updated', filter.afterUpdatedAt], ['--before-updated', filter.beforeUpdatedAt])
  return filter
}

async function idsOf(session: Session, wanted: string[] | undefined): Promise<number[] | undefined> {
  if (!wanted) return undefined
  const all = await session.calcom.eventTypes.list()
  return wanted.map((one) => pickEventType(all, one).id)
}
