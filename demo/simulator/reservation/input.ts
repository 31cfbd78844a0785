import { aDate, anInteger, issuesOf, optional, type Rules } from '../http/check.ts'
import { invalid } from '../http/refusal.ts'

export interface ReservationInput {
  eventTypeId: number
  slotStart: string
  /** Minutes of the meeting. */
  slotDuration?: number
  /** Minutes that the time is held. */
  reservationDuration?: number
}

const RULES: Rules = {
  eventTypeId: anInteger,
  slotStart: aDate,
  slotDuration: optional(anInteger),
  reservationDuration: optional(anInteger),
}

/** Reads the body of a reservation, or throws what Cal.com has against it; what it does not know it passes over. */
export function readReservation(body: unknown): ReservationInput {
  const known = Object.entries(Object(body)).filter(([property]) => Object.hasOwn(RULES, property))
  const target = Object.fromEntries(known)
  const issues = issuesOf(target, RULES)
  if (issues.length > 0) throw invalid(target, issues)
  return target as unknown as ReservationInput
}
