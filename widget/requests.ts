import type { Booking, BookingRequest, DryRun, Hold, HoldRequest, Problem, Submitted } from '../proxy/contract.ts'
import type { Api, ApiError } from './api.ts'
import { prove } from './proof.ts'

/** After this a visitor is told that there is no answer, in ms. */
const ANSWER_MS = 12_000

/** What came of a request that changes something: one of the two, or no answer at all. */
export interface Answered<T> {
  answer?: T
  problem?: Problem
}

/** Safe to repeat with the same key and body. Never rejects. */
export function post<T>(api: Api, path: string, body: { lang?: string }, key?: string): Promise<Answered<T>> {
  return within<T>((signal) =>
    api.ask(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // It stands in the body too, but a refusal may come before that is read.
        'accept-language': body.lang ?? 'ru',
        ...(key && { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
      signal,
    }),
  )
}

/** Where many book at once, the proxy asks for a proof of work. */
export async function book(api: Api, request: BookingRequest, key: string): Promise<Answered<Booking>> {
  const first = await post<Booking>(api, '/v1/bookings', request, key)
  if (first.problem?.code !== 'proof_required') return first
  const proof = await prove(key, first.problem.bits ?? 0).catch(() => undefined)
  const proven: BookingRequest = { ...request, ...(proof && { proof }) }
  return proof ? post(api, '/v1/bookings', proven, key) : first
}

/** Checks, and goes no further. */
export const tryOut = (api: Api, request: BookingRequest, key: string) =>
  post<DryRun>(api, '/v1/bookings?dry-run=1', request, key)

export const keep = (api: Api, request: HoldRequest) => post<Hold>(api, '/v1/holds', request)

/** What became of the request under a key; `abandon` burns a key that never came. Nothing: no answer. */
export const statusOf = async (api: Api, key: string, abandon = false): Promise<Submitted | undefined> =>
  (await within<Submitted>((signal) => api.ask(`/v1/bookings/status/${key}${abandon ? '?abandon=1' : ''}`, { signal })))
    .answer

/** Asks, and waits for the answer as long as a visitor may. */
export async function within<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<Answered<T>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), ANSWER_MS)
  return ask(stop.signal)
    .then(
      (answer) => ({ answer }),
      ({ problem }: ApiError) => (problem ? { problem } : {}),
    )
    .finally(() => clearTimeout(timer))
}

/** 128 random bits. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
