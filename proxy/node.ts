import { readFile } from 'node:fs/promises'
import { createApp } from './app.ts'
import { folderAssets } from './assets.node.ts'
import { readConfig } from './config.ts'
import { createConsent } from './consent.ts'
import { listen } from './listen.node.ts'
import { start } from './start.node.ts'
import { memoryStore } from './store/memory.ts'
import { createUpstream } from './upstream.ts'

/** The proxy on Node: `npm run serve`. */
await start(async () => {
  const config = await readConfig(process.env, (file) => readFile(file, 'utf8'))
  const now = () => new Date()
  const app = createApp({
    calcom: createUpstream(config),
    config,
    consent: await createConsent(config.CONSENT_FILE, config.CONSENT_URL),
    store: memoryStore({ now }),
    assets: await folderAssets('dist/widget'),
    now,
  })
  const { port } = await listen(app, config.PORT)
  console.log(`olga-booking: http://localhost:${port}`)
})
