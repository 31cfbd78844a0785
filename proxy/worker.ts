import { waitUntil } from 'cloudflare:workers'
import { cloudflarePeer } from './address.ts'
import { createApp } from './app.ts'
import { createHeart } from './booking/create-heart.ts'
import { keepConsent } from './booking/retention.ts'
import { work } from './booking/work.ts'
import { readConfig } from './config.ts'
import { createConsent } from './consent.ts'
import { toConsole } from './log.ts'
import { createMetrics } from './metrics/metrics.ts'
import { channelsOf } from './notify/channels.ts'
import { d1Store } from './store/d1.ts'
import { createUpstream } from './upstream.ts'

/** What the platform binds: settings as variables and secrets, the widget's files as `ASSETS`, the journal as `DB`. */
interface Bindings {
  ASSETS?: { fetch(request: Request): Promise<Response> }
  DB?: Parameters<typeof d1Store>[0]
}

/**
 * One proxy an isolate: settings do not change while it lives. After a start that failed the next request tries anew.
 */
let proxy: ReturnType<typeof wire> | undefined
const wired = (bindings: Bindings) => {
  proxy ??= wire(bindings).catch((error: unknown) => {
    proxy = undefined
    throw error
  })
  return proxy
}

/** The proxy on Cloudflare Workers. */
export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    return (await wired(bindings)).app.fetch(request)
  },

  /** Each minute: what is due when nobody asks for it. */
  async scheduled(_: unknown, bindings: Bindings): Promise<void> {
    await work((await wired(bindings)).heart)
  },
}

async function wire({ ASSETS, DB, ...settings }: Bindings) {
  if (!DB) throw new Error('DB: is missing, bind a D1 database')
  const config = await readConfig(settings, () => Promise.reject(new Error('there are no files on Workers')))
  const now = () => new Date()
  const store = await d1Store(DB)
  const consent = await createConsent(config.CONSENT_FILE, config.CONSENT_URL)
  const channels = channelsOf(config)
  const metrics = createMetrics()
  const calcom = createUpstream(config, { store, now, metrics, log: toConsole })
  const heart = createHeart({ calcom, config, consent, store, now, metrics, channels, waitUntil })
  await keepConsent(heart)
  const assets = async (path: string, acceptEncoding: string) => {
    const headers = { 'accept-encoding': acceptEncoding }
    const found = await ASSETS?.fetch(new Request(`https://assets.local${path}`, { headers }))
    return found?.ok ? found : undefined
  }
  return { heart, app: createApp({ heart, assets, peer: cloudflarePeer }) }
}
