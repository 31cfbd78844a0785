import type { EventInfo, Problem } from '../proxy/contract.ts'

/** The proxy did not do what it was asked; `problem` is what it said. */
export type ApiError = Error & { problem?: Problem | undefined }

/** The proxy's word for what failed; `no_answer` when it did not answer, or not in our words. */
export const codeOf = (error: unknown): string => (error as ApiError).problem?.code ?? 'no_answer'

/** The proxy, with what was learnt there once for all. */
export type Api = ReturnType<typeof apiOf> & { choices?: EventInfo[] }

/** Longer no visitor waits for an answer, in ms: a line may hang without an end. */
const ANSWER_MS = 12_000

/** The proxy, and how all is asked of it. */
export function apiOf(origin: string, fetch = globalThis.fetch) {
  /** An address of the proxy's. */
  const url = (path: string): string => new URL(path, origin).href
  /** Throws `ApiError`, or what kept the answer from being had. */
  async function ask<T>(path: string, init: RequestInit): Promise<T> {
    const response = await fetch(url(path), { signal: AbortSignal.timeout(ANSWER_MS), ...init })
    const body = await response.json()
    if (response.ok) return body
    throw Object.assign(new Error(), { problem: typeof body?.code === 'string' ? body : undefined })
  }
  return { url, ask }
}
