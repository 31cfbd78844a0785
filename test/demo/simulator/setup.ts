import {
  createSimulator,
  type EventTypeSeed,
  eventType,
  olga,
  type SimulatorOptions,
} from '../../../demo/simulator/index.ts'
import { KEY } from '../../support/proxy.ts'

/** A Sunday evening in Moscow (17:53); Olga's week begins the next day at 07:00 UTC. */
export const NOW = '2026-11-22T14:53:00.000Z'

/** An answer, good or bad, with the fields the tests look at. */
export interface Answer<Data> {
  status: string
  data: Data
  error: { code: string; message: string; details?: unknown }
  pagination: Record<string, unknown>
}

export interface Sent<Data> {
  status: number
  headers: Headers
  body: Answer<Data>
}

export type SlotDays = Record<string, { start: string; end?: string }[]>

export interface BookingData {
  uid: string
  status: string
  start: string
  end: string
  title: string
  location: string
  attendees: { name: string; email: string; seatUid?: string }[]
  bookingFieldsResponses: Record<string, unknown>
  seatUid?: string
}

/** A simulator whose clock stands still, with event types beside Olga's, and ways to ask it. */
export function setup({ types = [], ...options }: SimulatorOptions & { types?: EventTypeSeed[] } = {}) {
  const account = options.account ?? olga()
  account.eventTypes.push(...types.map(eventType))
  const sim = createSimulator({ account, ...options })
  sim.clock.set(NOW)

  async function send<Data>(method: string, path: string, version?: string, body?: unknown, key: string | null = KEY) {
    const headers = new Headers({ 'content-type': 'application/json' })
    if (version) headers.set('cal-api-version', version)
    if (key) headers.set('authorization', `Bearer ${key}`)
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
    const response = await sim.fetch(`https://api.cal.com${path}`, { method, headers, body: text })
    return { status: response.status, headers: response.headers, body: await response.json() } as Sent<Data>
  }

  const slots = (query: string, key?: string | null) =>
    send<SlotDays>('GET', `/v2/slots?${query}`, '2024-09-04', undefined, key)
  const book = (over: object = {}, key?: string | null) =>
    send<BookingData>('POST', '/v2/bookings', '2024-08-13', request(over), key)
  const bookings = (query = '', key?: string | null) =>
    send<BookingData[]>('GET', `/v2/bookings${query}`, '2024-08-13', undefined, key)
  const read = (uid: string, key?: string | null) =>
    send<BookingData>('GET', `/v2/bookings/${uid}`, '2024-08-13', undefined, key)
  const change = (uid: string, what: string, body: object = {}, key?: string | null) =>
    send<BookingData>('POST', `/v2/bookings/${uid}/${what}`, '2024-08-13', body, key)
  return { sim, account, send, slots, book, bookings, read, change }
}

/** A good booking, changed as told; an `attendee` is changed, too, not replaced. */
export function request({ attendee, ...over }: { attendee?: object } = {}) {
  const ivan = { name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Europe/Moscow', language: 'ru' }
  return { start: '2026-11-25T07:00:00Z', eventTypeId: 3, attendee: { ...ivan, ...attendee }, ...over }
}

/** The starts of an answer, in one row. */
export const starts = ({ body }: Sent<SlotDays>): string[] =>
  Object.values(body.data)
    .flat()
    .map(({ start }) => start)

/** `10:00` of each start, as it is written there. */
export const hours = (sent: Sent<SlotDays>) => starts(sent).map((start) => start.slice(11, 16))
