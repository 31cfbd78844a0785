import {
  type Calcom,
  type CalcomBooking,
  CalcomNoAnswer,
  CalcomRefused,
  CalcomThrottled,
  type Refusal,
  refusalOf,
} from '../calcom/index.ts'
import type { Booking, BookingRequest, Consent, Fault } from '../contract.ts'
import { ProblemError, toProblemError } from '../problem.ts'
import { checkAnswers } from './answers.ts'
import { toCalcomBooking } from './attendee.ts'
import type { Catalog, Offer } from './catalog.ts'
import type { Openings } from './openings.ts'

interface SubmitDeps {
  calcom: Calcom
  catalog: Catalog
  openings: Openings
  consent: Consent
  now: () => Date
}

/** A request that has passed the contract's schema. */
export type CheckedRequest = Required<Omit<BookingRequest, 'duration'>> & { duration?: number | undefined }

/**
 * Books: checks the request against the event type, then the time against what is on offer, and only then calls
 * Cal.com, once. Throws `ProblemError`s; of these only `outcome_unknown` leaves it open whether there is a booking.
 */
export async function submit(deps: SubmitDeps, request: CheckedRequest): Promise<Booking> {
  const offer = await deps.catalog.get(request.event)
  if (offer.info.notBookable) throw new ProblemError('not_bookable')
  const minutes = request.duration ?? offer.info.duration
  const answers = check(deps, offer, request, minutes)
  const isFree = await deps.openings.isFree(offer, minutes, request.start)
  const claim = isFree ? deps.openings.claim(offer, minutes, request.start) : undefined
  if (!claim) throw await taken(deps, offer, request, minutes)
  const ref = createRef()
  const body = toCalcomBooking(offer, { ...request, answers }, minutes, {
    ref,
    consent_version: deps.consent.version,
    consent_at: deps.now().toISOString(),
  })
  const booking = await deps.calcom.bookings.create(body).catch(async (error: unknown) => {
    const refusal = error instanceof CalcomRefused ? refusalOf(error) : undefined
    // Offered, yet refused: the claim stays, since what we have of this time is out of date.
    if (refusal?.why === 'not_available') throw await taken(deps, offer, request, minutes)
    const failure = toFailure(error, refusal)
    if (failure.code !== 'outcome_unknown') claim.release()
    throw failure
  })
  return toBooking(booking, ref, offer)
}

function check({ consent, now }: SubmitDeps, { info }: Offer, request: CheckedRequest, minutes: number) {
  const { answers, faults } = checkAnswers(info.fields, request.answers)
  const all: Record<string, Fault> = { ...faults }
  if (request.consent !== consent.version) all.consent = 'consent'
  if (!info.durations.includes(minutes)) all.duration = 'duration'
  if (request.start <= now().toISOString()) all.start = 'past'
  if (!answers || Object.keys(all).length) throw new ProblemError('invalid_fields', { fields: all })
  return answers
}

/** The time cannot be had: says which others are near, as far as they can be known. */
async function taken({ openings }: SubmitDeps, offer: Offer, { start }: CheckedRequest, minutes: number) {
  const alternatives = await openings.nearest(offer, minutes, start).catch(() => [])
  return new ProblemError('slot_taken', { fields: { start: 'not_offered' }, alternatives })
}

/** What a failed call means. Only what is certain is called undone: refused, throttled, or never connected. */
function toFailure(error: unknown, refusal: Refusal | undefined): ProblemError {
  if (refusal?.why === 'fields') {
    const fields = Object.entries(refusal.fields).map(([slug, fault]) => [`answers.${slug}`, fault])
    return new ProblemError('invalid_fields', { fields: Object.fromEntries(fields), cause: error })
  }
  const isCertain = refusal || error instanceof CalcomThrottled || (error instanceof CalcomNoAnswer && !error.reached)
  return isCertain ? toProblemError(error) : new ProblemError('outcome_unknown', { cause: error })
}

function toBooking({ status, start, end }: CalcomBooking, ref: string, { info }: Offer): Booking {
  return {
    ref,
    status: status === 'pending' ? 'pending' : 'accepted',
    event: info.slug,
    title: info.title,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  }
}

/** Eight letters and digits that cannot be misread: enough to tell one booking from another over the phone. */
function createRef(): string {
  const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => ALPHABET[byte % 32]).join('')
}
