import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { socketPeer } from '../proxy/address.ts'
import { createApp } from '../proxy/app.ts'
import { folderAssets } from '../proxy/assets.node.ts'
import { createHeart } from '../proxy/booking/create-heart.ts'
import type { Heart } from '../proxy/booking/heart.ts'
import { keepWorking } from '../proxy/booking/loop.ts'
import { keepConsent } from '../proxy/booking/retention.ts'
import { NEEDED, WEBHOOK_PATH } from '../proxy/cli/subscription.ts'
import { type Config, readConfig } from '../proxy/config.ts'
import { createConsent } from '../proxy/consent.ts'
import { type Listening, listen } from '../proxy/listen.node.ts'
import type { Log } from '../proxy/log.ts'
import { createMetrics } from '../proxy/metrics/metrics.ts'
import { channelsOf } from '../proxy/notify/channels.ts'
import { smtpChannel } from '../proxy/notify/smtp.node.ts'
import { openDatabase } from '../proxy/store/open.node.ts'
import { nodeFetch } from '../proxy/upstream.node.ts'
import { createUpstream } from '../proxy/upstream.ts'
import { demoPages } from './pages.ts'
import { createSimulator, type Simulator } from './simulator/index.ts'

export interface DemoOptions {
  /** Of the pages and the proxy (default: `PORT` of the settings); the simulator takes the next one. 0: free ones. */
  port?: number
  /** The clock of proxy and simulator (default: the real one). */
  now?: () => Date
  /** Settings (default: none, which means the simulator). With a `CAL_API_KEY` it is the real Cal.com. */
  env?: Record<string, string | undefined>
  /** How long the simulator takes for a booking, in ms (default: 0). */
  latencyMs?: number
  /** Takes the proxy's log (default: nobody). */
  log?: Log
}

export interface Demo {
  /** Where the pages are. */
  url: string
  /** Where the simulator answers over HTTP; absent with a real key. */
  simulatorUrl?: string
  /** The simulator itself; idle with a real key. */
  simulator: Simulator
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'
const urlOf = ({ port }: Listening) => `http://${LOOPBACK}:${port}`

/** Not secret: the simulator's own. */
export const SIMULATOR_KEY = 'cal_test_simulator'

/** A calendar that is gone with the process needs a journal that is, too. */
const simulated = () => ({ CAL_API_KEY: SIMULATOR_KEY, DATABASE_URL: ':memory:', WEBHOOK_SECRET: newSecret() })

const newSecret = () => crypto.randomUUID() + crypto.randomUUID()

/** Demo pages, the proxy and, without a key, the Cal.com simulator: in one process, on loopback. */
export async function serveDemo({
  port,
  now = () => new Date(),
  env = {},
  latencyMs = 0,
  log = () => undefined,
}: DemoOptions = {}): Promise<Demo> {
  const isReal = Boolean(env.CAL_API_KEY)
  const simulator = createSimulator({ now, apiKey: SIMULATOR_KEY, latencyMs })
  const settings = { ...env, ...(!isReal && simulated()), ...(!env.SECRET && { SECRET: newSecret() }) }
  const config = await readConfig(settings, (file) => readFile(file, 'utf8'))
  const pagesPort = port ?? config.PORT
  const calcom = isReal ? undefined : await listen(simulator.app, pagesPort && pagesPort + 1, LOOPBACK)
  const heart = await openHeart(config, { now, log, calcomUrl: calcom && urlOf(calcom) })
  const proxy = createApp({ heart, assets: await folderAssets('dist/widget'), peer: socketPeer })
  const working = keepWorking(heart)
  const pages = await listen(withPages(proxy), pagesPort, LOOPBACK).catch(async (error: unknown) => {
    await calcom?.close()
    throw error
  })
  if (calcom) subscribe(simulator, urlOf(pages) + WEBHOOK_PATH, config.WEBHOOK_SECRET[0] ?? null)
  return {
    url: urlOf(pages),
    simulator,
    ...(calcom && { simulatorUrl: urlOf(calcom) }),
    close: async () => {
      await Promise.all([pages.close(), working.stop()])
      await calcom?.close()
      await heart.store.close()
    },
  }
}

/** What the proxy is at heart, over the Cal.com at `calcomUrl`; without one, over the real one. */
async function openHeart(
  config: Config,
  { now, log, calcomUrl }: { now: () => Date; log: Log; calcomUrl: string | undefined },
): Promise<Heart> {
  const store = await openDatabase(config.DATABASE_URL)
  const metrics = createMetrics()
  const way = calcomUrl ? { baseUrl: calcomUrl } : { fetch: nodeFetch(config) }
  const heart = createHeart({
    calcom: createUpstream(config, { store, now, metrics, log, ...way }),
    config,
    consent: await createConsent(config.CONSENT_FILE, config.CONSENT_URL),
    store,
    now,
    log,
    metrics,
    channels: channelsOf(config, { mail: smtpChannel }),
  })
  await keepConsent(heart)
  return heart
}

/** As `gate webhooks install` would: what is done in the simulator shows in the proxy at once. */
function subscribe({ account }: Simulator, subscriberUrl: string, secret: string | null): void {
  const id = crypto.randomUUID()
  account.webhooks.push({ id, subscriberUrl, triggers: NEEDED, active: true, secret, payloadTemplate: null })
}

/** The pages, and behind them the proxy on the same origin. */
const withPages = (proxy: ReturnType<typeof createApp>): Hono =>
  new Hono().route('/', demoPages).mount('/', proxy.fetch)
