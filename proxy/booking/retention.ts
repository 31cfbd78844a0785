import { type Heart, inMs } from './heart.ts'

const DAY_MS = 86_400_000

/** How long what passes through is kept, in days; the journal as long as `RETENTION_DAYS` says. */
const CLAIMS_DAYS = 1
/** As long as a key is good for. */
const BURNT_KEYS_DAYS = 1
/** So long after it was last asked for, an event type can be booked while Cal.com is down. */
const CACHE_DAYS = 30
/** A replayed webhook is known for so long. */
const INBOX_DAYS = 30
const MESSAGES_DAYS = 90

/** Once a day, on one instance: forgets whatever has been kept long enough. */
export async function purge(heart: Pick<Heart, 'store' | 'config' | 'now'>): Promise<void> {
  const { store, config } = heart
  const daysAgo = (days: number) => inMs(heart, -days * DAY_MS)
  if (!(await store.marks.turn('purge', daysAgo(0), daysAgo(-1)))) return
  await store.journal.purge(daysAgo(config.RETENTION_DAYS), daysAgo(BURNT_KEYS_DAYS))
  await store.claims.forget(daysAgo(0), daysAgo(CLAIMS_DAYS))
  await store.inbox.forget(daysAgo(INBOX_DAYS))
  await store.messages.forget(daysAgo(MESSAGES_DAYS))
  await store.cache.forget(daysAgo(CACHE_DAYS))
}

/** At the start: keeps the words visitors agree to from now on, so that each version can be shown later. */
export async function keepConsent(heart: Pick<Heart, 'store' | 'consent' | 'now'>): Promise<void> {
  const { ads, ...consent } = heart.consent
  for (const { version, text, url = null } of [consent, ...(ads ? [ads] : [])])
    await heart.store.consents.keep({ version, text: JSON.stringify(text), url, since: inMs(heart, 0) })
}
