import { coded, internal, throttled } from './http/refusal.ts'
import { pathOf } from './http/version.ts'

/** A way to be broken. */
export interface Fault {
  /**
   * `never`: no answer · `reset`: the connection is lost · `refuse`: there is none · `status`: an error ·
   * `html`: a page in place of JSON · `cut`: JSON that ends in the middle · `shape`: JSON nobody knows ·
   * `slow`: the right answer, late
   */
  kind: 'never' | 'reset' | 'refuse' | 'status' | 'html' | 'cut' | 'shape' | 'slow'
  /** Only requests that match; `path` is tried on the path with its query (default: all). */
  on?: { method?: string; path?: RegExp }
  /** How often (default: until mended). */
  times?: number
  /** Whether the work is done first, and then the answer breaks (default: false). */
  done?: boolean
  /** For `status` (default 500; 429 is the real throttle's answer), `html` (502) and `cut` (200 or what was right). */
  status?: number
  /** For `slow`: milliseconds before the answer. */
  ms?: number
}

/** The faults that are on; `take` finds the one for a request and uses it up. */
export function createFaults() {
  let faults: { fault: Fault; left: number }[] = []
  return {
    add: (fault: Fault) => void faults.push({ fault, left: fault.times ?? Infinity }),
    clear() {
      faults = []
    },
    take(request: Request): Fault | undefined {
      const found = faults.find(({ fault, left }) => left > 0 && matches(fault, request))
      if (found) found.left--
      return found?.fault
    },
  }
}

function matches({ on = {} }: Fault, request: Request) {
  const { method, path } = on
  if (method && method.toUpperCase() !== request.method) return false
  return !path || pathOf(request).search(path) !== -1
}

/** The connection broke: over HTTP the body ends in an error, in process `fetch` rejects with it. */
export class Broken extends Response {
  constructor(readonly error: TypeError) {
    super(new ReadableStream({ start: (controller) => controller.error(error) }))
  }
}

/** As `fetch` words it, with the code Node gives the cause. */
function connectionError(kind: 'reset' | 'refuse'): TypeError {
  const [code, text] = kind === 'refuse' ? ['ECONNREFUSED', 'connect ECONNREFUSED'] : ['ECONNRESET', 'read ECONNRESET']
  return new TypeError('fetch failed', { cause: Object.assign(new Error(text), { code }) })
}

const HTML =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n'

/** The broken answer in place of the right one; `right` is there when the work was done. */
export async function brokenAnswer(fault: Fault, request: Request, now: Date, right?: Response): Promise<Response> {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  switch (fault.kind) {
    case 'reset':
    case 'refuse':
      return new Broken(connectionError(fault.kind))
    case 'html':
      return new Response(HTML, { status: fault.status ?? 502, headers: { 'content-type': 'text/html' } })
    case 'cut':
      return new Response(half(await right?.text()), { status: fault.status ?? right?.status ?? 200, headers })
    case 'shape':
      return Response.json({ ok: true, result: { items: [{ when: 0 }], page: null } })
    default:
      return errorAnswer(fault.status ?? 500, request, now)
  }
}

function half(text = '{"status":"success","data":{"2026-11-24":[{"start":"2026-11-24T07:00:00.000Z"}]}}') {
  return text.slice(0, Math.floor(text.length / 2))
}

function errorAnswer(status: number, request: Request, now: Date) {
  const { message } = internal()
  const refusal = status === 429 ? throttled() : coded(status, 'INTERNAL_SERVER_ERROR', message)
  const limits = { 'X-RateLimit-Limit-Default': '120', 'X-RateLimit-Remaining-Default': '0' }
  const headers = status === 429 ? { ...limits, 'X-RateLimit-Reset-Default': '60' } : undefined
  return Response.json(refusal.toBody(pathOf(request), now.toISOString()), { status, headers })
}
