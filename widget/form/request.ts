import type { BookingRequest, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { metadataOfPage } from '../metadata.ts'
import { wordsFor } from '../ui/words.ts'
import type { Answers } from './answers.ts'
import { ADS, PLACE, PLACE_VALUE, placeChosen } from './controls.ts'
import type { Form } from './form.ts'
import { trapped } from './trap.ts'

/** A wish to book, of what stands in the form. */
export function requestOf(
  visit: Visit,
  { event, holding }: Form,
  { start, answers: given, took, data }: { start: Instant; answers: Answers; took: number; data: FormData },
): BookingRequest {
  const { agenda, format } = visit
  const { consent, fields, locations = [], slug } = event
  const { duration } = agenda.offer
  const place = placeChosen(locations, wordsFor(visit), given[PLACE])
  const value = given[PLACE_VALUE]
  const hold = holding.held?.id
  const answers = fields.map(({ slug, parts }) => [
    slug,
    parts ? `${given[`${slug}.first`]} ${given[`${slug}.last`]}`.trim() : given[slug],
  ])
  return {
    event: slug,
    start,
    ...(duration && { duration }),
    answers: Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)),
    timeZone: format.zone,
    lang: format.lang,
    consent: consent.version,
    ...(given[ADS] && consent.ads && { ads: consent.ads.version }),
    ...(place && { location: { id: place.id, ...(value && { value: String(value) }) } }),
    metadata: metadataOfPage(),
    ...(hold && { hold }),
    ...trapped(data),
    took,
  }
}
