import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Env } from '../deps.ts'
import { isHmac, sha256 } from '../digest.ts'
import { ProblemError } from '../problem.ts'
import { isHeeded, workHooks } from '../reconcile/hooks.ts'
import type { Hook } from '../store/store.ts'

/** A booking with long answers in it, and some room. */
const limit = bodyLimit({
  maxSize: 256 * 1024,
  onError: () => {
    throw new ProblemError('too_large')
  },
})

/**
 * `POST /v1/webhooks/calcom`, `POST /webhook/calcom`: Cal.com says that something happened. It waits for the answer
 * while its own visitor waits, so nothing is asked before it is given.
 */
export const webhooks = new Hono<Env>().post('/', limit, async (c) => {
  const { heart } = c.var
  const secrets = heart.config.WEBHOOK_SECRET
  if (!secrets.length) throw new ProblemError('not_found')
  const raw = await c.req.text()
  if (!(await isSigned(c, raw, secrets))) throw new ProblemError('webhook_refused')
  const isNew = await heart.store.inbox.add(await toHook(raw, heart.now()))
  if (isNew) heart.later(workHooks(heart))
  return c.json({ ok: true })
})

/** Takes as long whichever secret it is, or none. */
async function isSigned(c: Context, raw: string, secrets: string[]): Promise<boolean> {
  const signature = c.req.header('x-cal-signature-256') ?? ''
  if (!/^[\da-f]{64}$/.test(signature)) return false
  const fits = await Promise.all(secrets.map((secret) => isHmac(secret, raw, signature)))
  return fits.includes(true)
}

const Uid = z.string().min(1).max(200)

/** What we read of it. `payloadTemplate` lets its owner send anything. */
const Delivery = z.object({
  triggerEvent: z.string().regex(/^\w{1,64}$/),
  payload: z
    .object({ uid: Uid.nullish().catch(null), rescheduleUid: Uid.nullish().catch(null) })
    .catch({ uid: null, rescheduleUid: null }),
})

/** What is kept of it: no person, and no uid of what we have no use for. */
async function toHook(raw: string, now: Date): Promise<Hook> {
  const { triggerEvent: trigger, payload } = readDelivery(raw)
  const { uid = null, rescheduleUid: formerUid = null } = isHeeded(trigger) ? payload : {}
  return { digest: await sha256(raw), trigger, uid, formerUid, receivedAt: now.toISOString() }
}

function readDelivery(raw: string): z.infer<typeof Delivery> {
  try {
    return Delivery.parse(JSON.parse(raw))
  } catch {
    return { triggerEvent: 'unreadable', payload: {} }
  }
}
