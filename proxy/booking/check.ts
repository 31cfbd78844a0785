import type { z } from 'zod'
import type { BookingRequest, ChosenLocation, Fault } from '../contract.ts'
import type { Offer } from '../offer/catalog.ts'
import { ProblemError } from '../problem.ts'
import { type CheckedAnswers, checkAnswers } from './answers.ts'
import type { Heart } from './heart.ts'
import { checkLocation } from './location.ts'

/** A request that has passed the contract's schema. */
export type ReadRequest = z.output<typeof BookingRequest>

/** A request that can be booked, as far as can be told without Cal.com. */
export interface Checked {
  request: ReadRequest
  offer: Offer
  minutes: number
  answers: NonNullable<CheckedAnswers['answers']>
  location: ChosenLocation | undefined
}

/** Checks a request against its event type. Throws `event_not_found`, `not_bookable`, `invalid_fields`. */
export async function check({ catalog, consent, now }: Heart, request: ReadRequest): Promise<Checked> {
  const offer = await catalog.get(request.event)
  const { info } = offer
  if (info.notBookable) throw new ProblemError('not_bookable')
  const minutes = request.duration ?? info.duration
  const { answers, faults } = checkAnswers(info.fields, request.answers)
  const place = checkLocation(info.locations, request.location)
  const all: Record<string, Fault> = { ...faults, ...place.faults }
  if (request.consent !== consent.version) all.consent = 'consent'
  if (request.ads !== undefined && request.ads !== consent.ads?.version) all.ads = 'ads'
  if (!info.durations.includes(minutes)) all.duration = 'duration'
  if (request.start <= now().toISOString()) all.start = 'past'
  if (!answers || Object.keys(all).length) throw new ProblemError('invalid_fields', { fields: all })
  return { request, offer, minutes, answers, location: place.location }
}
