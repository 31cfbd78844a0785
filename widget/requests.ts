import type { Problem } from '../proxy/contract.ts'
import type { ApiError } from './api.ts'
import type { Visit } from './controllers/visit.ts'
import { prove } from './proof.ts'

/** What came of a request: one of the two, or no answer at all. */
export interface Answered<T> {
  answer?: T
  problem?: Problem | undefined
}

/** 128 random bits. */
export const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')

/**
 * Asks, or with a body sends, and waits for the answer as long as a visitor may. Safe to repeat with the same key and
 * body. Where many book at once, the proxy asks for a proof of work. Never rejects.
 */
export async function ask<T>(visit: Visit, path: string, body?: object, key = ''): Promise<Answered<T>> {
  const { lang } = visit.format
  const answered: Answered<T> = await visit.api
    .ask<T>(path, {
      headers: {
        // It stands in the body too, but a refusal may come before that is read.
        'accept-language': lang,
        ...(body && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { method: 'POST', body: JSON.stringify({ ...body, lang }) }),
    })
    .then(
      (answer) => ({ answer }),
      ({ problem }: ApiError) => ({ problem }),
    )
  const { bits } = answered.problem ?? {}
  if (!bits || !body || 'proof' in body) return answered
  return ask(visit, path, { ...body, proof: await prove(key, bits).catch(() => '') }, key)
}
