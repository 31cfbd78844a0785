import { html, nothing, type TemplateResult } from 'lit'
import { type Day, type Month, monthOf, weeksOf } from '../day.ts'
import type { Format } from '../format.ts'
import type { Words } from '../i18n/index.ts'

/** What a month grid shows. */
export interface CalendarView {
  month: Month
  today: Day
  selected: Day | undefined
  /** The one day that the Tab key reaches. */
  tabStop: Day
  /** How many times each day has free. */
  free: ReadonlyMap<Day, number>
  /** The times of this month are on their way. */
  busy: boolean
  canGoBack: boolean
  canGoOn: boolean
  words: Words
  format: Format
}

/** What a visitor does to it. */
export interface CalendarMoves {
  turn(months: 1 | -1): void
  /** Intends to turn to the next month. */
  intend(): unknown
  pick(day: Day): void
  key(event: KeyboardEvent): void
}

const chevron = (path: string) =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`

/** A month as an APG date grid: one tab stop, arrows within, six rows always. */
export function calendar(view: CalendarView, moves: CalendarMoves): TemplateResult {
  const { month, words, format, busy } = view
  const weeks = weeksOf(month, words.weekStart)
  return html`<section part="calendar" class=${busy ? 'busy' : ''}>
    <div class="bar">
      <h3 id="month" part="month" aria-live="polite">${format.month(month)}</h3>
      <button part="prev" class="turn" type="button" aria-label=${words.prevMonth} aria-disabled=${!view.canGoBack}
        @click=${() => view.canGoBack && moves.turn(-1)}>${chevron('m15 18-6-6 6-6')}</button>
      <button part="next" class="turn" type="button" aria-label=${words.nextMonth} aria-disabled=${!view.canGoOn}
        @pointerenter=${moves.intend} @focus=${moves.intend}
        @click=${() => view.canGoOn && moves.turn(1)}>${chevron('m9 18 6-6-6-6')}</button>
    </div>
    <table role="grid" aria-labelledby="month" aria-busy=${busy} @keydown=${moves.key}>
      <thead>
        <tr>${weeks[0]?.map((day) => html`<th scope="col" abbr=${format.weekday(day, 'long')}>${format.weekday(day, 'short')}</th>`)}</tr>
      </thead>
      <tbody>
        ${weeks.map((week) => html`<tr>${week.map((day) => html`<td role="gridcell" aria-selected=${day === view.selected}>${cell(day, view, moves)}</td>`)}</tr>`)}
      </tbody>
    </table>
  </section>`
}

/** Days of other months are hidden, not left out: turning to another month only changes what stands there. */
function cell(day: Day, view: CalendarView, moves: CalendarMoves) {
  const isHere = monthOf(day) === view.month
  const free = isHere ? (view.free.get(day) ?? 0) : 0
  const state = [free && 'free', day === view.today && 'today', day === view.selected && 'selected']
  const names = ['day', ...state].filter(Boolean).join(' ')
  return html`<button type="button" part=${names} class=${names} ?hidden=${!isHere} data-day=${isHere ? day : nothing}
    tabindex=${day === view.tabStop ? 0 : -1}
    aria-label=${isHere ? label(day, free, view) : nothing}
    aria-current=${day === view.today ? 'date' : nothing}
    aria-disabled=${free ? nothing : true}
    @click=${() => free && moves.pick(day)}>${Number(day.slice(8))}</button>`
}

/** «пятница, 27 ноября, 4 свободных времени» */
function label(day: Day, free: number, { words, format, busy }: CalendarView): string {
  if (busy) return format.day(day)
  return `${format.day(day)}, ${free ? format.count(free, words.timesFree) : words.noneFree}`
}
