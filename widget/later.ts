import type { TemplateResult } from 'lit/html.js'
import { OnReturn } from './controllers/on-return.ts'
import type { Visit } from './controllers/visit.ts'
import type { FallbackEvent } from './events.ts'
import type { Flow } from './flow.ts'
import { Form } from './form/form.ts'
import { tellGoals } from './goals.ts'
import { openEarly } from './modes.ts'
import type { BookedEvent } from './submit-events.ts'
import type { Leaving } from './ui/away.ts'
import { details as detailsOf } from './ui/details.ts'
import { laterSheet } from './ui/later-sheet.ts'
import { priceOf } from './ui/price.ts'
import { way } from './ui/way.ts'
import { wordsFor } from './ui/words.ts'

export { manage } from './manage/index.ts'
export { close, frame, open } from './modes.ts'
export { booked } from './ui/booked.ts'
export { choose } from './ui/choose.ts'
export { openZones, zones } from './ui/zones.ts'

const forms = new WeakMap<Visit, Form>()

/** What is not needed before the first times: fetched right after them. */
export function begin(visit: Visit): void {
  const { host } = visit
  host.shadowRoot?.adoptedStyleSheets.push(laterSheet)
  new OnReturn(visit)
  tellGoals(host)
  openEarly(visit)
  host.addEventListener('olga-booked', (event) => goOn(host.redirect, event))
  if (visit.flow.step === 'pick') formOf(visit).resume()
}

/** The form of the meeting that is being booked. */
function formOf(visit: Visit): Form {
  const { slug } = visit.agenda.offer
  const known = forms.get(visit)
  if (known?.slug === slug) return known
  const form = new Form(visit, slug)
  forms.set(visit, form)
  return form
}

/** The second step. */
export function details(visit: Visit, flow: Flow & { step: 'details' }): unknown {
  const form = formOf(visit)
  void form.holding.take(flow.start)
  return detailsOf(visit, form, flow)
}

/** The way to the plain page, with the reason. */
export function away(visit: Visit, reason: FallbackEvent['reason'], { start, retry }: Leaving): TemplateResult {
  return way(visit, { text: why(visit, reason), start, retry })
}

/** Why the visitor is sent on; of what costs something, how much. */
export function why(visit: Pick<Visit, 'words' | 'agenda' | 'format'>, reason: FallbackEvent['reason']): string {
  const words = wordsFor(visit)
  const { event } = visit.agenda ?? {}
  if (reason === 'slow') return words.awaySlow
  if (reason === 'misconfigured') return words.awayMisconfigured
  if (reason !== 'paid' && reason !== 'not_bookable') return words.awayUnavailable
  return [words.awayNotBookable, event && priceOf(event, visit.format)].filter(Boolean).join(' · ')
}

/** To the page that its owner wants to be seen after success; nothing of the booking but its name and how it stands. */
function goOn(redirect: string, { ref, status }: BookedEvent): void {
  if (!redirect) return
  const address = new URL(redirect, location.href)
  address.searchParams.set('ref', ref)
  address.searchParams.set('status', status)
  if (/^https?:$/.test(address.protocol)) location.assign(address.href)
}
