import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import { FEW_DAYS, pickDay } from '../controllers/picking.ts'
import type { Day } from '../day.ts'
import { bar } from './bar.ts'
import { button } from './button.ts'
import type { PickerView } from './picker.ts'
import { buttons, empty, foot, isLong } from './times.ts'

/** The days of a month that have a free time, each with its times, one below the other: for a narrow place. */
export function list(view: PickerView): TemplateResult {
  const { visit, words, free, days } = view
  const [next] = days.get(free[visit.listed] ?? '') ?? []
  const more = () => {
    visit.listed += 2 * FEW_DAYS
    visit.lead(`.times [data-start="${next}"]`)
    visit.host.requestUpdate()
  }
  return html`<div role="group" part="times" class="times days" aria-labelledby="month">
    ${bar(view)}
    ${free.length ? free.slice(0, visit.listed).map((day) => section(view, day, days.get(day) ?? [])) : empty(view)}
    ${next ? button('more', 'plain', words.moreDays, more) : nothing}
    ${foot(view)}
  </div>`
}

function section({ visit, words }: PickerView, day: Day, starts: Instant[]) {
  // Of a day that is not opened two rows of a narrow phone. «Ещё 1» would take the place of the time itself.
  const few = isLong(visit, starts) ? 4 : 6
  const shown = day === visit.cursor || starts.length <= few ? starts.length : few - 1
  const open = () => {
    pickDay(visit, day)
    visit.lead(`.times [data-start="${starts[shown]}"]`)
  }
  const rest = starts.length - shown
  const more = rest ? html`<li>${button('more', 'text time', `${words.more} ${rest}`, open)}</li>` : nothing
  return html`<div role="group" aria-labelledby="d${day}">
    <h4 id="d${day}">${visit.format.day(day)}</h4>${buttons(visit, starts.slice(0, shown), '', more)}</div>`
}
