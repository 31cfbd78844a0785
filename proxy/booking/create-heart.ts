import type { Config } from '../config.ts'
import type { Consent } from '../contract.ts'
import { describe, type Log, toConsole } from '../log.ts'
import { createNotify } from '../notify/create.ts'
import { createSecrets } from '../secret.ts'
import type { Store } from '../store/store.ts'
import { createCatalog } from './catalog.ts'
import type { Heart, Upstream } from './heart.ts'
import { Openings } from './openings.ts'
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
  /** Keeps the platform awake for work that goes on after an answer (default: nothing, as Node is awake). */
  waitUntil?: (work: Promise<unknown>) => void
  /** Default: JSON to the console. */
  log?: Log
}

/** Puts together what the path of a booking works with. */
export function createHeart({ waitUntil = () => {}, log = toConsole, times = TIMES, ...deps }: HeartDeps): Heart {
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
    log,
    later,
    catalog: createCatalog({ ...deps, later }),
    openings: new Openings({ ...deps, host: deps.config.CAL_USERNAME, later }),
    secrets: createSecrets(deps.config.SECRET),
    notify: createNotify(deps),
  }
}
