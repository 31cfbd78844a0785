import { Hono } from 'hono'
import type { Env } from '../deps.ts'

/** A database that takes longer is as good as none. */
const PATIENCE_MS = 2_000

const UNKEPT = { 'cache-control': 'no-store' }

/**
 * `GET /healthz`: the process is alive. `GET /readyz`: it can serve, too: 503 without its database. Without Cal.com it
 * can, as bookings wait in the journal; when that last answered is told by the way.
 */
export const health = new Hono<Env>()
  .get('/healthz', (c) => c.json({ status: 'ok' }, 200, UNKEPT))
  .get('/readyz', async (c) => {
    const { store, metrics } = c.var.heart
    const isReady = await inTime(store.ping()).then(
      () => true,
      () => false,
    )
    if (!isReady) return c.json({ status: 'unready' }, 503, UNKEPT)
    return c.json({ status: 'ready', calcom: metrics.reachedAt }, 200, UNKEPT)
  })

async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, PATIENCE_MS)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
