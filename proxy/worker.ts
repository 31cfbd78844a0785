import { createApp } from './app.ts'
import { createCalcom } from './calcom/index.ts'
import { readConfig } from './config.ts'
import { readConsent } from './consent.ts'
import { memoryStore } from './store/memory.ts'

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
  const config = readConfig({ ...bindings })
  const now = () => new Date()
  return createApp({
    calcom: createCalcom({ apiKey: config.CAL_API_KEY, baseUrl: config.CAL_API_URL }),
    config,
    consent: await readConsent(config, () => Promise.reject(new Error('CONSENT_FILE: there are no files on Workers'))),
    store: memoryStore({ now }),
    assets: async (path, acceptEncoding) => {
      const headers = { 'accept-encoding': acceptEncoding }
      const found = await bindings.ASSETS?.fetch(new Request(`https://assets.local${path}`, { headers }))
      return found?.ok ? found : undefined
    },
    now,
  })
}
