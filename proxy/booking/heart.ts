import type { Calcom } from '../calcom/index.ts'
import type { Config } from '../config.ts'
import type { Consent } from '../contract.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Notify } from '../notify/notify.ts'
import type { Catalog } from '../offer/catalog.ts'
import type { Openings } from '../offer/openings.ts'
import type { Secrets } from '../secret.ts'
import type { Store } from '../store/store.ts'
import type { Allowance } from './limits.ts'
import type { Times } from './times.ts'

/** What the whole path of a booking works with. */
export interface Heart {
  /** Cal.com, asked within the budget: reads leave room for bookings. */
  calcom: Upstream
  catalog: Catalog
  openings: Openings
  store: Store
  secrets: Secrets
  consent: Consent
  config: Config
  notify: Notify
  metrics: Metrics
  times: Times
  limits: Allowance
  now: () => Date
  log: Log
  /** Takes work that goes on after the answer, so that the platform lets it end; its failure is logged. */
  later: (work: Promise<unknown>) => void
}

/** Cal.com as two kinds of callers ask it. */
export interface Upstream {
  /** For what visitors look at. */
  reads: Calcom
  /** For what they want done, and to find out whether it was. */
  bookings: Calcom
}

/** The instant so many ms from now. */
export const inMs = ({ now }: Pick<Heart, 'now'>, ms: number) => new Date(now().getTime() + ms).toISOString()

/** How many ms ago an instant was. */
export const sinceMs = ({ now }: Pick<Heart, 'now'>, instant: string) => now().getTime() - Date.parse(instant)
