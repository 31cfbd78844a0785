import type { Booking } from '../../../demo/simulator/index.ts'
import { sha256 } from '../../../proxy/digest.ts'
import type { Secrets } from '../../../proxy/secret.ts'
import type { Entry } from '../../../proxy/store/store.ts'
import { overlapsOf } from '../fleet/overlaps.ts'
import type { Story } from './crowd.ts'
import type { Told } from './visitor.ts'

/** What matters of a journal row here. */
export type Row = Pick<Entry, 'ref' | 'action' | 'state' | 'keyHash' | 'uid' | 'dueAt'>

/** What is left when everything has come to rest. */
export interface Remains {
  journal: Row[]
  /** Bookings that Cal.com holds. */
  live: Booking[]
  stories: Story[]
  secrets: Pick<Secrets, 'mark'>
}

/** What does not fit together, in words. */
export interface Verdict {
  lost: string[]
  doubled: string[]
  wronglyReported: string[]
}

/** Compares what the journal says, what Cal.com has and what the visitors were told. */
export async function judge({ journal, live, stories, secrets }: Remains): Promise<Verdict> {
  const verdict: Verdict = { lost: [], doubled: [], wronglyReported: [] }
  for (const row of journal) judgeRow(row, live, verdict)
  for (const booking of live) judgeBooking(booking, journal, verdict)
  for (const story of stories) {
    const { key } = story.booking
    const [mark, keyHash] = await Promise.all([secrets.mark(key), sha256(key)])
    const row = journal.find((other) => other.keyHash === keyHash)
    const own = live.filter(({ metadata }) => metadata.request === mark)
    judgeStory(story, row, own, verdict)
  }
  for (const pair of overlapsOf(live)) verdict.doubled.push(`overlapping: ${pair.map(nameOf).join(' and ')}`)
  return verdict
}

const nameOf = ({ start, metadata }: Booking) => `${metadata.ref ?? "the owner's"} at ${start}`

/** A row ends, and as Cal.com has it. */
function judgeRow({ ref, action, state, dueAt, uid }: Row, live: Booking[], { lost, wronglyReported }: Verdict) {
  const isOpen = state === 'received' || state === 'sent' || state === 'queued'
  if (isOpen || dueAt !== null) lost.push(`${ref} (${action}) stays ${state}, due ${dueAt}`)
  if (action === 'book' && state === 'confirmed' && !live.some((booking) => booking.uid === uid))
    wronglyReported.push(`${ref} is confirmed in the journal alone`)
}

/** What we booked stands in the journal. */
function judgeBooking({ uid, metadata: { ref } }: Booking, journal: Row[], { wronglyReported }: Verdict) {
  if (ref === undefined) return
  const row = journal.find((other) => other.ref === ref)
  if (row?.state !== 'confirmed' || row.uid !== uid)
    wronglyReported.push(`${ref} is booked, and in the journal ${row?.state ?? 'missing'}`)
}

/** A visitor knows, and what he knows is so. */
function judgeStory(story: Story, row: Row | undefined, own: Booking[], verdict: Verdict) {
  const { lost, doubled, wronglyReported } = verdict
  const who = `${row?.ref ?? 'no row'}: ${wordsOf(story)}`
  if (own.length > 1) doubled.push(`${who}; ${own.length} bookings`)
  if (story.booking.refs.size > 1) doubled.push(`${who}; ${story.booking.refs.size} names`)
  const place = placeOf(story)
  if (place === 'unknown') lost.push(who)
  else if (own[0]?.start !== place) wronglyReported.push(`${who}; booked ${own[0]?.start ?? 'nowhere'}`)
}

/** When he believes to be booked; `undefined`: not at all. */
function placeOf({ start, booking, change }: Story): string | undefined | 'unknown' {
  if (booking.is === 'never known' || change?.told.is === 'never known') return 'unknown'
  if (booking.is !== 'done') return undefined
  return change?.told.is === 'done' ? change.start : start
}

function wordsOf({ start, booking, change }: Story): string {
  const words = ({ is, said }: Told) => `${is} (${said.join(', ')})`
  const changed = change && `; to ${change.start ? `move to ${change.start}` : 'cancel'} ${words(change.told)}`
  return `to book ${start} ${words(booking)}${changed ?? ''}`
}
