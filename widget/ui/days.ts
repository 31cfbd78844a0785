import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import { type Day, monthOf } from '../day.ts'
import { bar } from './bar.ts'
import type { PickerView } from './picker.ts'
import { buttons, empty, foot } from './times.ts'

/** Of a day that is not opened, the list shows so many times: two rows of a narrow phone. */
const FEW_TIMES = 6

/** The days of a month that have a free time, each with its times, one below the other: for a narrow place. */
export function list(view: PickerView): TemplateResult {
  const { visit, words, month, days, busy } = view
  const { picking } = visit
  const free = [...days].filter(([day]) => monthOf(day) === month)
  const shown = free.slice(0, picking.shown)
  const [, [next] = []] = free[picking.shown] ?? []
  return html`<section part="times" class="times days ${busy ? 'busy' : ''}" aria-labelledby="month">
    ${bar(view)}
    ${shown.length ? shown.map(([day, starts]) => section(view, day, starts)) : empty(view)}
    ${next ? html`<button part="more" class="plain" type="button" @click=${() => picking.moreDays(next)}>${words.moreDays}</button>` : nothing}
    ${foot(view)}
  </section>`
}

function section({ visit, words, day: opened }: PickerView, day: Day, starts: Instant[]) {
  const { format, picking } = visit
  // «Ещё 1» would take the place of the time itself.
  const isWhole = day === opened || starts.length <= FEW_TIMES
  const [shown, rest] = isWhole ? [starts, []] : [starts.slice(0, FEW_TIMES - 1), starts.slice(FEW_TIMES - 1)]
  const [hidden] = rest
  const more =
    hidden &&
    html`<li><button part="more" class="text time" type="button" aria-describedby=${`d${day}`} @click=${() => picking.openDay(day, hidden)}>${words.more} ${rest.length}</button></li>`
  return html`<div role="group" aria-labelledby=${`d${day}`}>
    <h4 id=${`d${day}`}>${format.day(day)}</h4>${buttons(visit, shown, false, more)}</div>`
}
