import type { Context } from 'hono'
import type { Heart } from './booking/heart.ts'
import type { Lang } from './contract.ts'

/** What the app is given: everything it would otherwise have to find by itself. */
export interface AppDeps {
  heart: Heart
  /** The widget's files: the one at `path` (`/olga-booking.js`), packed as `acceptEncoding` allows, or none. */
  assets: (path: string, acceptEncoding: string) => Promise<Response | undefined>
  /** The address at the other end of the connection, where the platform knows it. */
  peer: (c: Context) => string | undefined
}

/** What a handler finds in `c.var`. */
export interface Env {
  Variables: AppDeps & {
    requestId: string
    /** As the body names it. */
    lang?: Lang
    failure?: { code: string; cause?: string }
  }
}
