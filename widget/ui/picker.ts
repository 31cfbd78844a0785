import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import { freeDaysIn } from '../controllers/picking.ts'
import type { Visit } from '../controllers/visit.ts'
import { addMonths, type Day, type Month, monthOf } from '../day.ts'
import type { Flow } from '../flow.ts'
import type { Words } from '../i18n/index.ts'
import { dayIn } from '../zone.ts'
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
  today: Day
  now: Date
  /** What is known to be free, by the visitor's days. */
  days: ReadonlyMap<Day, Instant[]>
  /** The days of this month that have a free time; none until it is known. */
  free: Day[]
  /** The times of this month are on their way. */
  busy: boolean
  /** They could not be had. */
  failed: boolean
  /** The months that can be turned to. */
  first: Month
  last: Month
  /** The next month with a free time, when this one has none. */
  next: Month | undefined
}

/** Months that have gone are not shown, nor those beyond a year. */
const HORIZON_MONTHS = 12

/** The first step: a month, and the times of a day beside it; in a narrow place a list of days with their times. */
export function picker(visit: Visit, { month, day }: Flow & { step: 'pick' }, isNarrow: boolean): TemplateResult {
  const { agenda, format, words } = visit
  const slots = agenda.get(month)
  // Until a month is known, the hours that its neighbour knows of it would pass for all of it.
  const days: PickerView['days'] = slots ? agenda.days(format.zone) : new Map()
  const later = [...days.keys()].find((of) => monthOf(of) > month)
  const now = visit.host.clock
  const today = dayIn(format.zone, now)
  const first = monthOf(today)
  const view = {
    ...{ visit, words, month, day, days, today, now, first },
    free: freeDaysIn(month, visit),
    busy: slots === undefined,
    failed: slots === null,
    last: addMonths(first, HORIZON_MONTHS),
    next: slots?.next ?? (later && monthOf(later)),
  }
  return html`${lengths(visit)}<div class="pick">${isNarrow ? list(view) : [calendar(view), times(view)]}</div>`
}

/** The lengths there are, where there are several. */
function lengths(visit: Visit) {
  const { agenda, format, words, moving } = visit
  const { durations = [], duration } = agenda.event ?? {}
  if (moving || durations.length < 2) return nothing
  const choose = (minutes: number) => {
    void visit.choose({ ...agenda.offer, duration: minutes })
    visit.lead('[part~="duration"]:checked')
  }
  return html`<fieldset class="chips"><legend class="sr">${words.length}</legend>
    ${durations.map(
      (minutes) => html`<label class="chip"><input part="duration" type="radio" name="duration"
        .checked=${minutes === (agenda.offer.duration ?? duration)} @change=${() => choose(minutes)} /><span
          class="plain">${format.minutes(minutes)}</span></label>`,
    )}</fieldset>`
}
