import { type Heart, inMs, sinceMs } from '../booking/heart.ts'
import type { CalcomBooking } from '../calcom/index.ts'
import type { Hook } from '../store/store.ts'
import { follow, isLive, isUnknownThere } from './follow.ts'
import { sighted } from './sighted.ts'

/** How many webhooks are taken up at once. */
const MOST = 20
/** Cal.com tells some things before it writes them; what is not there after so long will not come. */
const PATIENCE_MS = 120_000

/** What a webhook may say: that there is a booking, or that there is none any more. */
const TRIGGERS: Record<string, 'live' | 'off'> = {
  BOOKING_CREATED: 'live',
  BOOKING_REQUESTED: 'live',
  BOOKING_RESCHEDULED: 'live',
  BOOKING_CANCELLED: 'off',
  BOOKING_REJECTED: 'off',
}

/** Whether we have any use for a webhook of this name. */
export const isHeeded = (trigger: string): boolean => Object.hasOwn(TRIGGERS, trigger)

/**
 * Works on the webhooks that came in: each is only a hint, so its booking is read again. When Cal.com cannot be asked
 * this throws, and they are due again a little later.
 */
export async function workHooks(heart: Heart): Promise<void> {
  const { store, times, now } = heart
  for (const hook of await store.inbox.takeUp(now().toISOString(), inMs(heart, times.pause), MOST)) {
    const booking = hook.uid ? await read(heart, hook.uid) : undefined
    if (booking) await sighted(heart, booking)
    if (isSettled(heart, hook, booking)) await store.inbox.done(hook.digest)
  }
}

const read = ({ calcom }: Heart, uid: string): Promise<CalcomBooking | undefined> =>
  follow(calcom.reads, uid).catch((error: unknown) => {
    if (isUnknownThere(error)) return undefined
    throw error
  })

/** Whether what it says has come true, or never will. */
function isSettled(heart: Heart, { trigger, uid, receivedAt }: Hook, booking: CalcomBooking | undefined): boolean {
  if (!uid || sinceMs(heart, receivedAt) >= PATIENCE_MS) return true
  return booking !== undefined && (TRIGGERS[trigger] === 'live' || !isLive(booking))
}
