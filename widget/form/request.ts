import type { BookingRequest, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { metadataOfPage } from '../metadata.ts'
import type { Answers } from './answers.ts'
import { ADS, PLACE, PLACE_VALUE, placeChosen, TRAP } from './controls.ts'
import type { Form } from './form.ts'

/** A wish to book, of what stands in the form. */
export function requestOf(visit: Visit, { event, holding }: Form, start: Instant, given: Answers): BookingRequest {
  const { consent, fields } = event
  const { duration } = visit.agenda.offer
  const place = placeChosen(visit, event, given[PLACE])
  const [value, website] = [given[PLACE_VALUE], given[TRAP]]
  const answers = fields.map(({ slug, parts }) => [
    slug,
    parts ? `${given[`${slug}.first`]} ${given[`${slug}.last`]}`.trim() : given[slug],
  ])
  return {
    event: event.slug,
    start,
    ...(duration && { duration }),
    answers: Object.fromEntries(answers),
    timeZone: visit.format.zone,
    consent: consent.version,
    ...(given[ADS] && consent.ads && { ads: consent.ads.version }),
    ...(place && { location: { id: place.id, ...(value && { value: `${value}` }) } }),
    metadata: metadataOfPage(),
    hold: holding.id,
    ...(website && { website: `${website}` }),
  }
}
