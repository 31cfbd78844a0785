import type { Catalog } from './booking/catalog.ts'
import type { Openings } from './booking/openings.ts'
import type { Calcom } from './calcom/index.ts'
import type { Config } from './config.ts'
import type { Consent, Lang } from './contract.ts'
import type { Store } from './store/store.ts'

/** What the app is given: everything it would otherwise have to find by itself. */
export interface AppDeps {
  calcom: Calcom
  config: Config
  consent: Consent
  store: Store
  /** The widget's files: the one at `path` (`/olga-booking.js`), packed as `acceptEncoding` allows, or none. */
  assets: (path: string, acceptEncoding: string) => Promise<Response | undefined>
  now: () => Date
  /** Takes one line a request (default: JSON to the console). Never holds personal data or the key. */
  log?: (line: LogLine) => void
}

/** What is logged of a request. */
export interface LogLine {
  time: string
  id: string
  method: string
  /** The route's pattern, not the address: an address may hold what is nobody's business. */
  route: string
  status: number
  ms: number
  /** Of a failure. */
  code?: string
  cause?: string
}

/** What a handler finds in `c.var`. */
export interface Env {
  Variables: {
    deps: AppDeps & { catalog: Catalog; openings: Openings }
    requestId: string
    /** As the body names it. */
    lang?: Lang
    failure?: { code: string; cause?: string }
  }
}
