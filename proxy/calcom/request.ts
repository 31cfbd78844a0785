import type { z } from 'zod'
import { readError } from './envelope.ts'
import { CalcomBroken, CalcomNoAnswer, CalcomRefused, CalcomShapeError } from './errors.ts'
import { createDoor, type Door, type RateLimit, readRateLimit, throttled } from './limit.ts'
import { type Patience, patiently } from './patience.ts'

/** How Cal.com is reached. */
export interface CalcomOptions {
  /** `cal_live_…`. Leaves this module only as a header. */
  apiKey: string
  /** Origin of the API (default: `https://api.cal.com`). */
  baseUrl?: string
  /** Replace in tests (default: the global fetch). */
  fetch?: typeof globalThis.fetch
  /** When a call is given up, in ms: reads (default 5,000) and writes (default 10,000). */
  timeouts?: { read: number; write: number }
  /** How reads are repeated, and how long the limit of requests is waited out. */
  patience?: Patience
  /** Is told of every answer, good or bad. */
  onAnswer?: (answer: Answer) => void
  /** Stands around each try (default: nothing does). */
  guard?: Guard
  /** The limit of requests, shared by clients that have the same key (default: its own). */
  door?: Door
  /** The clock by which the limit of requests is waited out (default: the real one). */
  now?: () => Date
}

/** Sends, or throws in place of that, and sees how it ends. `call`: `GET /v2/slots`. */
export type Guard = <T>(call: string, send: () => Promise<T>) => Promise<T>

/** What the headers of an answer say. */
export interface Answer {
  /** `GET /v2/slots`. */
  call: string
  status: number
  /** Cal.com's clock, to the second. */
  date?: Date | undefined
  rateLimit?: RateLimit | undefined
}

/** One call: where, how, and the shape of what comes back. */
export interface Call<T> {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: `/v2/${string}`
  /** Stands for the path in errors where the path holds a secret, as a booking's uid is one (default: the path). */
  route?: string
  /** `cal-api-version`; each area has its own, and without it Cal.com answers in an old shape. */
  version?: string
  /** `undefined` is left out; a list is joined by commas. */
  query?: object
  body?: object
  /** Of the whole answer, envelope included; names only what we read. */
  schema: z.ZodType<T>
  signal?: AbortSignal | undefined
}

export type Request = <T>(call: Call<T>) => Promise<T>

/** The one function that knows the key, the headers and the envelope. Throws only `CalcomError`s. */
export function createRequest({
  apiKey,
  baseUrl = 'https://api.cal.com',
  fetch = globalThis.fetch,
  timeouts = { read: 5_000, write: 10_000 },
  patience,
  onAnswer,
  guard = (_, send) => send(),
  now = () => new Date(),
  door = createDoor(now),
}: CalcomOptions): Request {
  // fetch would repeat it in the words of its complaint.
  if (!/^[!-~]+$/.test(apiKey)) throw new TypeError('apiKey must be a key, without spaces')
  const base = baseUrl.replace(/\/$/, '')

  async function send<T>(label: string, call: Call<T>): Promise<T> {
    const method = call.method ?? 'GET'
    const timeout = AbortSignal.timeout(method === 'GET' ? timeouts.read : timeouts.write)
    const { status, headers, text } = await exchange(fetch, label, new URL(base + call.path + toQuery(call.query)), {
      method,
      headers: headersOf(apiKey, call),
      signal: call.signal ? AbortSignal.any([timeout, call.signal]) : timeout,
      ...(call.body && { body: JSON.stringify(call.body) }),
    })
    const rateLimit = readRateLimit(headers)
    door.see(status, rateLimit)
    onAnswer?.({ call: label, status, date: dateOf(headers), rateLimit })
    if (status === 429) throw throttled(label, rateLimit)
    // Whatever repeats what was sent must not bring the key into an error.
    return read(label, call.schema, status, text.replaceAll(apiKey, '***'))
  }

  return (call) => {
    const label = `${call.method ?? 'GET'} ${call.route ?? call.path}`
    return patiently(door, patience, { label, isRead: (call.method ?? 'GET') === 'GET', signal: call.signal }, () =>
      guard(label, () => send(label, call)),
    )
  }
}

async function exchange(fetch: typeof globalThis.fetch, label: string, url: URL, init: RequestInit) {
  try {
    const response = await fetch(url, init)
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (cause) {
    throw new CalcomNoAnswer(label, cause)
  }
}

function headersOf(apiKey: string, { version, body }: Pick<Call<unknown>, 'version' | 'body'>): Record<string, string> {
  return {
    accept: 'application/json',
    authorization: `Bearer ${apiKey}`,
    ...(version && { 'cal-api-version': version }),
    ...(body && { 'content-type': 'application/json' }),
  }
}

function read<T>(label: string, schema: z.ZodType<T>, status: number, text: string): T {
  const body = parseJson(text)
  if (status >= 400) throw failure(label, status, body)
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new CalcomShapeError(label, parsed.error.issues.map(toPlace))
  return parsed.data
}

function failure(label: string, status: number, body: unknown) {
  const error = readError(body)
  // A refusal that is not Cal.com's own JSON comes from something in between, and says nothing certain.
  return status >= 500 || !error
    ? new CalcomBroken(label, status)
    : new CalcomRefused(label, status, error.code, error.reason)
}

function toQuery(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function dateOf(headers: Headers): Date | undefined {
  const date = new Date(headers.get('date') ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** Where and what, without the value: an answer may hold a person. */
function toPlace(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.') || '(whole)'}: ${issue.code === 'invalid_type' ? `not ${issue.expected}` : issue.code}`
}
