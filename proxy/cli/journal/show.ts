import { examples } from '../area.ts'
import { NotFoundError } from '../errors.ts'
import { type Cell, card, type Paint, table } from '../text.ts'
import { Zone, zoneOption } from '../time.ts'
import { columnsIn, stateOf } from './list.ts'
import type { Verb } from './program.ts'
import { type Request, toRequest } from './request.ts'

/** `journal show` */
export const showVerb: Verb = (program, open) => {
  program
    .command('show <ref>')
    .description('show all of one request, and what was asked to be done with its booking')
    .option('--time-zone <zone>', 'zone of the times shown (default: UTC)', zoneOption)
    .addHelpText('after', examples('journal show K7M2PQRS', 'journal show K7M2PQRS --json'))
    .action(async (ref, { timeZone = 'UTC' }) => {
      const session = await open()
      const entry = await session.journal.find(ref.toUpperCase())
      if (!entry) throw new NotFoundError(`There is no request ${ref}.`)
      const request = toRequest(entry)
      const later = (await session.journal.list({ of: entry.ref })).map(toRequest)
      await session.show({ ...request, later }, () =>
        wordsOf(request, later, new Zone(timeZone, false), session.out.paint),
      )
    })
}

function wordsOf(request: Request, later: Request[], zone: Zone, paint: Paint): string {
  const rows = later.length ? `\n\n${table(later, columnsIn(zone), paint)}` : ''
  return card(factsOf(request, zone), paint) + rows
}

function factsOf(request: Request, zone: Zone): Record<string, Cell | undefined> {
  const { consentVersion, consentAt, adsVersion, ...known } = request
  const given = (version: string | null) =>
    version && consentAt ? `${zone.time(consentAt)}, version ${version}` : undefined
  const time = (instant: string | null) => (instant ? zone.time(instant) : undefined)
  return {
    Ref: known.ref,
    Action: known.of ? `${known.action} of ${known.of}` : known.action,
    State: stateOf(request),
    When: zone.span(known.start, known.end),
    Zone: zone.words,
    Event: `${known.event} (${known.title})`,
    'E-mail': known.email ?? undefined,
    Phone: known.phone ?? undefined,
    ...factsGiven(request),
    Consent: given(consentVersion),
    Advertising: given(adsVersion),
    Page: known.page ?? undefined,
    Calls: known.attempts || undefined,
    Recorded: zone.time(known.createdAt),
    Changed: zone.time(known.updatedAt),
    'Last sent': time(known.sentAt),
    'To be taken up': time(known.dueAt),
    Erased: time(known.erasedAt),
  }
}

/** `timeZone` as `Given time zone`: our own facts have no such word before them. */
const factsGiven = ({ given }: Request): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given ?? {})
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const)
      .filter(([, value]) => value !== '{}')
      .map(([name, value]) => [`Given ${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`, value]),
  )
