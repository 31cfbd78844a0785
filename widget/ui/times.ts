import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { monthOf } from '../day.ts'
import { hostTime } from './both.ts'
import type { PickerView } from './picker.ts'

/** The free times of the chosen day, as a labelled list of buttons. */
export function times(view: PickerView): TemplateResult {
  const { day, days, visit, busy } = view
  const starts = (day && days.get(day)) || []
  return html`<section part="times" class="times ${busy ? 'busy' : ''}" aria-labelledby="day">
    <h3 id="day">${day ? visit.format.day(day) : nothing}</h3>
    ${starts.length ? buttons(visit, starts, true) : empty(view)}
    ${foot(view)}
  </section>`
}

/** Times to choose from; `below` stands in the list after them. */
export function buttons(visit: Visit, starts: readonly Instant[], isScroller = false, below?: unknown): TemplateResult {
  const [first = ''] = starts
  const isLong = visit.format.time(first).length > 5 || hostTime(visit, first)
  return html`<ul class="list ${isLong ? 'long' : ''} ${isScroller ? 'scroller' : ''}">
    ${starts.map((start) => html`<li>${button(visit, start)}</li>`)}${below}
  </ul>`
}

function button(visit: Visit, start: Instant) {
  const there = hostTime(visit, start)
  return html`<button part="time" class="plain time" type="button" data-start=${start}
    @click=${() => visit.picking.pickTime(start)}>${visit.format.time(start)}${there ? html`<small>${there}</small>` : nothing}</button>`
}

/** What stands where there are no times. */
export function empty(view: PickerView): TemplateResult | typeof nothing {
  const { busy, failed, next, month, days, words, visit } = view
  const { format, picking } = visit
  if (busy) return html`<p class="quiet">${words.loading}</p>`
  if (failed) return nothing
  if ([...days.keys()].some((of) => monthOf(of) === month)) return html`<p class="quiet">${words.pickDay}</p>`
  return html`<div class="empty">
    <p class="quiet">${next ? words.monthEmpty : words.yearEmpty}</p>
    ${
      next
        ? html`<button class="plain" part="show-next" type="button" @click=${() => picking.show(next)}>
          ${words.showMonth}: ${format.month(next).toLocaleLowerCase(format.lang)}</button>`
        : nothing
    }
    <slot name="contact"></slot>
  </div>`
}

/** On whose clocks the times are, and how far they reach. */
export function foot({ visit, words, month, day, days, next, now }: PickerView): TemplateResult {
  const { agenda, format, host } = visit
  const at = (day && days.get(day)?.[0]) || now
  const zone = `${words.zoneOf(format.zone, format.isOwn)}, ${format.offset(format.zone, at)}`
  const until = agenda.event?.until
  return html`<div class="foot quiet">
    ${agenda.get(month)?.stale ? html`<p>${words.stale}</p>` : nothing}
    ${until && !next ? html`<p>${words.until} ${format.dayOnly(until)}</p>` : nothing}
    ${
      host.isZoneFree
        ? html`<button part="zone" class="zone" type="button" aria-haspopup="dialog" @click=${() => visit.openZones(at)}>${zone}
          <svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="m6 9 6 6 6-6" /></svg><span class="sr">, ${words.changeZone}</span></button>`
        : html`<p part="zone">${zone}</p>`
    }</div>`
}
