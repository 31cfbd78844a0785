import type { Booking } from '../../../demo/simulator/index.ts'
import { sha256 } from '../../../proxy/digest.ts'
import type { Secrets } from '../../../proxy/secret.ts'
import type { Entry } from '../../../proxy/store/store.ts'
import { overlapsOf } from '../fleet/overlaps.ts'
import type { Told } from './visitor.ts'

/** What matters of a journal row here. */
export type Row = Pick<Entry, 'ref' | 'state' | 'keyHash' | 'uid' | 'dueAt'>

/** What is left when everything has come to rest. */
export interface Remains {
  journal: Row[]
  /** Bookings that Cal.com holds. */
  live: Booking[]
  told: Told[]
  secrets: Pick<Secrets, 'mark'>
}

/** What does not fit together, in words. */
export interface Verdict {
  lost: string[]
  doubled: string[]
  wronglyReported: string[]
}

/** Compares what the journal says, what Cal.com has and what the visitors were told. */
export async function judge({ journal, live, told, secrets }: Remains): Promise<Verdict> {
  const verdict: Verdict = { lost: [], doubled: [], wronglyReported: [] }
  for (const entry of journal) judgeEntry(entry, live, verdict)
  for (const booking of live) judgeBooking(booking, journal, verdict)
  for (const one of told) {
    const [mark, keyHash] = await Promise.all([secrets.mark(one.key), sha256(one.key)])
    const entry = journal.find((other) => other.keyHash === keyHash)
    const own = live.filter(({ metadata }) => metadata.request === mark)
    judgeTold(one, entry, own, verdict)
  }
  for (const pair of overlapsOf(live)) verdict.doubled.push(`overlapping: ${pair.map(nameOf).join(' and ')}`)
  return verdict
}

const nameOf = ({ start, metadata }: Booking) => `${metadata.ref ?? "the owner's"} at ${start}`

/** A row ends, and as Cal.com has it. */
function judgeEntry({ ref, state, dueAt, uid }: Row, live: Booking[], { lost, wronglyReported }: Verdict) {
  const isOpen = state === 'received' || state === 'sent' || state === 'queued'
  if (isOpen || dueAt !== null) lost.push(`${ref} stays ${state}, due ${dueAt}`)
  if (state === 'confirmed' && !live.some((booking) => booking.uid === uid))
    wronglyReported.push(`${ref} is confirmed in the journal alone`)
}

/** What we booked stands in the journal. */
function judgeBooking({ uid, metadata: { ref } }: Booking, journal: Row[], { wronglyReported }: Verdict) {
  if (ref === undefined) return
  const entry = journal.find((other) => other.ref === ref)
  if (entry?.state !== 'confirmed' || entry.uid !== uid)
    wronglyReported.push(`${ref} is booked, and in the journal ${entry?.state ?? 'missing'}`)
}

/** A visitor knows, and what he knows is so. */
function judgeTold({ is, key, refs, said }: Told, entry: Row | undefined, own: Booking[], verdict: Verdict) {
  const { lost, doubled, wronglyReported } = verdict
  const who = `${entry?.ref ?? key.slice(0, 6)}, told ${is} (${said.join(', ')})`
  if (own.length > 1) doubled.push(`${who}: ${own.length} bookings`)
  if (refs.size > 1) doubled.push(`${who}: ${refs.size} names`)
  if (is === 'never known') lost.push(who)
  else if (is !== 'booked' && own.length) wronglyReported.push(`${who}: booked`)
  else if (is === 'booked' && !own.length) wronglyReported.push(`${who}: not booked`)
  if (is === 'booked' && entry?.state !== 'confirmed')
    wronglyReported.push(`${who}: ${entry?.state ?? 'missing'} in the journal`)
}
