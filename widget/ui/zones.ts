import { html, render } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import type { Format } from '../format.ts'
import { CITIES } from '../i18n/cities.ts'
import { visitorZone } from '../zone.ts'
import { wordsFor } from './words.ts'

/** At most so many are shown: more letters find fewer. */
const MOST = 40

/**
 * The dialog in which a visitor finds the zone of his clocks: a search, and a list that follows it, with the offsets
 * at a time that he looks at. Stands beside all else in the element, for as long as it is open.
 */
export function openZones(visit: Visit, at: Instant | Date): void {
  const { host, format } = visit
  const words = wordsFor(visit)
  const place = document.createElement('div')
  const leave = ({ target }: Event) => {
    const { returnValue } = target as HTMLDialogElement
    if (returnValue) host.setZone(returnValue)
    place.remove()
  }
  const draw = (text: string) => {
    const found = find(format, at, text.trim().toLowerCase())
    render(
      html`<dialog part="zones" class="zones" aria-label=${words.zones} @close=${leave}><form method="dialog">
        <input part="input" class="input" type="search" aria-label=${words.zoneSearch} placeholder=${words.zoneSearch} autocomplete="off"
          @input=${({ target }: Event) => draw((target as HTMLInputElement).value)} />
        <ul>${found.map(
          ([id, name, offset]) => html`<li><button value=${id} data-zone=${id} aria-current=${id === format.zone}>
            <span>${name}</span><span class="quiet small">${offset}</span></button></li>`,
        )}</ul>
        <p class="quiet" role="status">${found.length ? '' : words.zoneNone}</p>
        <button part="close" class="plain">${words.close}</button></form></dialog>`,
      place,
    )
  }
  draw('')
  host.shadowRoot?.append(place)
  place.querySelector('dialog')?.showModal()
}

/** Those that fit what is typed; without a letter the visitor's own, and those that have a name of ours. */
function find(format: Format, at: Instant | Date, text: string) {
  const ids = new Set([visitorZone(), ...Object.keys(CITIES), ...(text && Intl.supportedValuesOf('timeZone'))])
  return [...ids]
    .map((id) => [id, nameOf(id, format), offsetOf(id, format, at), CITIES[id]])
    .filter((row) => row.join().toLowerCase().includes(text))
    .slice(0, MOST)
}

/** As people call a zone: by a city. */
export const nameOf = (id: string, { lang }: Format): string =>
  (lang === 'ru' && CITIES[id]?.split(',')[0]) || id.replace(/.*\//, '').replaceAll('_', ' ')

/** `GMT+5 · МСК+2` */
function offsetOf(id: string, format: Format, at: Instant | Date): string {
  const offset = format.offset(id, at)
  if (format.lang !== 'ru') return offset
  const hours = (of: string) => Number(of.slice(3).replace(':30', '.5').replace(':45', '.75'))
  const ahead = hours(offset) - hours(format.offset('Europe/Moscow', at))
  return `${offset}\xa0·\xa0МСК${ahead > 0 ? '+' : ''}${ahead || ''}`.replace('МСК-', 'МСК−')
}
