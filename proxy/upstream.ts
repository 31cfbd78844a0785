import type { Upstream } from './booking/heart.ts'
import { type CalcomOptions, createCalcom } from './calcom/index.ts'
import type { Config } from './config.ts'
import type { Store } from './store/store.ts'

interface UpstreamOptions extends Pick<CalcomOptions, 'baseUrl' | 'fetch' | 'timeouts'> {
  store: Store
  now: () => Date
}

/**
 * Cal.com as the proxy asks it: a visitor waits, so nothing is tried twice and no limit waited out. As long as Cal.com
 * allows no request it is not asked.
 */
export function createUpstream(
  { CAL_API_KEY, CAL_API_URL }: Pick<Config, 'CAL_API_KEY' | 'CAL_API_URL'>,
  { store: _, ...options }: UpstreamOptions,
): Upstream {
  const calcom = createCalcom({
    apiKey: CAL_API_KEY,
    baseUrl: CAL_API_URL,
    patience: { attempts: 1, maxWaitMs: 0 },
    ...options,
  })
  return { reads: calcom, bookings: calcom }
}
