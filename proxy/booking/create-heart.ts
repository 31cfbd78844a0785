import type { Config } from '../config.ts'
import type { Consent } from '../contract.ts'
import { describe, type Log, toConsole } from '../log.ts'
import { createMetrics, type Metrics } from '../metrics/metrics.ts'
import type { Channel } from '../notify/channel.ts'
import { createNotify } from '../notify/notify.ts'
import { createCatalog } from '../offer/catalog.ts'
import { Openings } from '../offer/openings.ts'
import { createSecrets } from '../secret.ts'
import type { Store } from '../store/store.ts'
import type { Heart, Upstream } from './heart.ts'
import { type Allowance, LIMITS } from './limits.ts'
import { TIMES, type Times } from './times.ts'

/** What the heart is given: everything it would otherwise have to find by itself. */
export interface HeartDeps {
  calcom: Upstream
  config: Config
  consent: Consent
  store: Store
  now: () => Date
  /** How long things last (default: as `times.ts` has them). */
  times?: Times
  /** How much one may book (default: as `limits.ts` has it). */
  limits?: Allowance
  /** What is counted (default: from nothing). */
  metrics?: Metrics
  /** How the owner is told (default: not at all). */
  channels?: Channel[]
  /** Keeps the platform awake for work that goes on after an answer (default: nothing, as Node is awake). */
  waitUntil?: (work: Promise<unknown>) => void
  /** Default: JSON to the console. */
  log?: Log
}

/** Puts together what the path of a booking works with. */
export function createHeart({
  waitUntil = () => {},
  log = toConsole,
  times = TIMES,
  limits = LIMITS,
  channels = [],
  metrics = createMetrics(),
  ...deps
}: HeartDeps): Heart {
  const later = (work: Promise<unknown>) => {
    waitUntil(
      work.catch((error: unknown) => {
        log({ time: deps.now().toISOString(), work: 'after an answer', cause: describe(error) })
      }),
    )
  }
  return {
    ...deps,
    times,
    limits,
    metrics,
    log,
    later,
    catalog: createCatalog({ ...deps, later }),
    openings: new Openings({ ...deps, metrics, host: deps.config.CAL_USERNAME, later }),
    secrets: createSecrets(deps.config.SECRET),
    notify: createNotify({ ...deps, channels, zone: deps.config.NOTIFY_ZONE, log }),
  }
}
