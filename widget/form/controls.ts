import { html, nothing } from 'lit/html.js'
import type { Consent, EventInfo, Field, Location } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import type { AllWords } from '../i18n/later.ts'
import { wordsFor } from '../ui/words.ts'

/** One control of the form: mostly a field of the event type, under its slug. */
export interface Control extends Omit<Field, 'label'> {
  label: unknown
  autocomplete?: string
}

/** The names of the controls that are no fields. */
export const CONSENT = 'consent'
export const ADS = 'ads'
export const PLACE = 'location'
/** What the visitor has to say of the place: his number, his address. */
export const PLACE_VALUE = 'location.value'
/** Which no person sees: whoever fills it in is a robot. */
export const TRAP = '_trap'

/** What a visitor who books is asked. `chosen`: the place he has chosen so far. */
export function controlsOf(visit: Visit, event: EventInfo, chosen: unknown): Control[] {
  const words = wordsFor(visit)
  const { consent, fields } = event
  const box = (slug: string, { text, url }: Omit<Consent, 'ads' | 'version'>): Control => ({
    slug,
    type: 'boolean',
    required: slug === CONSENT,
    label: html`${text[visit.format.lang]}${url ? html`&nbsp;(<a href=${url} target="_blank" rel="noopener">${words.consentMore}</a>)` : nothing}`,
  })
  return [
    ...fields
      .filter(({ hidden, when }) => !hidden && when !== 'move')
      .flatMap((field) => controlsOfField(field, words)),
    ...placeOf(visit, event, chosen),
    box(CONSENT, consent),
    ...(visit.host.adsConsent && consent.ads ? [box(ADS, consent.ads)] : []),
  ]
}

/** A name that is asked in two parts is two controls. */
function controlsOfField(field: Field, { labels }: AllWords): Control[] {
  const { slug, parts, label } = field
  const named = { ...field, label: label ?? labels[slug as keyof typeof labels] ?? slug }
  if (!parts) return [named]
  const part = (of: 'first' | 'last', autocomplete: string): Control => ({
    ...named,
    slug: `${slug}.${of}`,
    type: 'text',
    autocomplete,
    ...parts[of],
    label: parts[of].label ?? labels[`${of}Name`],
  })
  return [part('first', 'given-name'), part('last', 'family-name')]
}

const nameOf = ({ type, label }: Location, { locations }: AllWords) => locations[type] + (label ? `: ${label}` : '')

/** The place that is chosen; the only one there is needs no choice. */
export function placeChosen(visit: Visit, { locations = [] }: EventInfo, chosen: unknown): Location | undefined {
  return locations.find((one, _, { length }) => length < 2 || nameOf(one, wordsFor(visit)) === chosen)
}

function placeOf(visit: Visit, event: EventInfo, chosen: unknown): Control[] {
  const words = wordsFor(visit)
  const { locations = [] } = event
  const place = placeChosen(visit, event, chosen)
  const shared = { required: true, label: words.labels.location }
  const controls: Control[] = []
  if (locations.length > 1)
    controls.push({ ...shared, slug: PLACE, type: 'radio', options: locations.map((one) => nameOf(one, words)) })
  if (place?.type.startsWith('attendee'))
    controls.push({
      ...shared,
      slug: PLACE_VALUE,
      label: nameOf(place, words),
      ...(place.type === 'attendeePhone' ? { type: 'phone', value: visit.host.phone } : { type: 'address' }),
    })
  return controls
}
