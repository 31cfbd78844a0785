import { readChange } from '../http/body.ts'
import { aDate, anInteger, optional, type Rules } from '../http/check.ts'

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

/** Reads the body of a reservation, or throws what Cal.com has against it. */
export const readReservation = (body: unknown) => readChange<ReservationInput>(body, RULES)
