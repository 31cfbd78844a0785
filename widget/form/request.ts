import type { BookingRequest, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { pageMetadata } from '../metadata.ts'
import { ADS, PLACE, PLACE_VALUE, placeChosen, TRAP } from './controls.ts'
import type { Form } from './form.ts'

/** A wish to book, of what stands in the form. */
export function requestOf(visit: Visit, { event, holding, data, answers }: Form, start: Instant): BookingRequest {
  const { consent, slug } = event
  const place = placeChosen(visit, event, data.get(PLACE))
  return {
    event: slug,
    start,
    duration: visit.agenda.offer.duration,
    answers,
    timeZone: visit.format.zone,
    consent: consent.version,
    ads: data.has(ADS) ? consent.ads?.version : undefined,
    location: place && { id: place.id, value: `${data.get(PLACE_VALUE) ?? ''}` },
    metadata: pageMetadata(location, document.referrer),
    hold: holding.id,
    website: `${data.get(TRAP)}`,
  }
}
