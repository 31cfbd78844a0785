import { html, nothing, type TemplateResult } from 'lit'
import type { Instant } from '../../proxy/contract.ts'
import type { Agenda } from '../agenda.ts'
import type { Format } from '../format.ts'
import { laterWords } from '../i18n/later.ts'
import { dayIn } from '../zone.ts'

/** Day and time of a meeting in the visitor's zone; where the host's clocks differ, in both. */
export function when({ event }: Agenda, format: Format, start: Instant, minutes: number): TemplateResult {
  const words = laterWords[format.lang]
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString()
  const host = event?.host.timeZone ?? format.zone
  const [day, hostDay] = [dayIn(format.zone, start), dayIn(host, start)]
  const zoneOf = (zone: string) => words.zoneOf(zone, format.offset(zone, start))
  const isSame = format.offset(host, start) === format.offset(format.zone, start)
  const there = `${format.time(start, host)} ${zoneOf(host)}${day === hostDay ? '' : `, ${format.shortDay(hostDay)}`}`
  return html`<p class="when" part="when">
    <strong>${format.day(day)}</strong>
    <span>${format.time(start)}–${format.time(end)} ${isSame || !format.isOwn ? zoneOf(format.zone) : words.atYours}</span>
    ${isSame ? nothing : html`<span class="quiet">${there}</span>`}
  </p>`
}
