import type { Kind } from './notify.ts'

/** What the owner is told: a first name, a time and a reference, and nothing else of a person. */
export interface Notice {
  kind: Kind
  ref: string
  /** One line, without the name: mail shows it everywhere. */
  subject: string
  /** Russian, a few lines. */
  text: string
  /** Slug of the event type. */
  event: string
  /** UTC instant. */
  start: string
  /** First name; null when it is erased or was none. */
  name: string | null
}

/** One way to reach the owner. */
export interface Channel {
  /** Stands in the store with what waits: never changes. */
  name: 'mail' | 'webhook' | 'telegram'
  /** Resolves once the other side has taken it; throws `Undelivered`. */
  send(notice: Notice, signal: AbortSignal): Promise<void>
}

/** It did not get through. The reason is our own words: what the other side says may repeat a secret or a person. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered'
}

/** Posts JSON and wants a 2xx. A redirect is none: it could lead what is said to anybody. */
export async function postJson(
  fetch: typeof globalThis.fetch,
  url: string,
  body: object,
  signal: AbortSignal,
): Promise<void> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  // The cause stays out: it may name the address, and that may hold a token.
  const response = await fetch(url, { ...init, redirect: 'manual', signal }).catch(() => {
    throw new Undelivered('no answer')
  })
  await response.body?.cancel().catch(() => undefined)
  if (!response.ok) throw new Undelivered(`status ${response.status}`)
}
