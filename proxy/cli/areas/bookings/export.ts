import { Option } from '@commander-js/extra-typings'
import type { CalcomBooking, EachPage, UnsortedFilter } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import { UsageError } from '../../errors.ts'
import { toCsv } from '../../export/csv.ts'
import { isInCalendar, toIcs } from '../../export/ics.ts'
import { toJsonl } from '../../export/jsonl.ts'
import { saveAs } from '../../export/save.ts'
import type { Titles } from '../../export/substance.ts'
import type { Session } from '../../session.ts'
import { count } from '../../text.ts'
import { checkOrder, zoneOption } from '../../time.ts'
import { statusOption } from './filter.ts'
import { progressOf } from './list.ts'

const FORMATS = ['jsonl', 'csv', 'ics'] as const
const LANGUAGES = ['ru', 'en'] as const

const HELP = `
jsonl is for the archive: a line a booking, with all that Cal.com tells. csv opens in Excel, ics in calendars.
Each of them holds people and the keys to their bookings: keep it as you keep the key.
`

/** `gate bookings export` */
export const exportVerb: Area = (bookings, open) => {
  bookings
    .command('export')
    .description('write all bookings that fit, however many, for the archive, a table or a calendar')
    .addOption(new Option('--format <format>', 'of the export').choices(FORMATS).makeOptionMandatory())
    .option('--from <time>', 'that start then or later: a day, or a time')
    .option('--to <time>', 'that end by then: a day, which is the last one, or a time')
    .option(
      '--status <status>',
      'any of upcoming, past, cancelled, unconfirmed, recurring (default: all)',
      statusOption,
    )
    .option('--out <file>', 'where to, whole or not at all, readable by you alone (default: stdout)')
    .addOption(new Option('--lang <language>', 'of the headings of a csv').choices(LANGUAGES).default('ru' as const))
    .option('--time-zone <zone>', "zone of the times, given and in a csv (default: the account's)", zoneOption)
    .addHelpText(
      'after',
      HELP +
        examples(
          'gate bookings export --format jsonl --out bookings.jsonl',
          'gate bookings export --format csv --from 2026-12-01 --to 2026-12-31 --out december.csv',
          'gate bookings export --format ics --status upcoming > upcoming.ics',
        ),
    )
    .action(async ({ format, from, to, status, out, ...options }) => {
      const session = await open()
      if (session.isJson && out === undefined) throw new UsageError('--json tells what was written: it wants --out.')
      const instant = (option: string, text: string | undefined, edge: 'from' | 'to') =>
        text === undefined ? undefined : session.instant(option, text, edge, options.timeZone)
      const filter = {
        status,
        afterStart: await instant('--from', from, 'from'),
        beforeEnd: await instant('--to', to, 'to'),
      }
      checkOrder(['--from', filter.afterStart], ['--to', filter.beforeEnd])
      const write = await WRITERS[format](session, options)
      // On a terminal the bookings themselves show how far it is.
      const isSeen = out === undefined && session.io.stdout.isTTY
      const found = await begin(session, filter, isSeen ? {} : progressOf(session))
      if (isSeen) return print(session, write(found))
      if (out === undefined) return print(session, write(found)).finally(() => session.out.progress())
      let written = 0
      const counted = each(found, (booking) => {
        if (format !== 'ics' || isInCalendar(booking)) written++
      })
      await saveAs(session.io.cwd, out, write(counted)).finally(() => session.out.progress())
      await session.show({ file: out, bookings: written }, () => `${count(written, 'booking')} in ${out}`)
    })
}

interface Options {
  lang: (typeof LANGUAGES)[number]
  timeZone?: string | undefined
}

type Writer = (bookings: AsyncIterable<CalcomBooking>) => AsyncIterable<string>

/** What each format has to know before it can begin. */
const WRITERS: Record<(typeof FORMATS)[number], (session: Session, options: Options) => Promise<Writer>> = {
  async jsonl(session) {
    const titles = await titlesOf(session)
    return (bookings) => toJsonl(bookings, titles)
  },
  async csv(session, { lang, timeZone }) {
    const [titles, zone] = [await titlesOf(session), await session.zone(timeZone)]
    return (bookings) => toCsv(bookings, { titles, timeZone: zone.id, lang })
  },
  ics: async () => toIcs,
}

const titlesOf = async (session: Session): Promise<Titles> =>
  new Map((await session.calcom.eventTypes.list()).map(({ id, title }) => [id, title]))

/** Comes back with the first page, so that what is refused is refused before anything is written. */
const begin = (session: Session, filter: UnsortedFilter, options: EachPage) =>
  session.act(async (calcom) => {
    const all = calcom.bookings.all(filter, options)
    const first = await all.next()
    return (async function* () {
      if (first.done) return
      yield first.value
      yield* all
    })()
  })

/** The same, with something to be done for each. */
async function* each<T>(items: AsyncIterable<T>, act: (item: T) => void): AsyncGenerator<T> {
  for await (const item of items) {
    act(item)
    yield item
  }
}

async function print(session: Session, chunks: AsyncIterable<string>): Promise<void> {
  for await (const chunk of chunks) await session.out.write(chunk)
}
