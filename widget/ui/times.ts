import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import { GRID, pickTime, turn } from '../controllers/picking.ts'
import type { Visit } from '../controllers/visit.ts'
import { hostTime } from './both.ts'
import { button, chevron } from './button.ts'
import type { PickerView } from './picker.ts'

/** The free times of the chosen day, as a labelled list of buttons. */
export function times(view: PickerView): TemplateResult {
  const { day, days, visit } = view
  const starts = (day && days.get(day)) || []
  return html`<div role="group" part="times" class="times" aria-labelledby="day">
    <h3 id="day">${day ? visit.format.day(day) : nothing}</h3>
    ${starts.length ? buttons(visit, starts, 'scroller') : empty(view)}
    ${foot(view)}
  </div>`
}

/** Times to choose from; `below` stands in the list after them. */
export function buttons(visit: Visit, starts: readonly Instant[], look: string, below?: unknown): TemplateResult {
  const items = starts.map((start) => {
    const there = hostTime(visit, start)
    return html`<li><button part="time" class="plain time" type="button" data-start=${start}
      @click=${() => pickTime(visit, start)}>${visit.format.time(start)}${there ? html`<small>${there}</small>` : nothing}</button></li>`
  })
  return html`<ul class="list ${isLong(visit, starts) ? 'long' : ''} ${look}">${items}${below}</ul>`
}

/** Whether a time wants more room: with AM and PM, or with what the host's clocks show. */
export const isLong = (visit: Visit, [start = '']: readonly Instant[]): boolean =>
  visit.format.time(start).length > 5 || !!hostTime(visit, start)

/** What stands where there are no times. */
export function empty({ slots, next, free, words, visit }: PickerView): unknown {
  const { format } = visit
  if (slots === null) return nothing
  if (!slots || free.length) return html`<p class="quiet">${slots ? words.pickDay : words.loading}</p>`
  const show = () => {
    if (next) void turn(visit, next)
    visit.lead(...GRID)
  }
  return html`<div class="empty">
    <p class="quiet">${next ? words.monthEmpty : words.yearEmpty}</p>
    ${next && button('show-next', 'plain', `${words.showMonth}: ${format.month(next)}`, show)}
    <slot name="contact"></slot>
  </div>`
}

/** On whose clocks the times are, and how far they reach. */
export function foot({ visit, words, slots, day, days, next }: PickerView): TemplateResult {
  const { agenda, format, host } = visit
  const at = (day && days.get(day)?.[0]) || host.clock
  const city = visit.later.module?.nameOf(format.zone, format)
  const zone = `${words.zoneOf(format.zone, format.isOwn, city)}, ${format.offset(format.zone, at)}`
  const { until } = agenda.event ?? {}
  const choose = () => visit.later.load().then((later) => later?.openZones(visit, at))
  return html`<div class="foot quiet">
    ${slots?.stale ? html`<p>${words.stale}</p>` : nothing}
    ${until && !next ? html`<p>${words.until} ${format.date(until)}</p>` : nothing}
    ${
      host.isZoneFree
        ? html`<button part="zone" class="zone" type="button" aria-haspopup="dialog" @click=${choose}>${zone}
          ${chevron}</button>`
        : html`<p part="zone">${zone}</p>`
    }</div>`
}
