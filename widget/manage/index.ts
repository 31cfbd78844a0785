import { html, type TemplateResult } from 'lit/html.js'
import type { ManagedBooking } from '../../proxy/contract.ts'
import { backToTimes } from '../controllers/back-to-times.ts'
import type { Visit } from '../controllers/visit.ts'
import { button } from '../ui/button.ts'
import { fieldOf } from '../ui/fields.ts'
import { bones } from '../ui/skeleton.ts'
import { isOff, ticket } from '../ui/ticket.ts'
import { trouble } from '../ui/trouble.ts'
import { contacts, way } from '../ui/way.ts'
import { when } from '../ui/when.ts'
import { wordsFor } from '../ui/words.ts'
import { Management } from './management.ts'

/** A booking, for whoever has its token; without one the proxy says that there is none. */
export function manage(visit: Visit): TemplateResult {
  const token = visit.host.token || '-'
  if (visit.management?.token !== token) visit.management = new Management(visit, token)
  const { management } = visit
  const { asked, scene } = management
  const show = scene === 'cancel' ? question : seen
  return html`<section part="manage" class="booked managed" aria-labelledby="title">${asked?.answer ? show(management, asked.answer) : missing(management)}</section>`
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
    ? button('anew', 'plain', words.bookAnew, anew)
    : changeable
      ? [
          button('move', 'main', words.move, () => move(management, booking)),
          button('cancel', 'plain', words.cancel, () => management.show('cancel')),
        ]
      : words.notChangeable
  const title = scene ? words[scene] : status === 'accepted' ? words.yours : words[status]
  const said = html`<p>${status === 'pending' ? words.pendingNote : scene && words.mailComes}</p><div class="others quiet">${acts}</div>`
  return ticket(visit, booking, title, said, contacts(visit, booking.contacts))
}

/** The same picker, where its own time counts as free, leads to the question whether to move. */
function move(management: Management, booking: ManagedBooking) {
  const { visit, token } = management
  const { event: slug, duration } = booking
  visit.moving = {
    ...{ slug, duration, token },
    label: wordsFor(visit).keepTime,
    leave: () => management.show(''),
    confirm: ({ start }) =>
      html`<section class="booked step" aria-labelledby="title">${question(management, booking, start)}</section>`,
  }
  void visit.choose(visit.moving)
  visit.lead('[data-day][tabindex="0"]', '.times [data-start]', '[part~="link"]')
}

/** Nothing is cancelled by one click, nor moved to a `start`: the reason, what becomes of it, and the two ways on. */
function question(management: Management, booking: ManagedBooking, start?: string) {
  const { visit, isHeld, reason } = management
  const words = wordsFor(visit)
  const [yes, doing, no] = start
    ? [words.move, words.moving, words.back]
    : [words.cancelYes, words.cancelling, words.cancelNo]
  const head = start
    ? html`<h3 id="title" tabindex="-1">${words.moveAsk}</h3>`
    : html`<h2 id="title" tabindex="-1">${words.cancelAsk}</h2><p>${booking.title}</p>`
  const asked = visit.agenda?.event?.fields.find(({ slug }) => start && slug === 'rescheduleReason')
  const control = {
    required: false,
    label: words.reason,
    ...asked,
    slug: 'reason',
    type: 'textarea',
    maxLength: 500,
  } as const
  const error = visit.state?.fields?.reason
  const note = ({ target }: Event) => {
    management.reason = (target as HTMLTextAreaElement).value
  }
  const leave = () => {
    visit.state = undefined
    if (start) backToTimes(visit)
    else management.show('')
  }
  return html`${head}<div class=${start ? 'old' : ''}>${when(visit, booking.start, booking.end, booking.host.timeZone)}</div>${start && when(visit, start)}
    <div class="wide" @input=${note}>${fieldOf({ ...control, value: [reason], error, isLocked: isHeld }, words)}</div>
    <div role="alert" class="wide">${error ? '' : trouble(visit, words.notKnownYet, words.notDone)}</div>
    <div class="others">${button('confirm', 'main', isHeld ? doing : yes, () => management.change(booking, start, control.required), isHeld)}
      ${button('back', 'plain', no, leave, isHeld)}</div>`
}

function missing(management: Management) {
  const { asked, visit } = management
  const words = wordsFor(visit)
  const text = asked?.problem?.title
  if (!asked) return bones(true)
  return way(visit, text ?? words.awayUnavailable, { retry: text ? undefined : () => void management.load() })
}
