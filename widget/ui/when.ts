import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { dayIn } from '../zone.ts'
import { hostTime } from './both.ts'

/** Day and time of a meeting on the visitor's clocks; where the host's differ, on both. */
export function when(visit: Visit, start: Instant, until?: Instant, host?: string): TemplateResult {
  const { agenda, format, words } = visit
  const minutes = agenda?.offer.duration ?? agenda?.event?.duration ?? 0
  const end = until ?? new Date(Date.parse(start) + minutes * 60_000).toISOString()
  const there = hostTime(visit, start, host)
  const where = there && format.isOwn ? words?.atYours : words?.inZone(format.zone, format.offset(format.zone, start))
  return html`<p class="when" part="when">
    <strong>${format.day(dayIn(format.zone, start))}</strong>
    <span>${format.time(start)}–${format.time(end)} ${where}</span>
    ${there ? html`<span class="quiet small">${there}</span>` : nothing}
  </p>`
}
