import { refreshOnReturn } from './controllers/on-return.ts'
import type { Visit } from './controllers/visit.ts'
import type { Known, Reason } from './events.ts'
import type { Flow } from './flow.ts'
import { Form } from './form/form.ts'
import { tellGoals } from './goals.ts'
import { details as detailsOf } from './ui/details.ts'
import { laterSheet } from './ui/later-sheet.ts'
import { priceOf } from './ui/price.ts'
import { wordsFor } from './ui/words.ts'

export { manage } from './manage/index.ts'
export { close, frame, open } from './modes.ts'
export { booked } from './ui/booked.ts'
export { choose } from './ui/choose.ts'
export { nameOf, openZones } from './ui/zones.ts'

/** What is not needed before the first times: fetched right after them. */
export function begin(visit: Visit): void {
  const { host } = visit
  host.shadowRoot?.adoptedStyleSheets.push(laterSheet)
  refreshOnReturn(visit)
  tellGoals(visit)
  // A booking that is to be managed, named by the page's address, is not waited for a click with.
  if (host.mode !== 'inline' && host.token !== undefined) host.open()
  host.addEventListener('olga-booked', (event) => goOn(host.redirect, event))
}

/** Looks after what was sent before the page was loaded anew. */
export function resume(visit: Visit): void {
  if (visit.flow.step === 'pick' && !visit.moving) formOf(visit)
}

/** The form of the meeting that is being booked. */
function formOf(visit: Visit): Form {
  const { slug } = visit.agenda.offer
  if (visit.form?.slug !== slug) {
    visit.form = new Form(visit, slug)
    visit.form.resume()
  }
  return visit.form
}

/** The second step. */
export function details(visit: Visit, flow: Flow & { step: 'details' }): unknown {
  const form = formOf(visit)
  void form.holding.take(flow.start)
  return detailsOf(visit, form, flow)
}

/** Why the visitor is sent on; of what costs something, how much. */
export function why(visit: Pick<Visit, 'words' | 'agenda' | 'format'>, reason: Reason): string {
  const words = wordsFor(visit)
  const event = visit.agenda?.event
  const costs = [words.awayNotBookable, event && priceOf(event, visit.format)].filter(Boolean).join(' · ')
  const known: Partial<Record<Reason, string>> = {
    slow: words.awaySlow,
    misconfigured: words.awayMisconfigured,
    paid: costs,
    not_bookable: costs,
  }
  return known[reason] ?? words.awayUnavailable
}

/** To the page that its owner wants to be seen after success; nothing of the booking but its name and how it stands. */
function goOn(redirect: string, { ref, status }: Known): void {
  if (!redirect) return
  const address = new URL(redirect, location.href)
  address.searchParams.set('ref', ref)
  address.searchParams.set('status', status)
  if (/^https?:$/.test(address.protocol)) location.assign(address.href)
}
