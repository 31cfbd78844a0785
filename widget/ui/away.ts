import { html, type TemplateResult } from 'lit'
import type { Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import type { Words } from '../i18n/index.ts'
import { linkTo, type Plain } from '../link.ts'
import { way } from './way.ts'

/** How the visitor is sent on: from where, with what time, and whether he may try again. */
export interface Leaving {
  place?: 'corner' | 'whole'
  start?: Instant
  retry?: () => void
}

/** The way to the plain page, in words that say why. */
export function away(
  visit: Visit,
  plain: Plain,
  reason: keyof Words['away'],
  { place = 'whole', start, retry }: Leaving,
): TemplateResult {
  const { words } = visit.agenda
  // Not a word has arrived yet: what the owner wrote into the tag needs none.
  if (!words) return html`<div class="way ${place}"><slot></slot><slot name="contact"></slot></div>`
  return way({
    text: words.away[reason],
    link: linkTo(plain, { zone: visit.format.zone, start }),
    label: words.open,
    ...(retry && { retry: { label: words.retry, do: () => visit.retry(retry) } }),
    place,
  })
}
