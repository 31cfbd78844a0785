import { type Heart, inMs } from '../booking/heart.ts'
import { minutesOf } from '../booking/minutes.ts'
import { refusalOf } from '../booking/nearby.ts'
import { type Draft, recordOnce, repeated } from '../booking/once.ts'
import { within } from '../booking/patience.ts'
import { unlessRunning } from '../booking/submit.ts'
import type { Lang } from '../contract.ts'
import { ProblemError } from '../problem.ts'
import type { Entry } from '../store/store.ts'
import { type ChangeWish, isChangeable } from './changeable.ts'
import { type Changed, toChanged } from './changed.ts'
import { proceedChange } from './proceed-change.ts'

const HOUR_MS = 3_600_000
/** How often one booking may be asked to change in an hour. */
const MOST = 20

/** What a visitor wants of his booking. `start`: an instant. */
export type Change = { lang: Lang; reason?: string | undefined } & (
  | { action: 'cancel' }
  | { action: 'move'; start: string; hold?: string | undefined }
)

/**
 * Cancels or moves a booking: recorded under its key first, and only then Cal.com is called. Throws `ProblemError`s,
 * each of which means that nothing was changed, but for `in_progress`.
 */
export async function change(
  heart: Heart,
  booking: Entry,
  wanted: Change,
  key: string,
): Promise<Changed & { replayed: boolean }> {
  const began = heart.now()
  const body = JSON.stringify({ of: booking.ref, ...wanted })
  const earlier = await repeated(heart, key, body)
  if (earlier) return replay(heart, booking, earlier)
  await check(heart, booking, wanted)
  const leaseUntil = inMs(heart, heart.times.lease)
  const { entry, replayed } = await recordOnce(heart, { key, body, draft: toDraft(booking, wanted), leaseUntil })
  if (replayed) return replay(heart, booking, entry)
  const step = await within(heart, proceedChange(heart, entry), began)
  if (step?.entry.state === 'refused')
    throw await refusalOf(heart, step.entry, step.failure ?? new ProblemError('internal'))
  return { ...(await toChanged(heart, booking, step?.entry ?? entry)), replayed: false }
}

const replay = async (heart: Heart, booking: Entry, earlier: Entry) => ({
  ...(await toChanged(heart, booking, unlessRunning(heart, earlier))),
  replayed: true,
})

async function check(heart: Heart, booking: Entry, wanted: Change): Promise<void> {
  const { store, now } = heart
  // What waits for Cal.com can be called off, but has no time yet that could be moved.
  const isWaiting = wanted.action === 'cancel' && booking.state === 'queued'
  if (!isWaiting && !isChangeable(heart, booking)) throw new ProblemError('not_changeable')
  if (wanted.action === 'move' && wanted.start <= now().toISOString())
    throw new ProblemError('invalid_fields', { fields: { start: 'past' } })
  if (wanted.action === 'move' && !wanted.reason && (await needsReason(heart, booking)))
    throw new ProblemError('invalid_fields', { fields: { reason: 'required' } })
  const lately = await store.journal.list({ of: booking.ref, since: inMs(heart, -HOUR_MS) })
  if (lately.length >= MOST) throw new ProblemError('too_many_requests')
}

/** Whether its event type asks why it is moved; of one that cannot be asked for, nobody knows. */
async function needsReason({ catalog }: Heart, { event }: Entry): Promise<boolean> {
  const offer = await catalog.get(event).catch(() => undefined)
  return !!offer?.info.fields.some(({ slug, required, hidden }) => slug === 'rescheduleReason' && required && !hidden)
}

/** Of the person no more than the reason: the booking has the rest. */
function toDraft(booking: Entry, { action, reason, lang, ...wanted }: Change): Draft {
  const { ref, event, eventTypeId, title } = booking
  const start = 'start' in wanted ? wanted.start : booking.start
  const hold = 'hold' in wanted ? wanted.hold : undefined
  const wish: ChangeWish = { lang, ...(reason && { reason }), ...(hold && { hold }) }
  const nobody = { email: null, phone: null, address: null, page: null }
  const noConsent = { consentVersion: null, consentAt: null, adsVersion: null }
  return {
    ...nobody,
    ...noConsent,
    ...{ action, of: ref, event, eventTypeId, title, start },
    end: new Date(Date.parse(start) + minutesOf(booking) * 60_000).toISOString(),
    wish: JSON.stringify(wish),
  }
}
