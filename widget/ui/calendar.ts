import { html, nothing, type TemplateResult } from 'lit/html.js'
import { moveTo, pickDay } from '../controllers/picking.ts'
import { type Day, monthOf, weeksOf } from '../day.ts'
import { dayByKey } from '../grid-keys.ts'
import { dayIn } from '../zone.ts'
import { bar } from './bar.ts'
import type { PickerView } from './picker.ts'

/** A month as an APG date grid: one tab stop, arrows within, six rows always. */
export function calendar(view: PickerView): TemplateResult {
  const { month, day: chosen, visit, words, slots } = view
  const { format } = visit
  const weeks = weeksOf(month, words.weekStart)
  const tabStop = tabStopOf(view)
  return html`<div part="calendar">
    ${bar(view)}
    <table role="grid" aria-labelledby="month" aria-busy=${slots === undefined} @keydown=${(event: KeyboardEvent) => onKey(event, view, tabStop)}>
      <thead>
        <tr>${weeks[0]?.map((day) => html`<th abbr=${format.weekday(day, 'long')}>${format.weekday(day, 'short')}</th>`)}</tr>
      </thead>
      <tbody>
        ${weeks.map((week) => html`<tr>${week.map((day) => html`<td role="gridcell" aria-selected=${day === chosen}>${monthOf(day) === month ? cell(day, view, tabStop) : nothing}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`
}

function cell(day: Day, { visit, day: chosen, days, words, slots }: PickerView, tabStop: Day) {
  const { format, host } = visit
  const isToday = day === dayIn(format.zone, host.clock)
  const free = days.get(day)?.length
  const names = `day ${free ? 'free' : ''} ${isToday ? 'today' : ''} ${day === chosen ? 'selected' : ''}`
  // «пятница, 27 ноября, 4 свободных времени»
  const label = [format.day(day), slots && (free ? format.count(free, words.timesFree) : words.noneFree)]
  return html`<button type="button" part=${names} class=${names} data-day=${day} tabindex=${day === tabStop ? 0 : -1}
    aria-label=${label.filter(Boolean).join(', ')} aria-current=${isToday ? 'date' : nothing} aria-disabled=${free ? nothing : true}
    @click=${() => free && pickDay(visit, day)}>${Number(day.slice(8))}</button>`
}

/** One day of the month can be reached by Tab: where the arrows stand, else the chosen, else the first free one. */
function tabStopOf({ visit, day, month, free }: PickerView): Day {
  return [visit.cursor, day, ...free].find((of) => of?.startsWith(month)) ?? `${month}-01`
}

function onKey(event: KeyboardEvent, { visit, words }: PickerView, tabStop: Day): void {
  const from = (event.target as HTMLElement).dataset.day ?? tabStop
  const to = dayByKey(from, event, words.weekStart)
  if (!to || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  moveTo(visit, to)
}
