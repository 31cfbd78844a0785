import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** What the real Cal.com answered and told; it lies beside the project, never in it. */
const FILE = resolve(process.cwd(), '../shared/calcom/exchanges.jsonl')
const DELIVERIES = resolve(process.cwd(), '../shared/calcom/webhooks.jsonl')

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export interface Answer {
  status: number
  /** `X-RateLimit-Limit-Default`; null where the request was not counted. */
  limit?: string | null
  body: Json
}

export interface Exchange {
  name: string
  request: { method: string; path: string; headers: Record<string, string>; body?: Json }
  response: Answer & { headers: Record<string, string> }
}

/** Requests sent at the same time; only their answers were kept. */
export interface Race {
  name: string
  parallel: Answer[]
}

export type Line = Exchange | Race

export interface Recording {
  /** All of them, as they stand in the file. */
  lines: Line[]
  exchanges: Exchange[]
  races: Race[]
}

/** The recording in a file; `undefined` when it is not there. Throws the number of a line that is no exchange. */
export function readRecording(file = FILE): Recording | undefined {
  return existsSync(file) ? recordingOf(readFileSync(file, 'utf8')) : undefined
}

/** The recording in a text, a line each. Empty lines are passed over; a name and headers may be left out. */
export function recordingOf(text: string): Recording {
  const numbered = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const lines = numbered.filter(({ line }) => line !== '').map(({ line, number }) => lineOf(line, number))
  return {
    lines,
    exchanges: lines.filter((one): one is Exchange => 'request' in one),
    races: lines.filter((one): one is Race => 'parallel' in one),
  }
}

function lineOf(text: string, number: number): Line {
  const line: Json = parsed(text)
  const name = isRecord(line) && typeof line.name === 'string' ? line.name : `line ${number}`
  if (isRecord(line) && Array.isArray(line.parallel)) return { name, parallel: line.parallel as unknown as Answer[] }
  if (!isRecord(line) || !isRecord(line.request) || !isRecord(line.response)) {
    throw new Error(`Line ${number} is no recorded exchange.`)
  }
  const { request, response } = line as unknown as Pick<Exchange, 'request' | 'response'>
  return {
    name,
    request: { ...request, headers: request.headers ?? {} },
    response: { ...response, headers: response.headers ?? {} },
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A webhook as it came: `rawBody` is what its signature is of. */
export interface Delivery {
  secret: string
  headers: Record<string, string>
  rawBody: string
}

/** The recorded webhooks; `undefined` when they are not there. */
export function readDeliveries(): Delivery[] | undefined {
  if (!existsSync(DELIVERIES)) return undefined
  return readFileSync(DELIVERIES, 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text))
}

export const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The uids that a line names as such. */
export const uidsIn = (line: Line): string[] =>
  JSON.stringify(line).match(/(?<="(?:uid|reservationUid)":")[^"]+/g) ?? []

/** `data` of a good answer. */
export const dataOf = ({ body }: Answer): Json => (isRecord(body) ? (body.data ?? null) : null)

// What differs from run to run.
const CHANCE = new Set([
  'id',
  'uid',
  'icsUid',
  'seatUid',
  'bookingUid',
  'reservationUid',
  'reservationUntil',
  'createdAt',
  'updatedAt',
  'timestamp',
])

/** The same with everything that is different in every run made equal. */
export function masked(value: Json): Json {
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value === 'string') return value.replace(/cal\.com\/video\/\w+/, 'cal.com/video/…')
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, CHANCE.has(key) ? '…' : masked(one)]))
}

/** The keys and types of a value, all the way down. */
export function shapeOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (!isRecord(value)) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]))
}
