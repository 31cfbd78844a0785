import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Visit } from '../controllers/visit.ts'
import type { Format } from '../format.ts'
import { CITIES } from '../i18n/cities.ts'
import { visitorZone } from '../zone.ts'
import { wordsFor } from './words.ts'

/** At most so many are shown: more letters find fewer. */
const MOST = 40

/** What is being looked for. */
const searches = new WeakMap<Visit, string>()

const dialogOf = ({ host }: Visit) => host.shadowRoot?.querySelector<HTMLDialogElement>('.zones')

export async function openZones(visit: Visit): Promise<void> {
  searches.set(visit, '')
  visit.host.requestUpdate()
  await visit.host.updateComplete
  dialogOf(visit)?.showModal()
}

/** The dialog in which a visitor finds the zone of his clocks: a search, and a list that follows it. */
export function zones(visit: Visit): TemplateResult | typeof nothing {
  const text = searches.get(visit)
  if (text === undefined) return nothing
  const words = wordsFor(visit)
  const found = find(visit, text.trim().toLowerCase())
  const search = (event: Event) => {
    searches.set(visit, (event.target as HTMLInputElement).value)
    visit.host.requestUpdate()
  }
  const take = (zone: string) => {
    dialogOf(visit)?.close()
    visit.host.setZone(zone)
  }
  const leave = () => {
    searches.delete(visit)
    visit.host.requestUpdate()
  }
  return html`<dialog part="zones" class="zones" aria-label=${words.zones} @close=${leave}>
    <input part="input" class="input" type="search" aria-label=${words.zoneSearch} placeholder=${words.zoneSearch} autocomplete="off" @input=${search} />
    <ul>${found.map(
      ({
        id,
        name,
        offset,
      }) => html`<li><button type="button" data-zone=${id} aria-current=${id === visit.format.zone} @click=${() => take(id)}>
        <span>${name}</span><span class="quiet small">${offset}</span></button></li>`,
    )}</ul>
    <p class="quiet" role="status">${found.length ? nothing : words.zoneNone}</p>
    <button part="close" class="plain" type="button" @click=${() => dialogOf(visit)?.close()}>${words.close}</button>
  </dialog>`
}

/** Those that fit what is typed; without a letter the visitor's own, and those that have a name of ours. */
function find({ format, agenda, flow }: Visit, text: string) {
  // Another time of the year, other offsets: those of the day that is looked at.
  const at = ('day' in flow && flow.day && agenda.days(format.zone).get(flow.day)?.[0]) || new Date()
  const ours = [...new Set([visitorZone(), ...Object.keys(CITIES)])]
  const all = text ? [...new Set([...ours, ...Intl.supportedValuesOf('timeZone')])] : ours
  const named = all.map((id) => ({ id, name: nameOf(id, format), offset: offsetOf(id, format, at) }))
  return named
    .filter(({ id, name, offset }) => `${CITIES[id]} ${id} ${name} ${offset}`.toLowerCase().includes(text))
    .slice(0, MOST)
}

function nameOf(id: string, { lang }: Format): string {
  const [city] = (lang === 'ru' && CITIES[id]?.split(',')) || []
  return city ?? id.split('/').at(-1)?.replaceAll('_', ' ') ?? id
}

/** `GMT+5 · МСК+2` */
function offsetOf(id: string, format: Format, at: Date | string): string {
  const hours = (zone: string) => {
    const [, sign, whole, minutes] = /([+-])(\d+):?(\d+)?/.exec(format.offset(zone, at)) ?? []
    return Number(`${sign ?? ''}1`) * (Number(whole ?? 0) + Number(minutes ?? 0) / 60)
  }
  const ahead = hours(id) - hours('Europe/Moscow')
  const offset = format.offset(id, at)
  return format.lang === 'ru' ? `${offset} · МСК${ahead ? (ahead > 0 ? '+' : '−') + Math.abs(ahead) : ''}` : offset
}
