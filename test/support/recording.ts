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

/** The recording in a file; `undefined` when it is not there. */
export function readRecording(file = FILE): Recording | undefined {
  if (!existsSync(file)) return undefined
  const texts = readFileSync(file, 'utf8').trim().split('\n')
  const lines = texts.map((text) => JSON.parse(text) as Line)
  return {
    lines,
    exchanges: lines.filter((one): one is Exchange => 'request' in one),
    races: lines.filter((one): one is Race => 'parallel' in one),
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
