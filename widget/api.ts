import type { Problem } from '../proxy/contract.ts'

/** The proxy did not do what it was asked, and said why. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** The proxy's word for what failed; `no_answer` when it did not answer, or not in our words. */
export const codeOf = (error: unknown): string => (error as Partial<ApiError>).problem?.code ?? 'no_answer'

export type Api = ReturnType<typeof apiOf>

/** The proxy, and how all is asked of it. */
export function apiOf(origin: string, fetch = globalThis.fetch) {
  /** An address of the proxy's. */
  const url = (path: string): string => new URL(path, origin).href
  /** Throws `ApiError`, or what kept the answer from being read. */
  async function ask<T>(path: string, init: RequestInit): Promise<T> {
    const response = await fetch(url(path), init)
    const body = await response.json()
    if (!response.ok && typeof body?.code === 'string') throw new ApiError(body)
    if (!response.ok) throw new Error(`Status ${response.status}`)
    return body
  }
  return { url, ask }
}
