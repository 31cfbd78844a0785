import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Visit } from '../controllers/visit.ts'
import { sign } from '../ui/booked.ts'
import { fieldOf } from '../ui/fields.ts'
import { toCalendar } from '../ui/to-calendar.ts'
import { nearby } from '../ui/trouble.ts'
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
  const inner = scene === 'cancel' ? askToCancel(management) : booking ? seen(management) : missing(management)
  return html`<section part="manage" class="booked managed" aria-labelledby="title">${inner}</section>`
}

const heading = (text: string) => html`<h2 id="title" tabindex="-1">${text}</h2>`

/** The booking, what has just become of it, and what can be done. */
function seen(management: Management) {
  const { booking, visit, scene } = management
  if (!booking) return nothing
  const words = wordsFor(visit)
  const { status, title, start, ref, changeable, event } = booking
  const isOff = status === 'cancelled' || status === 'rejected'
  const isOver = Date.parse(start) < visit.host.clock.getTime()
  const anew = () => {
    void visit.choose({ slug: event })
    visit.lead('[part~="nearest"]', '[part~="link"]')
  }
  return html`${sign(status)}${heading(scene === 'moved' ? words.moved : status === 'accepted' ? words.yours : words[status])}
    <p>${title}</p>${whenOf(management)}
    ${scene === 'seen' ? nothing : html`<p>${words.mailComes}</p>`}
    ${
      isOff
        ? html`<button part="anew" class="plain" type="button" @click=${anew}>${words.bookAnew}</button>`
        : changeable
          ? html`<div class="others">
          <button part="move" class="main" type="button" @click=${() => management.beginMove(words.keepTime)}>${words.move}</button>
          <button part="cancel" class="plain" type="button" @click=${() => management.show('cancel')}>${words.cancel}</button></div>`
          : html`<p class="quiet">${isOver ? words.past : words.notChangeable}</p>`
    }
    ${status === 'accepted' ? toCalendar(visit, booking) : nothing}
    <p class="quiet small">${words.ref}: <b>${ref}</b></p>${contacts(visit, booking.contacts)}`
}

const whenOf = ({ booking, visit }: Management) =>
  booking && when(visit, booking.start, booking.end, booking.host.timeZone)

/** Nothing is cancelled by one click. */
function askToCancel(management: Management) {
  const { booking, visit } = management
  const words = wordsFor(visit)
  return html`${heading(words.cancelAsk)}<p>${booking?.title}</p>${whenOf(management)}
    ${answer(management, [words.cancelYes, words.cancelling, () => management.cancel()], [words.cancelNo, () => management.show('seen')])}`
}

/** The same picker, where its own time counts as free, leads to the question whether to move. */
function confirm(management: Management, start: string): TemplateResult {
  const { booking, visit } = management
  const words = wordsFor(visit)
  const end = new Date(Date.parse(start) + (booking?.duration ?? 0) * 60_000).toISOString()
  const back = () => {
    management.state = undefined
    visit.back()
  }
  return html`<section class="booked step one" aria-labelledby="title"><h3 id="title" tabindex="-1">${words.moveAsk}</h3>
    <div><p class="quiet small">${words.moveFrom}</p>${whenOf(management)}</div>
    <div><p class="quiet small">${words.moveTo}</p>${when(visit, start, end)}</div>
    ${answer(management, [words.move, words.moving, () => start !== booking?.start && management.move(start)], [words.back, back])}</section>`
}

/** The reason, what becomes of it, and the two ways on. */
function answer(
  management: Management,
  [yes, doing, act]: [string, string, () => unknown],
  [no, leave]: [string, () => unknown],
) {
  const { visit, isHeld, reason } = management
  const words = wordsFor(visit)
  const note = (event: Event) => {
    management.reason = (event.target as HTMLTextAreaElement).value
  }
  return html`<div class="wide" @input=${note}>${fieldOf({ control: { slug: 'reason', type: 'textarea', required: false, maxLength: 500, label: words.reason }, value: reason, isLocked: isHeld, words })}</div>
    <div role="alert" class="wide">${trouble(management)}</div>
    <div class="others">
      <button part="confirm" class="main" type="button" aria-disabled=${isHeld} @click=${act}>${isHeld ? doing : yes}</button>
      <button part="back" class="plain" type="button" ?disabled=${isHeld} @click=${leave}>${no}</button></div>`
}

function trouble({ state, visit, booking }: Management) {
  const words = wordsFor(visit)
  if (!state || state.is === 'sending' || state.is === 'done') return nothing
  if (state.is === 'offline' || state.is === 'checking') return html`<p class="way waits">${words[state.is]}</p>`
  if (state.is === 'refused' && state.alternatives?.length)
    return nearby(visit, `${state.text}. ${words.takenOthers}`, state.alternatives)
  const text = state.is === 'recorded' || state.is === 'unclear' ? words.notKnownYet : words.notDone
  return html`<div class="way" part="fallback"><p>${state.is === 'refused' && state.text ? `${state.text}. ${text}` : text}</p>${contacts(visit, booking?.contacts)}</div>`
}

function missing({ problem, visit, token, isLoading, load }: Management) {
  const words = wordsFor(visit)
  if (isLoading) return html`<p class="quiet">${words.loading}</p>`
  const retry = token && !problem ? { retry: () => void load() } : {}
  return way(visit, { text: problem ?? (token ? words.awayUnavailable : words.noBooking), ...retry })
}
