import { html, nothing, type TemplateResult } from 'lit/html.js'
import { type Day, monthOf, weeksOf } from '../day.ts'
import { dayByKey } from '../grid-keys.ts'
import { bar } from './bar.ts'
import type { PickerView } from './picker.ts'

/** A month as an APG date grid: one tab stop, arrows within, six rows always. */
export function calendar(view: PickerView): TemplateResult {
  const { month, day: chosen, visit, words, busy } = view
  const { format } = visit
  const weeks = weeksOf(month, words.weekStart)
  const tabStop = tabStopOf(view)
  return html`<section part="calendar" class=${busy ? 'busy' : ''}>
    ${bar(view)}
    <table role="grid" aria-labelledby="month" aria-busy=${busy} @keydown=${(event: KeyboardEvent) => onKey(event, view, tabStop)}>
      <thead>
        <tr>${weeks[0]?.map((day) => html`<th scope="col" abbr=${format.weekday(day, 'long')}>${format.weekday(day, 'short')}</th>`)}</tr>
      </thead>
      <tbody>
        ${weeks.map((week) => html`<tr>${week.map((day) => html`<td role="gridcell" aria-selected=${day === chosen}>${cell(day, view, tabStop)}</td>`)}</tr>`)}
      </tbody>
    </table>
  </section>`
}

/** Days of other months are hidden, not left out: turning to another month only changes what stands there. */
function cell(day: Day, view: PickerView, tabStop: Day) {
  const { visit, month, today, day: chosen } = view
  const isHere = monthOf(day) === month
  const free = isHere ? (view.days.get(day)?.length ?? 0) : 0
  const state = [free && 'free', day === today && 'today', day === chosen && 'selected']
  const names = ['day', ...state].filter(Boolean).join(' ')
  return html`<button type="button" part=${names} class=${names} ?hidden=${!isHere} data-day=${isHere ? day : nothing}
    tabindex=${day === tabStop ? 0 : -1}
    aria-label=${isHere ? label(day, free, view) : nothing}
    aria-current=${day === today ? 'date' : nothing}
    aria-disabled=${free ? nothing : true}
    @click=${() => free && visit.picking.pickDay(day)}>${Number(day.slice(8))}</button>`
}

/** «пятница, 27 ноября, 4 свободных времени» */
function label(day: Day, free: number, { words, busy, visit: { format } }: PickerView): string {
  if (busy) return format.day(day)
  return `${format.day(day)}, ${free ? format.count(free, words.timesFree) : words.noneFree}`
}

/** One day of the month can be reached by Tab: where the arrows stand, else the chosen, else the first free one. */
function tabStopOf({ visit, day, month, days }: PickerView): Day {
  const inMonth = (of: Day | undefined) => of !== undefined && monthOf(of) === month
  return [visit.picking.cursorDay, day, ...days.keys()].find(inMonth) ?? `${month}-01`
}

function onKey(event: KeyboardEvent, { visit, words, first, last }: PickerView, tabStop: Day): void {
  const from = (event.target as HTMLElement).dataset.day ?? tabStop
  const to = dayByKey(from, event, words.weekStart)
  if (!to || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  if (monthOf(to) >= first && monthOf(to) <= last) visit.picking.cursor(to)
}
