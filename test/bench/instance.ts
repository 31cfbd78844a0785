import type { Simulator } from '../../demo/simulator/index.ts'
import { createApp } from '../../proxy/app.ts'
import { createHeart } from '../../proxy/booking/create-heart.ts'
import { type Config, readConfig } from '../../proxy/config.ts'
import { createConsent } from '../../proxy/consent.ts'
import type { Store } from '../../proxy/store/store.ts'
import { createUpstream } from '../../proxy/upstream.ts'
import { KEY, SECRET } from '../support/proxy.ts'

/** Settings as the simulator wants them. */
export const benchConfig = (): Promise<Config> =>
  readConfig({ CAL_API_KEY: KEY, SECRET, WEBHOOK_SECRET: SECRET }, () => Promise.reject(new Error('no files here')))

interface InstanceOptions {
  store: Store
  now: () => Date
  fetch: Simulator['fetch']
}

/** One instance of the proxy, as it runs, without its log. */
export async function createInstance({ store, now, fetch }: InstanceOptions) {
  const config = await benchConfig()
  const heart = createHeart({
    calcom: createUpstream(config, { store, now, fetch }),
    config,
    consent: await createConsent(config.CONSENT_FILE, config.CONSENT_URL),
    store,
    now,
    log: () => undefined,
  })
  return createApp({ heart, assets: async () => undefined, peer: () => undefined })
}
