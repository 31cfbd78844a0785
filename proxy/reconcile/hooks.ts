import { type Heart, inMs, sinceMs } from '../booking/heart.ts'
import type { CalcomBooking } from '../calcom/index.ts'
import type { Hook } from '../store/store.ts'
import { follow, isLive, isUnknownThere } from './follow.ts'
import { sighted } from './sighted.ts'

/** How many webhooks are taken up at once. */
const MOST = 20
/** Cal.com tells some things before it writes them; what is not there after so long will not come. */
const PATIENCE_MS = 120_000
/** What could not be read for so long is left to the list of changes, which is asked for every few minutes. */
const GIVEN_UP_MS = 3_600_000

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
 * Works on the webhooks that came in: each is only a hint, so its booking is read again. When one cannot be, the others
 * are worked on all the same, it is due again a little later, and this throws.
 */
export async function workHooks(heart: Heart): Promise<void> {
  const { store, times, now } = heart
  const failures: unknown[] = []
  for (const hook of await store.inbox.takeUp(now().toISOString(), inMs(heart, times.pause), MOST))
    await workHook(heart, hook).catch((error: unknown) => failures.push(error))
  if (failures.length) throw failures[0]
}

async function workHook(heart: Heart, hook: Hook): Promise<void> {
  const { inbox } = heart.store
  try {
    const booking = hook.uid ? await read(heart, hook.uid) : undefined
    if (booking) await sighted(heart, booking)
    if (isSettled(heart, hook, booking)) await inbox.done(hook.digest)
  } catch (error) {
    if (sinceMs(heart, hook.receivedAt) >= GIVEN_UP_MS) await inbox.done(hook.digest)
    throw error
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
