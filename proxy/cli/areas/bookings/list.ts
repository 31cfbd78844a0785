import type { Calcom, CalcomBooking } from '../../../calcom/index.ts'
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
        : await session.act((calcom) => collect(session, calcom.bookings.all(filter, progressOf(session))))
      await session.show(found, async () => {
        const zone = await session.zone(options.timeZone)
        const rows = found.length ? `\n${table(found, columnsIn(zone), session.out.paint)}` : ''
        return `${count(found.length, 'booking')}, times in ${zone.words}${rows}`
      })
    })
}

type All = Calcom['bookings']['all']

/** Tells how far a long list is, page by page. */
export function progressOf(session: Session): NonNullable<Parameters<All>[1]> {
  let seen = 0
  return {
    onPage({ bookings, total, hasNext }) {
      seen = Math.min(seen + bookings.length, total)
      void session.out.progress(hasNext ? `${seen} of ${total} bookings…` : '')
    },
  }
}

async function collect(session: Session, all: ReturnType<All>): Promise<CalcomBooking[]> {
  const found: CalcomBooking[] = []
  try {
    for await (const booking of all) found.push(booking)
  } finally {
    await session.out.progress()
  }
  return found
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
