import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { addMonths, type Day, type Month, monthOf } from '../day.ts'
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
  day: Day | undefined
  today: Day
  now: Date
  /** What is free, by the visitor's days; nothing until the month is known. */
  days: ReadonlyMap<Day, Instant[]>
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

interface Where {
  visit: Visit
  month: Month
  day: Day | undefined
  now: Date
  isNarrow: boolean
}

/** The first step: a month, and the times of a day beside it; in a narrow place a list of days with their times. */
export function picker({ isNarrow, ...where }: Where): TemplateResult | typeof nothing {
  const { words } = where.visit
  if (!words) return nothing
  const view = viewOf(where, words)
  return html`${lengths(view)}<div class="pick">${isNarrow ? list(view) : html`${calendar(view)}${times(view)}`}</div>`
}

function viewOf({ visit, month, day, now }: Omit<Where, 'isNarrow'>, words: Words): PickerView {
  const { agenda, format } = visit
  const slots = agenda.get(month)
  // Until a month is known, the hours that its neighbour knows of it would pass for all of it.
  const days = slots ? agenda.days(format.zone) : new Map<Day, Instant[]>()
  const failed = agenda.failed.has(month)
  const later = [...days.keys()].find((of) => monthOf(of) > month)
  const today = dayIn(format.zone, now)
  const first = monthOf(today)
  return {
    ...{ visit, words, month, day, days, today, now, failed, first },
    busy: !slots && !failed,
    last: addMonths(first, HORIZON_MONTHS),
    next: slots?.next ?? (later && monthOf(later)),
  }
}

/** The lengths there are, where there are several. */
function lengths({ visit, words }: PickerView) {
  const { agenda, format, picking, moving } = visit
  const { durations = [], duration } = agenda.event ?? {}
  if (moving || durations.length < 2) return nothing
  return html`<fieldset class="chips"><legend class="sr">${words.length}</legend>
    ${durations.map(
      (minutes) => html`<label class="chip"><input part="duration" type="radio" name="duration"
        .checked=${minutes === (agenda.offer.duration ?? duration)} @change=${() => picking.setLength(minutes)} /><span
          class="plain">${format.minutes(minutes)}</span></label>`,
    )}</fieldset>`
}
