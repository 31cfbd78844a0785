import type { Answer, Instant } from '../proxy/contract.ts'
import { monthOf } from './day.ts'
import { metadataOfPage } from './metadata.ts'
import { dayIn } from './zone.ts'

/** Where the plain page is: by the proxy's word, and by the link that the page's owner put inside the tag. */
export interface Plain {
  ours: string | undefined
  owners: string | undefined
}

/** What is known of the booking that the plain page shall make. */
export interface Known {
  zone: string
  start?: Instant | undefined
  /** In minutes, where he has chosen one. */
  duration?: number | undefined
  /** What he typed: goes into an address only on the visitor's own click. */
  answers?: Record<string, Answer>
}

/** The way to the plain page, prefilled where it is Cal.com's; a link of the owner's own is left as it is. */
export function linkTo({ ours, owners }: Plain, known: Known): string | undefined {
  const base = ours ?? owners
  return base && (ours || /^https?:\/\/([^/]+\.)?cal\.com\//.test(base)) ? prefilled(base, known) : base
}

/** By the parameters that Cal.com's page reads. */
function prefilled(base: string, { zone, start, duration, answers }: Known): string {
  const url = new URL(base)
  const set = (name: string, value: string) => url.searchParams.set(name, value)
  set('cal.tz', zone)
  if (duration) set('duration', `${duration}`)
  if (start) {
    const day = dayIn(zone, start)
    set('month', monthOf(day))
    set('date', day)
    set('slot', start)
  }
  for (const [name, value] of Object.entries(metadataOfPage())) {
    if (/^(utm_|yclid$|gclid$)/.test(name)) set(`metadata[${name}]`, value)
  }
  for (const [slug, answer] of Object.entries(answers ?? {})) {
    for (const one of [answer].flat()) if (one !== '' && one !== false) url.searchParams.append(slug, String(one))
  }
  return url.href
}
