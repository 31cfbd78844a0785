import type { Offered, ServedCalcom } from '../fleet/calcom.ts'
import type { Instance } from '../fleet/fleet.ts'
import { overlapsOf } from '../fleet/overlaps.ts'
import { submissionOf } from '../fleet/people.ts'

/** How many book at once. */
const VISITORS = 8
const PATIENCE_MS = 15_000
const POLL_MS = 50

/** What a round came to. */
export interface Round {
  /** Bookings that Cal.com has in the end. */
  booked: number
  /** Pairs of them that overlap. */
  doubled: number
  /** Visitors who were told otherwise than it is. */
  wronglyTold: number
  /** Answers that were neither "booked" nor "taken". */
  other: number
}

interface Told {
  /** Names the booking, when it holds. */
  ref?: string
  is: 'booked' | 'taken' | 'other'
}

/** Eight visitors want times that overlap, half of them from each instance; then Cal.com is looked at, and cleared. */
export async function runRound(instances: Instance[], calcom: ServedCalcom, near: Offered[]): Promise<Round> {
  const wanted = Array.from({ length: VISITORS }, () => near[Math.floor(Math.random() * near.length)] as Offered)
  const told = await Promise.all(wanted.map((one, at) => visit(instances[at % instances.length] as Instance, one)))
  const live = calcom.live()
  calcom.simulator.account.bookings.length = 0
  const booked = told.filter(({ is }) => is === 'booked')
  const right = booked.filter(({ ref }) => live.filter(({ metadata }) => metadata.ref === ref).length === 1)
  return {
    booked: live.length,
    doubled: overlapsOf(live).length,
    // Of those told right each has one booking: what is left over was booked for somebody who was told otherwise.
    wronglyTold: booked.length - right.length + (live.length - right.length),
    other: told.filter(({ is }) => is === 'other').length,
  }
}

async function visit({ url }: Instance, wanted: Offered): Promise<Told> {
  const { key, headers, body } = await submissionOf(wanted)
  const res = await fetch(`${url}/v1/bookings`, { method: 'POST', headers, body })
  const answer = await res.json()
  if (res.status === 201) return { is: 'booked', ref: answer.ref }
  if (res.status === 409 && answer.code === 'slot_taken') return { is: 'taken' }
  return res.status === 202 ? askUntilKnown(url, key) : { is: 'other' }
}

async function askUntilKnown(url: string, key: string): Promise<Told> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(POLL_MS)) {
    const { status, booking, code } = await (await fetch(`${url}/v1/bookings/status/${key}`)).json()
    if (status === 'accepted') return { is: 'booked', ref: booking.ref }
    if (status === 'refused') return { is: code === 'slot_taken' ? 'taken' : 'other' }
  }
  return { is: 'other' }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
