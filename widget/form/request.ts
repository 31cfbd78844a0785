import type { Answer, BookingRequest, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { pageMetadata } from '../metadata.ts'
import type { Answers } from './answers.ts'
import { ADS, PLACE, PLACE_VALUE, placeChosen, TRAP } from './controls.ts'
import type { Form } from './form.ts'

/** A wish to book, of what stands in the form. */
export function requestOf(visit: Visit, { event, holding }: Form, start: Instant, given: Answers): BookingRequest {
  const { consent, fields, slug } = event
  const place = placeChosen(visit, event, given[PLACE])
  return {
    event: slug,
    start,
    duration: visit.agenda.offer.duration,
    answers: Object.fromEntries(fields.map((field) => [field.slug, given[field.slug] as Answer])),
    timeZone: visit.format.zone,
    consent: consent.version,
    ads: given[ADS] ? consent.ads?.version : undefined,
    location: place && { id: place.id, value: given[PLACE_VALUE] as string },
    metadata: pageMetadata(location, document.referrer),
    hold: holding.id,
    website: given[TRAP] as string,
  }
}
