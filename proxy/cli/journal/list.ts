import type { State } from '../../store/store.ts'
import { examples } from '../area.ts'
import { numberOption } from '../options.ts'
import { type Cell, count, type Style, table } from '../text.ts'
import { Zone } from '../time.ts'
import { readFilter, withFilter } from './filter.ts'
import type { Verb } from './program.ts'
import { answerOf, type Request, toRequest } from './request.ts'

/** `journal list` */
export const listVerb: Verb = (program, open) => {
  withFilter(program.command('list').description('list requests, the newest first'))
    .option('--take <count>', 'so many at most', numberOption)
    .addHelpText(
      'after',
      examples(
        'journal list --state queued,sent',
        'journal list --since 2026-12-01 --before 2027-01-01 --time-zone Europe/Moscow',
        'journal list --email ivan@example.com --json',
      ),
    )
    .action(async ({ take, ...options }) => {
      const session = await open()
      const found = (await session.journal.list({ ...readFilter(options), most: take })).map(toRequest)
      const zone = new Zone(options.timeZone ?? 'UTC', false)
      await session.show(found, () => {
        const rows = found.length ? `\n${table(found, columnsIn(zone), session.out.paint)}` : ''
        return `${count(found.length, 'request')}, times in ${zone.words}${rows}`
      })
    })
}

/** What requests are told by. */
export const columnsIn = (zone: Zone) => ({
  Recorded: ({ createdAt }: Request) => zone.time(createdAt),
  Ref: ({ ref }: Request) => ref,
  Action: ({ action }: Request) => action,
  State: (request: Request) => stateOf(request),
  When: ({ start, end }: Request) => zone.span(start, end),
  Event: ({ event }: Request) => event,
  Who: (request: Request) => (request.erasedAt ? 'erased' : answerOf(request, 'name') || '–'),
  'E-mail or phone': ({ email, phone }: Request) => email ?? phone ?? '–',
})

const STYLE: Record<State, Style> = {
  ...{ received: 'yellow', sent: 'yellow', queued: 'yellow' },
  ...{ confirmed: 'green', refused: 'dim', cancelled: 'dim', abandoned: 'dim' },
}

/** `confirmed, pending`; `refused, slot_taken` */
export function stateOf({ state, code, standing }: Request): Cell {
  const more = state === 'confirmed' ? standing : code
  return [STYLE[state], more && more !== 'accepted' ? `${state}, ${more}` : state]
}
