import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant, Slots } from '../../proxy/contract.ts'
import { freeDaysIn } from '../controllers/picking.ts'
import type { Visit } from '../controllers/visit.ts'
import { type Day, type Month, monthOf } from '../day.ts'
import type { Flow } from '../flow.ts'
import type { Words } from '../i18n/index.ts'
import { calendar } from './calendar.ts'
import { list } from './days.ts'
import { times } from './times.ts'

/** What the first step shows, and of whose visit. */
export interface PickerView {
  visit: Visit
  words: Words
  month: Month
  /** The chosen day. */
  day?: Day | undefined
  /** What is known of the month; null: it could not be had. */
  slots: Slots | null | undefined
  /** What is known to be free, by the visitor's days; nothing until the month is known. */
  days: ReadonlyMap<Day, Instant[]>
  /** The days of this month that have a free time. */
  free: Day[]
  /** The next month with a free time, when this one has none. */
  next: Month | undefined
}

/** The first step: a month, and the times of a day beside it; in a narrow place a list of days with their times. */
export function picker(visit: Visit, { month, day }: Flow & { step: 'pick' }, isNarrow: boolean): TemplateResult {
  const { agenda, words } = visit
  const slots = agenda.get(month)
  // Until a month is known, the hours that its neighbour knows of it would pass for all of it.
  const days: PickerView['days'] = slots ? visit.days : new Map()
  const later = [...days.keys()].find((of) => monthOf(of) > month)
  const next = slots?.next ?? (later && monthOf(later))
  const view = { visit, words, month, day, slots, days, free: freeDaysIn(month, visit), next }
  return html`${lengths(visit)}<div class="pick">${isNarrow ? list(view) : [calendar(view), times(view)]}</div>`
}

/** The lengths there are, where there are several. */
function lengths(visit: Visit) {
  const { agenda, format, words, moving } = visit
  const { durations = [], duration } = agenda.event ?? {}
  if (moving || durations.length < 2) return nothing
  const choose = (minutes: number) => {
    void visit.choose({ ...agenda.offer, duration: minutes })
    visit.lead('[aria-pressed="true"]')
  }
  return html`<fieldset class="chips"><legend class="sr">${words.length}</legend>
    ${durations.map(
      (minutes) => html`<button part="duration" class="plain chip" type="button"
        aria-pressed=${minutes === (agenda.offer.duration ?? duration)} @click=${() => choose(minutes)}>${format.minutes(minutes)}</button>`,
    )}</fieldset>`
}
