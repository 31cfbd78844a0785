import type { Store } from '../../../proxy/store/store.ts'

/** What keeps bookings safe, and can be taken away: a measure must see that it is missing. */
export type Guard = 'claims' | 'taking up'

/** A store without one of its guards: every time is free to be claimed, or nobody takes up what was left behind. */
export function spoil(store: Store, guard: Guard): Store {
  const claims = { ...store.claims, take: async () => true, live: async () => [] }
  const journal = { ...store.journal, takeUp: async () => [] }
  return guard === 'claims' ? { ...store, claims } : { ...store, journal }
}
