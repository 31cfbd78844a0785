import type { Instant } from '../proxy/contract.ts'
import type { Visit } from './controllers/visit.ts'
import { monthOf } from './day.ts'
import type { Answers } from './form/answers.ts'
import { dayIn } from './zone.ts'

/**
 * The way to the plain page, by the proxy's word or else by the link that the page's owner put inside the tag. It is
 * prefilled where it is Cal.com's; a link of the owner's own is left as it is. `answers`, what he typed, go into an
 * address only on the visitor's own click.
 */
export function linkTo({ agenda, host, format }: Visit, start?: Instant, answers: Answers = {}): string | undefined {
  const ours = agenda?.event?.link
  const owners = 'a[href]:not([slot], :scope [slot] *)'
  const base = ours ?? host.querySelector<HTMLAnchorElement>(owners)?.href
  if (!base || !(ours || /^https?:\/\/([^/]+\.)?cal\.com\//.test(base))) return base
  const day = start && dayIn(format.zone, start)
  const url = new URL(base)
  // By the parameters that Cal.com's page reads.
  const known = {
    'cal.tz': format.zone,
    duration: agenda?.offer.duration,
    ...(day && { month: monthOf(day), date: day, slot: start }),
    ...Object.fromEntries(marksOf(location.search).map(([name, value]) => [`metadata[${name}]`, value])),
    ...answers,
  }
  for (const [name, value] of Object.entries(known)) {
    for (const one of [value].flat()) if (one) url.searchParams.append(name, `${one}`)
  }
  return url.href
}

/** The advertising marks in an address's query. */
export const marksOf = (query: string): [string, string][] =>
  [...new URLSearchParams(query)]
    .filter(([name, value]) => value && /^(utm_[a-z0-9_]{1,30}|yclid|gclid)$/.test(name))
    .slice(0, 20)
    .map(([name, value]) => [name, value.slice(0, 500)])
