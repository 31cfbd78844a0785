import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { createConsent } from './consent.ts'
import { memoryStore } from './store/memory.ts'
import { createUpstream } from './upstream.ts'

/** What the platform binds: settings as variables and secrets, the widget's files as `ASSETS`. */
interface Bindings {
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

async function wire(bindings: Bindings) {
  const config = await readConfig({ ...bindings }, () => Promise.reject(new Error('there are no files on Workers')))
  const now = () => new Date()
  return createApp({
    calcom: createUpstream(config),
    config,
    consent: await createConsent(config.CONSENT_FILE, config.CONSENT_URL),
    store: memoryStore({ now }),
    assets: async (path, acceptEncoding) => {
      const headers = { 'accept-encoding': acceptEncoding }
      const found = await bindings.ASSETS?.fetch(new Request(`https://assets.local${path}`, { headers }))
      return found?.ok ? found : undefined
    },
    now,
  })
}
