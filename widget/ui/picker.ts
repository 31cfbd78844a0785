import { html, nothing, type TemplateResult } from 'lit'
import type { Instant } from '../../proxy/contract.ts'
import type { Agenda } from '../agenda.ts'
import { addMonths, type Day, type Month, monthOf } from '../day.ts'
import type { Format } from '../format.ts'
import { dayByKey } from '../grid-keys.ts'
import type { Words } from '../i18n/index.ts'
import { dayIn } from '../zone.ts'
import { calendar } from './calendar.ts'
import { times } from './times.ts'

/** The first step: a month, and the times of a day. */
export interface PickerView {
  agenda: Agenda
  format: Format
  month: Month
  day: Day | undefined
  /** The day that the arrow keys stand on. */
  cursor: Day | undefined
  now: Date
}

export interface PickerMoves {
  turn(month: Month): unknown
  /** The same, and leads there. */
  show(month: Month): void
  intend(month: Month): void
  pickDay(day: Day): void
  pickTime(start: Instant): void
  cursor(day: Day): void
}

export function picker(view: PickerView, moves: PickerMoves): TemplateResult {
  const { agenda, month, day, format, now } = view
  const { words } = agenda
  if (!words) return html``
  const slots = agenda.get(month)
  // Until a month is known, the hours that its neighbour knows of it would pass for all of it.
  const days = slots ? agenda.days(format.zone) : new Map<Day, Instant[]>()
  const failed = agenda.failed.has(month)
  const shared = { busy: !slots && !failed, failed, words, format, now, month, day, days }
  const later = [...days.keys()].find((of) => monthOf(of) > month)
  return html`<div class="pick">
    ${grid({ ...shared, cursor: view.cursor }, moves)}
    ${times(
      {
        ...shared,
        starts: day ? (days.get(day) ?? []) : [],
        next: slots?.next ?? (later && monthOf(later)),
        any: [...days.keys()].some((of) => monthOf(of) === month),
      },
      { pick: (start) => moves.pickTime(start), show: (next) => moves.show(next) },
    )}
  </div>`
}

interface Shared extends Omit<PickerView, 'agenda'> {
  words: Words
  days: ReadonlyMap<Day, Instant[]>
  busy: boolean
}

/** Months that have gone are not shown, nor those beyond a year. */
const HORIZON_MONTHS = 12

function grid({ month, day, days, cursor, words, format, now, busy }: Shared, moves: PickerMoves) {
  const today = dayIn(format.zone, now)
  const [first, last] = [monthOf(today), addMonths(monthOf(today), HORIZON_MONTHS)]
  const tabStop = tabStopOf({ cursor, day, month }, [...days.keys()])
  const free = new Map([...days].map(([of, starts]) => [of, starts.length]))
  const ends = { canGoBack: month > first, canGoOn: month < last }
  return calendar(
    { month, today, tabStop, busy, words, format, free, selected: day, ...ends },
    {
      turn: (months) => moves.turn(addMonths(month, months)),
      intend: () => ends.canGoOn && moves.intend(addMonths(month, 1)),
      pick: (of) => moves.pickDay(of),
      key: (event) => {
        const from = (event.target as HTMLElement).dataset.day ?? tabStop
        const to = dayByKey(from, event, words.weekStart)
        if (!to || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        if (monthOf(to) >= first && monthOf(to) <= last) moves.cursor(to)
      },
    },
  )
}

/** One day of the month can be reached by Tab: where the arrows stand, else the chosen, else the first free one. */
function tabStopOf({ cursor, day, month }: Pick<PickerView, 'cursor' | 'day' | 'month'>, free: Day[]): Day {
  const inMonth = (of: Day | undefined) => of !== undefined && monthOf(of) === month
  return [cursor, day, ...free].find(inMonth) ?? `${month}-01`
}

/** «Ближайшее время: пт, 27 ноября, 19:00», which also chooses it. */
export function nearest({ agenda, format }: PickerView, moves: PickerMoves): TemplateResult | typeof nothing {
  const first = [...agenda.days(format.zone)][0]
  const start = first?.[1][0]
  if (!start || !agenda.words) return nothing
  return html`<button part="nearest" class="text near" type="button" @click=${() => moves.pickTime(start)}>
    ${agenda.words.nearest}: ${format.shortDay(first[0])}, ${format.time(start)}</button>`
}
