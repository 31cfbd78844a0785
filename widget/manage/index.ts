import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { ManagedBooking } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { fieldOf } from '../ui/fields.ts'
import { isOff, ticket } from '../ui/ticket.ts'
import { trouble } from '../ui/trouble.ts'
import { contacts, way } from '../ui/way.ts'
import { when } from '../ui/when.ts'
import { wordsFor } from '../ui/words.ts'
import { Management } from './management.ts'

const managements = new WeakMap<Visit, Management>()

/** A booking, for whoever has its token. */
export function manage(visit: Visit): TemplateResult {
  const token = visit.host.token ?? ''
  const known = managements.get(visit)
  const management = known?.token === token ? known : new Management(visit, token, confirm)
  managements.set(visit, management)
  const { booking, scene } = management
  const show = !booking
    ? missing(management)
    : scene === 'cancel'
      ? askToCancel(management, booking)
      : seen(management, booking)
  return html`<section part="manage" class="booked managed" aria-labelledby="title">${show}</section>`
}

/** The booking, what has just become of it, and what can be done. */
function seen(management: Management, booking: ManagedBooking) {
  const { visit, scene } = management
  const words = wordsFor(visit)
  const { status, changeable, event } = booking
  const anew = () => {
    void visit.choose({ slug: event })
    visit.lead('[part~="nearest"]', '[part~="link"]')
  }
  const acts = isOff(booking)
    ? html`<button part="anew" class="plain" type="button" @click=${anew}>${words.bookAnew}</button>`
    : changeable
      ? html`<div class="others"><button part="move" class="main" type="button" @click=${() => management.beginMove(words.keepTime)}>${words.move}</button>
        <button part="cancel" class="plain" type="button" @click=${() => management.show('cancel')}>${words.cancel}</button></div>`
      : html`<p class="quiet">${words.notChangeable}</p>`
  const title = scene === 'moved' ? words.moved : status === 'accepted' ? words.yours : words[status]
  const said = html`${scene === 'seen' ? nothing : html`<p>${words.mailComes}</p>`}${acts}`
  return ticket(visit, booking, title, said, contacts(visit, booking.contacts))
}

/** Nothing is cancelled by one click. */
function askToCancel(management: Management, { title, start, end, host }: ManagedBooking) {
  const { visit } = management
  const words = wordsFor(visit)
  return html`<h2 id="title" tabindex="-1">${words.cancelAsk}</h2><p>${title}</p>${when(visit, start, end, host.timeZone)}
    ${answer(management, [words.cancelYes, words.cancelling, () => management.change()], [words.cancelNo, () => management.show('seen')])}`
}

/** The same picker, where its own time counts as free, leads to the question whether to move. */
function confirm(management: Management, start: string): TemplateResult {
  const { booking, visit } = management
  const words = wordsFor(visit)
  const back = () => {
    management.state = undefined
    visit.back()
  }
  return html`<section class="booked step" aria-labelledby="title"><h3 id="title" tabindex="-1">${words.moveAsk}</h3>
    <div class="old">${booking && when(visit, booking.start, booking.end)}</div>${when(visit, start)}
    ${answer(management, [words.move, words.moving, () => management.change(start)], [words.back, back])}</section>`
}

/** The reason, what becomes of it, and the two ways on. */
function answer(
  management: Management,
  [yes, doing, act]: [string, string, () => unknown],
  [no, leave]: [string, () => unknown],
) {
  const { visit, isHeld, reason, state } = management
  const words = wordsFor(visit)
  const note = (event: Event) => {
    management.reason = (event.target as HTMLTextAreaElement).value
  }
  const question = { slug: 'reason', type: 'textarea', required: false, maxLength: 500, label: words.reason } as const
  return html`<div class="wide" @input=${note}>${fieldOf({ ...question, value: [reason], isLocked: isHeld }, words)}</div>
    <div role="alert" class="wide">${trouble(visit, state, words.notKnownYet, words.notDone)}</div>
    <div class="others">
      <button part="confirm" class="main" type="button" aria-disabled=${isHeld} @click=${act}>${isHeld ? doing : yes}</button>
      <button part="back" class="plain" type="button" ?disabled=${isHeld} @click=${leave}>${no}</button></div>`
}

function missing({ problem, visit, token, scene, load }: Management) {
  const words = wordsFor(visit)
  if (scene === 'loading') return html`<p class="quiet">${words.loading}</p>`
  const retry = token && !problem ? () => void load() : undefined
  return way(visit, problem ?? (token ? words.awayUnavailable : words.noBooking), { retry })
}
