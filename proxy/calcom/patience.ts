import { CalcomBroken, CalcomNoAnswer, CalcomThrottled } from './errors.ts'
import type { Door } from './limit.ts'

/** How patient the client is. */
export interface Patience {
  /** How often a read is tried in all (default 3). A write is sent once: whether it was done may be unknown. */
  attempts?: number
  /**
   * The longest wait before one try, in ms (default 65,000, as Cal.com blocks for a minute after a 429). A call that
   * would have to wait longer throws `CalcomThrottled` and is not sent.
   */
  maxWaitMs?: number
  /** Which failures a read is tried again after (default: no answer, a broken one, the limit of requests). */
  mayPass?: (error: unknown) => boolean
  /** Is told before every wait. */
  onWait?: (wait: Wait) => void
}

/** A pause before a call is tried, or tried again. */
export interface Wait {
  /** `GET /v2/slots`. */
  call: string
  ms: number
  /** `limit`: no request is allowed for now; `failed`: the try before got no answer, or a broken one. */
  why: 'limit' | 'failed'
}

/** What of a call matters here. */
interface Asked {
  label: string
  isRead: boolean
  signal?: AbortSignal | undefined
}

const FIRST_PAUSE_MS = 500

/** Sends once the door is open, and again where that is safe: reads alone, and only after a failure that may pass. */
export async function patiently<T>(
  door: Door,
  { attempts = 3, maxWaitMs = 65_000, mayPass = isPassing, onWait }: Patience = {},
  { label, isRead, signal }: Asked,
  send: () => Promise<T>,
): Promise<T> {
  async function pause(ms: number, why: Wait['why']) {
    onWait?.({ call: label, ms, why })
    await sleep(ms, label, signal)
  }
  for (let attempt = 1; ; attempt++) {
    const closed = door.closedFor()
    if (closed > maxWaitMs) throw new CalcomThrottled(label, Math.ceil(closed / 1000))
    if (closed > 0) await pause(closed, 'limit')
    try {
      return await send()
    } catch (error) {
      if (!isRead || attempt >= attempts || signal?.aborted || !mayPass(error)) throw error
      // After a 429 the door is closed, and the next turn waits for it.
      if (!(error instanceof CalcomThrottled)) await pause(pauseAfter(attempt), 'failed')
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof CalcomNoAnswer || error instanceof CalcomBroken || error instanceof CalcomThrottled
}

/** Half a second, then twice as long each time; of that at least half, so that those who failed together part. */
const pauseAfter = (attempt: number) => FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2)

function sleep(ms: number, label: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new CalcomNoAnswer(label, signal?.reason))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
