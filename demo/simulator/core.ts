import type { Context } from 'hono'
import type { Account } from './account.ts'
import type { Clock } from './clock.ts'
import type { createThrottle } from './http/throttle.ts'
import type { Tell } from './webhook/deliver.ts'

/** What every route works on: the account, the time, and what Cal.com keeps between requests. */
export interface Core {
  account: Account
  clock: Clock
  apiKey: string
  latencyMs: number
  /** Requests a key has in a minute. */
  limit: number
  take: ReturnType<typeof createThrottle>
  /** Tells the subscribers of a trigger, and waits until they have heard it. */
  tell: Tell
}

/** What stands on the context of a request. */
export interface Env {
  Variables: {
    /** The parsed body; `{}` when there was none. */
    body: unknown
    /** Whether the account's key was sent. */
    isOwner: boolean
  }
}

export type Ctx = Context<Env>

/** `{ "status": "success", "data": … }` */
export const success = (data: unknown) => ({ status: 'success', data })
