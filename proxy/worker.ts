import { createApp } from './app.ts'
import { createHeart } from './booking/create-heart.ts'
import { readConfig } from './config.ts'
import { createConsent } from './consent.ts'
import { d1Store } from './store/d1.ts'
import { createUpstream } from './upstream.ts'

/** What the platform binds: settings as variables and secrets, the widget's files as `ASSETS`. */
interface Bindings {
  /** The journal. */
  DB?: Parameters<typeof d1Store>[0]
  ASSETS?: { fetch(request: Request): Promise<Response> }
}

/** One app an isolate: settings do not change while it lives. */
let app: Promise<ReturnType<typeof createApp>> | undefined

/** The proxy on Cloudflare Workers. */
export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    app ??= wire(bindings)
    return (await app).fetch(request)
  },
}

async function wire({ DB, ...bindings }: Bindings) {
  if (!DB) throw new Error('DB: is missing, bind a D1 database')
  const config = await readConfig({ ...bindings }, () => Promise.reject(new Error('there are no files on Workers')))
  const now = () => new Date()
  const store = await d1Store(DB)
  const consent = await createConsent(config.CONSENT_FILE, config.CONSENT_URL)
  const heart = createHeart({ calcom: createUpstream(config, { store, now }), config, consent, store, now })
  return createApp({
    heart,
    assets: async (path, acceptEncoding) => {
      const headers = { 'accept-encoding': acceptEncoding }
      const found = await bindings.ASSETS?.fetch(new Request(`https://assets.local${path}`, { headers }))
      return found?.ok ? found : undefined
    },
  })
}
