import type { Account, Webhook } from '../account.ts'
import type { Clock } from '../clock.ts'

export type Trigger =
  | 'BOOKING_CREATED'
  | 'BOOKING_REQUESTED'
  | 'BOOKING_RESCHEDULED'
  | 'BOOKING_CANCELLED'
  | 'BOOKING_REJECTED'

export type Tell = (trigger: Trigger, payload: object) => Promise<void>

interface Delivery {
  account: Account
  clock: Clock
  send: typeof globalThis.fetch
  timeoutMs: number
}

/** Tells every active subscriber of a trigger, all at once; a delivery that fails is neither retried nor told of. */
export const createTell = ({ account, clock, send, timeoutMs }: Delivery): Tell =>
  async function tell(triggerEvent, payload) {
    const subscribers = account.webhooks.filter(({ active, triggers }) => active && triggers.includes(triggerEvent))
    if (subscribers.length === 0) return
    const body = JSON.stringify({ triggerEvent, createdAt: clock.now().toISOString(), payload })
    await Promise.allSettled(subscribers.map((webhook) => deliver(send, webhook, body, timeoutMs)))
  }

async function deliver(send: Delivery['send'], { subscriberUrl, secret }: Webhook, body: string, timeoutMs: number) {
  const headers = {
    'content-type': 'application/json',
    'X-Cal-Signature-256': secret ? await sign(secret, body) : 'no-secret-provided',
    'X-Cal-Webhook-Version': '2021-10-20',
  }
  const signal = AbortSignal.timeout(timeoutMs)
  const response = await send(subscriberUrl, { method: 'POST', redirect: 'manual', headers, body, signal })
  await response.body?.cancel()
}

/** HMAC-SHA256 in hex. */
async function sign(secret: string, body: string): Promise<string> {
  const text = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', text.encode(secret), algorithm, false, ['sign'])
  const signature = await crypto.subtle.sign('HMAC', key, text.encode(body))
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
