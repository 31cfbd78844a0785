import { socketPeer } from '../../../proxy/address.ts'
import { createApp } from '../../../proxy/app.ts'
import { createHeart } from '../../../proxy/booking/create-heart.ts'
import { keepWorking } from '../../../proxy/booking/loop.ts'
import { TIMES } from '../../../proxy/booking/times.ts'
import { readConfig } from '../../../proxy/config.ts'
import { createConsent } from '../../../proxy/consent.ts'
import { listen } from '../../../proxy/listen.node.ts'
import { toConsole } from '../../../proxy/log.ts'
import { start } from '../../../proxy/start.node.ts'
import { openDatabase } from '../../../proxy/store/open.node.ts'
import type { Budget } from '../../../proxy/store/store.ts'
import { createUpstream } from '../../../proxy/upstream.ts'
import { mortal, mortalFetch } from './mortal.ts'
import { type Orders, UNREACHABLE } from './orders.ts'
import { spoil } from './spoil.ts'

/** A measure books more in a minute than people do in a day. */
const UNLIMITED = { ofAddress: 1_000_000, ofContact: 1_000_000, ofDay: 1_000_000, ofHourUnproven: 1_000_000 }
/** And it asks Cal.com more often. */
const BOUNDLESS: Budget = { take: async () => ({ taken: true }), block: async () => undefined }

/**
 * A proxy process of the measures: the real one over a real database, but that its times are shorter and that it can be
 * told to end itself at a step. Tells its port over IPC; ends with its parent. With `VERBOSE` it logs.
 */
await start(async () => {
  const orders: Orders = JSON.parse(process.env.ORDERS ?? '{}')
  const config = await readConfig(process.env, () => Promise.reject(new Error('no files here')))
  const opened = await openDatabase(config.DATABASE_URL)
  const store = mortal(orders.without ? spoil(opened, orders.without) : opened, orders.dieAt)
  const now = () => new Date()
  const fetch = mortalFetch(reaching, orders.dieAt)
  const heart = createHeart({
    calcom: createUpstream(config, { store: { budget: BOUNDLESS }, now, fetch, timeouts: orders.timeouts }),
    config,
    consent: await createConsent(config.CONSENT_FILE, config.CONSENT_URL),
    store,
    times: { ...TIMES, ...orders.times },
    limits: UNLIMITED,
    now,
    log: process.env.VERBOSE ? toConsole : () => undefined,
  })
  const { port } = await listen(createApp({ heart, assets: async () => undefined, peer: socketPeer }), 0, '127.0.0.1')
  keepWorking(heart, orders.everyMs)
  process.on('disconnect', () => process.exit())
  process.send?.(port)
})

/** As `fetch` words it, with the code that Node gives the cause. */
async function reaching(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await globalThis.fetch(input, init)
  if (!response.headers.has(UNREACHABLE)) return response
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) })
}
