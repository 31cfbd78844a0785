import type { z } from 'zod'
import { readError } from './envelope.ts'
import { CalcomBroken, CalcomNoAnswer, CalcomRefused, CalcomShapeError, CalcomThrottled } from './errors.ts'

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
}

/** One call: where, how, and the shape of what comes back. */
export interface Call<T> {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: `/v2/${string}`
  /** Stands for the path in errors where the path holds a secret, as a booking's uid is one (default: the path). */
  route?: string
  /** `cal-api-version`; each area has its own, and without it Cal.com answers in an old shape. */
  version?: string
  query?: object
  body?: object
  /** Of the whole answer, envelope included; names only what we read. */
  schema: z.ZodType<T>
  signal?: AbortSignal | undefined
}

export type Request = <T>(call: Call<T>) => Promise<T>

/** Cal.com blocks for a minute and says so only in a header of its own. */
const BLOCK_SECONDS = 60

/** The one function that knows the key, the headers and the envelope. Throws only `CalcomError`s. */
export function createRequest({
  apiKey,
  baseUrl = 'https://api.cal.com',
  fetch = globalThis.fetch,
  timeouts = { read: 5_000, write: 10_000 },
}: CalcomOptions): Request {
  const base = baseUrl.replace(/\/$/, '')
  return async function request<T>(call: Call<T>): Promise<T> {
    const method = call.method ?? 'GET'
    const label = `${method} ${call.route ?? call.path}`
    const timeout = AbortSignal.timeout(method === 'GET' ? timeouts.read : timeouts.write)
    const { status, headers, text } = await send(fetch, label, new URL(base + call.path + toQuery(call.query)), {
      method,
      headers: headersOf(apiKey, call),
      signal: call.signal ? AbortSignal.any([timeout, call.signal]) : timeout,
      ...(call.body && { body: JSON.stringify(call.body) }),
    })
    const body = parseJson(text)
    if (status === 429) throw new CalcomThrottled(label, secondsOf(headers))
    if (status >= 400) throw failure(label, status, body)
    const parsed = call.schema.safeParse(body)
    if (!parsed.success) throw new CalcomShapeError(label, parsed.error.issues.map(toPlace))
    return parsed.data
  }
}

async function send(fetch: typeof globalThis.fetch, label: string, url: URL, init: RequestInit) {
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

function failure(label: string, status: number, body: unknown) {
  const error = readError(body)
  // A refusal that is not Cal.com's own JSON comes from something in between, and says nothing certain.
  return status >= 500 || !error
    ? new CalcomBroken(label, status)
    : new CalcomRefused(label, status, error.code, error.reason)
}

/** Undefined values are left out; a list repeats its key. */
function toQuery(query: object = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [key, String(one)]),
  )
  return pairs.length ? `?${new URLSearchParams(pairs)}` : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function secondsOf(headers: Headers): number {
  return Number(headers.get('x-ratelimit-reset-default')) || BLOCK_SECONDS
}

/** Where and what, without the value: an answer may hold a person. */
function toPlace(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.') || '(whole)'}: ${issue.code === 'invalid_type' ? `not ${issue.expected}` : issue.code}`
}
