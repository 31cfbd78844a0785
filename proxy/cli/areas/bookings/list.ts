import type { BookingsFilter, Calcom, CalcomBooking, EachPage } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import { numberOption } from '../../options.ts'
import type { Session } from '../../session.ts'
import { type Cell, count, table } from '../../text.ts'
import type { Zone } from '../../time.ts'
import { readFilter, withFilter } from './filter.ts'

/** `gate bookings list` */
export const listVerb: Area = (bookings, open) => {
  withFilter(bookings.command('list').description('list bookings: all that fit, or so many of them'))
    .option('--take <count>', 'so many at most, 250 the most', numberOption)
    .option('--skip <count>', 'leave out so many first', numberOption)
    .addHelpText(
      'after',
      examples(
        'gate bookings list --status upcoming --sort-start asc',
        'gate bookings list --event delo-40min --after-start 2026-12-01 --before-end 2026-12-31',
        'gate bookings list --attendee-email ivan@example.com --json',
        'gate bookings list --status unconfirmed --take 10',
      ),
    )
    .action(async ({ take, skip, ...options }) => {
      const session = await open()
      const filter = await readFilter(session, options)
      const isPage = take !== undefined || skip !== undefined
      const found = isPage
        ? (await session.act((calcom) => calcom.bookings.list({ ...filter, take, skip }))).bookings
        : await session.act((calcom) => listAll(session, calcom, filter))
      await session.show(found, async () => {
        const zone = await session.zone(options.timeZone)
        const rows = found.length ? `\n${table(found, columnsIn(zone), session.out.paint)}` : ''
        return `${count(found.length, 'booking')}, times in ${zone.words}${rows}`
      })
    })
}

/** All pages come in the order in which bookings were made: they are put in the one that was asked for. */
async function listAll(session: Session, calcom: Calcom, filter: BookingsFilter): Promise<CalcomBooking[]> {
  const { sortStart, sortEnd, sortCreated, sortUpdatedAt, ...which } = filter
  const found: CalcomBooking[] = []
  try {
    for await (const booking of calcom.bookings.all(which, progressOf(session))) found.push(booking)
  } finally {
    await session.out.progress()
  }
  if (sortEnd) return sorted(found, ({ end }) => end, sortEnd)
  if (sortCreated) return sorted(found, ({ createdAt }) => createdAt, sortCreated)
  if (sortUpdatedAt) return sorted(found, ({ updatedAt }) => updatedAt, sortUpdatedAt)
  return sorted(found, ({ start }) => start, sortStart ?? 'asc')
}

/** Tells how far a long list is, page by page. */
export function progressOf(session: Session): EachPage {
  let seen = 0
  let all: number | undefined
  return {
    onPage({ bookings, total, hasNext }) {
      all ??= total
      seen = Math.min(seen + bookings.length, all)
      if (hasNext) void session.out.progress(`${seen} of ${all} bookings…`)
    },
  }
}

type Read = (booking: CalcomBooking) => string | null | undefined

function sorted(bookings: CalcomBooking[], read: Read, order: 'asc' | 'desc'): CalcomBooking[] {
  const time = (booking: CalcomBooking) => Date.parse(read(booking) ?? booking.start)
  const sign = order === 'asc' ? 1 : -1
  return bookings.toSorted((a, b) => sign * (time(a) - time(b)))
}

const columnsIn = (zone: Zone) => ({
  When: ({ start, end }: CalcomBooking) => zone.span(start, end),
  Status: ({ status }: CalcomBooking): Cell => [STYLE[status], status],
  Event: ({ eventType, title }: CalcomBooking) => eventType?.slug ?? title,
  Attendee: ({ attendees: [first, ...others] }: CalcomBooking) =>
    `${first?.name ?? '–'}${others.length ? ` +${others.length}` : ''}`,
  'E-mail': ({ attendees: [first] }: CalcomBooking) => first?.email ?? '–',
  UID: ({ uid }: CalcomBooking) => uid,
})

export const STYLE = { accepted: 'green', pending: 'yellow', cancelled: 'dim', rejected: 'dim' } as const
