import { sha256 } from '../digest.ts'
import { ProblemError } from '../problem.ts'
import { type Heart, inMs } from './heart.ts'
import { PROOF_BITS } from './limits.ts'

const HOUR_MS = 3_600_000

/**
 * When many book within an hour, each has to bring a proof that his machine worked for it: a second or two for a
 * person, too much for who sends thousands. Nothing is kept of it: the key it is made for is good for one booking.
 */
export async function checkProof(heart: Pick<Heart, 'store' | 'now' | 'limits'>, key: string, proof = '') {
  if (proof && (await isProof(key, proof))) return
  if ((await lately(heart)) >= heart.limits.ofHourUnproven)
    throw new ProblemError('proof_required', { bits: PROOF_BITS })
}

/** Whether the SHA-256 of both begins with enough zero bits. */
export async function isProof(key: string, proof: string, bits = PROOF_BITS): Promise<boolean> {
  const digits = Math.ceil(bits / 4)
  const start = Number.parseInt((await sha256(`${key}:${proof}`)).slice(0, digits), 16)
  return start < 2 ** (4 * digits - bits)
}

/** Bookings of all within the last hour, but for those that came to nothing. */
async function lately({ store, now }: Pick<Heart, 'store' | 'now'>): Promise<number> {
  const since = inMs({ now }, -HOUR_MS)
  const nobody = { address: { digest: null, since, most: 0 }, contact: { email: null, phone: null, most: 0 } }
  const { ofDay } = await store.journal.tally({ now: inMs({ now }, 0), ...nobody, day: { since, most: 0 } })
  return ofDay
}
