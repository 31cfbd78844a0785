import type { Problem, Submitted } from '../proxy/contract.ts'
import type { Api, ApiError } from './api.ts'
import { prove } from './proof.ts'

/** After this a visitor is told that there is no answer, in ms. */
const ANSWER_MS = 12_000

/** What came of a request: one of the two, or no answer at all. */
export interface Answered<T> {
  answer?: T
  problem?: Problem
}

/** Asks, and waits for the answer as long as a visitor may. Never rejects. */
export function ask<T>(api: Api, path: string, init: RequestInit = {}): Promise<Answered<T>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), ANSWER_MS)
  return api
    .ask<T>(path, { ...init, signal: stop.signal })
    .then(
      (answer) => ({ answer }),
      ({ problem }: ApiError) => (problem ? { problem } : {}),
    )
    .finally(() => clearTimeout(timer))
}

/** Safe to repeat with the same key and body. Where many book at once, the proxy asks for a proof of work. */
export async function send<T>(api: Api, path: string, body: { lang: string }, key = ''): Promise<Answered<T>> {
  const first = await ask<T>(api, path, {
    method: 'POST',
    // The language stands in the body too, but a refusal may come before that is read.
    headers: {
      'content-type': 'application/json',
      'accept-language': body.lang,
      ...(key && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  })
  const { code, bits } = first.problem ?? {}
  if (code !== 'proof_required' || !bits || 'proof' in body) return first
  const proof = await prove(key, bits).catch(() => '')
  return proof ? send(api, path, { ...body, proof } as typeof body, key) : first
}

/** What became of the request under a key; `abandon` burns a key that never came. Nothing: no answer. */
export const statusOf = async (api: Api, key: string, abandon: boolean): Promise<Submitted | undefined> =>
  (await ask<Submitted>(api, `/v1/bookings/status/${key}${abandon ? '?abandon=1' : ''}`)).answer

/** 128 random bits. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
