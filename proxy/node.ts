import { readFile } from 'node:fs/promises'
import { socketPeer } from './address.ts'
import { createApp } from './app.ts'
import { folderAssets } from './assets.node.ts'
import { createHeart } from './booking/create-heart.ts'
import { keepWorking } from './booking/loop.ts'
import { keepConsent } from './booking/retention.ts'
import { readConfig } from './config.ts'
import { createConsent } from './consent.ts'
import { listen } from './listen.node.ts'
import { toConsole } from './log.ts'
import { createMetrics } from './metrics/metrics.ts'
import { channelsOf } from './notify/channels.ts'
import { smtpChannel } from './notify/smtp.node.ts'
import { endWith, start } from './start.node.ts'
import { openDatabase } from './store/open.node.ts'
import { nodeFetch } from './upstream.node.ts'
import { createUpstream } from './upstream.ts'

/** The proxy on Node: `npm run serve`. */
await start(async () => {
  const config = await readConfig(process.env, (file) => readFile(file, 'utf8'))
  const assets = await folderAssets('dist/widget')
  const store = await openDatabase(config.DATABASE_URL)
  const now = () => new Date()
  const consent = await createConsent(config.CONSENT_FILE, config.CONSENT_URL)
  const channels = channelsOf(config, { mail: smtpChannel })
  const metrics = createMetrics()
  const calcom = createUpstream(config, { store, now, metrics, log: toConsole, fetch: nodeFetch(config) })
  const heart = createHeart({ calcom, config, consent, store, now, metrics, channels })
  await keepConsent(heart)
  const { port, drain } = await listen(createApp({ heart, assets, peer: socketPeer }), config.PORT)
  const { stop } = keepWorking(heart)
  endWith(drain, stop, store.close)
  console.log(`olga-booking: http://localhost:${port}`)
})
