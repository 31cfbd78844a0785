import { type Booking, booking } from '../../../demo/simulator/index.ts'
import { type Exchange, isRecord, type Line } from '../../support/recording.ts'

const DAY_MS = 24 * 60 * 60_000

/** The booking that a line is about, though no answer shows it: as far as the answer to the line itself tells. */
export function unseenBooking(line: Line, at: number, known: Booking[]): Booking[] {
  if ('parallel' in line || line.response.status === 404) return []
  const uid = /^\/v2\/bookings\/(\w+)/.exec(line.request.path)?.[1]
  if (!uid || known.some((one) => one.uid === uid)) return []
  const text = messageOf(line)
  const start = new Date(at + 7 * DAY_MS).toISOString()
  const isOff = text.includes('has been cancelled')
  const rescheduledToUid = /already to booking with uid=(\w+)/.exec(text)?.[1]
  const isAsked = /\/(confirm|decline)$/.test(line.request.path) && line.response.status === 200
  return [booking({ uid, start, rescheduledToUid, status: isOff ? 'cancelled' : isAsked ? 'pending' : 'accepted' })]
}

function messageOf({ response: { body } }: Exchange): string {
  if (!isRecord(body)) return ''
  return isRecord(body.error) ? String(body.error.message) : String(body.message ?? '')
}
