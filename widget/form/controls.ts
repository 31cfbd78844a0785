import { html, nothing } from 'lit/html.js'
import type { Consent, EventInfo, Field, Lang, Location } from '../../proxy/contract.ts'
import type { AllWords } from '../i18n/later.ts'

/** One control of the form: mostly a field of the event type, under its slug. */
export interface Control extends Omit<Field, 'label'> {
  label: unknown
  autocomplete?: string
  /** What is said when it is empty, though it must not be. */
  missing?: string
}

/** The names of the controls that are no fields. */
export const CONSENT = 'consent'
export const ADS = 'ads'
export const PLACE = 'location'
/** What the visitor has to say of the place: his number, his address. */
export const PLACE_VALUE = 'location.value'

/** What a visitor who books is asked. `place`: what he has chosen so far; `withAds`: the other consent, too. */
export function controlsOf(
  { fields, locations = [], consent }: EventInfo,
  words: AllWords,
  { place, withAds, lang }: { place: unknown; withAds: boolean; lang: Lang },
): Control[] {
  const boxes = [consentOf(CONSENT, consent, lang, words)]
  if (withAds && consent.ads) boxes.push(consentOf(ADS, consent.ads, lang, words))
  return [
    ...fields
      .filter(({ hidden, when }) => !hidden && when !== 'move')
      .flatMap((field) => controlsOfField(field, words)),
    ...placeOf(locations, words, place),
    ...boxes,
  ]
}

/** A name that is asked in two parts is two controls. */
function controlsOfField(field: Field, { labels }: AllWords): Control[] {
  const { slug, parts, label } = field
  const name = label ?? labels[slug as keyof typeof labels] ?? slug
  if (!parts) return [{ ...field, label: name }]
  const part = (of: 'first' | 'last', autocomplete: string): Control =>
    ({
      ...field,
      slug: `${slug}.${of}`,
      type: 'text',
      label: labels[`${of}Name`],
      autocomplete,
      ...parts[of],
    }) as Control
  return [part('first', 'given-name'), part('last', 'family-name')]
}

const placeNames = (locations: Location[], words: AllWords) =>
  locations.map(({ type, label }) => [words.locations[type], label].filter(Boolean).join(': '))

/** The place that is chosen; the only one there is needs no choice. */
export function placeChosen(locations: Location[], words: AllWords, chosen: unknown): Location | undefined {
  return locations.length > 1 ? locations[placeNames(locations, words).indexOf(String(chosen))] : locations[0]
}

function placeOf(locations: Location[], words: AllWords, chosen: unknown): Control[] {
  const options = placeNames(locations, words)
  const { type = '' } = placeChosen(locations, words, chosen) ?? {}
  const shared = { required: true, label: words.labels.location }
  const choice: Control = { ...shared, slug: PLACE, type: 'radio', options }
  const isPhone = type === 'attendeePhone'
  const value: Control = {
    ...shared,
    slug: PLACE_VALUE,
    type: isPhone ? 'phone' : 'address',
    label: words.locations[type as 'phone'],
  }
  return [...(options.length > 1 ? [choice] : []), ...(type.startsWith('attendee') ? [value] : [])]
}

/** A consent as its owner worded it: a box of its own, never ticked for the visitor. */
function consentOf(
  slug: string,
  { text, url }: Omit<Consent, 'ads' | 'version'>,
  lang: Lang,
  words: AllWords,
): Control {
  const label = html`${text[lang]}${url ? html` (<a href=${url} target="_blank" rel="noopener">${words.consentMore}</a>)` : nothing}`
  return { slug, type: 'boolean', required: slug === CONSENT, label, missing: words.needConsent }
}
