import type { Hono } from 'hono'
import { type Listening, listen } from '../../../proxy/listen.node.ts'
import type { Log } from '../../../proxy/log.ts'
import type { Channel } from '../../../proxy/notify/channel.ts'
import { createNotify } from '../../../proxy/notify/notify.ts'
import { sqliteStore } from '../../../proxy/store/sqlite.node.ts'
import type { Entry, NewEntry, Store } from '../../../proxy/store/store.ts'

const MINUTE_MS = 60_000

/** What a visitor gave who is easy to find in what must not name her. */
export const PERSON = {
  answers: { name: 'Мария Иванова', email: 'maria@example.com', attendeePhoneNumber: '+79161234567', notes: 'развод' },
  timeZone: 'Europe/Moscow',
  lang: 'ru',
  metadata: {},
  minutes: 40,
}

export const UNTOLD = /Иванова|maria|example\.com|7916|развод/i

/** Records a booking request of hers. */
export async function record(store: Store, changes: Partial<Entry> = {}): Promise<string> {
  const entry: NewEntry = {
    ref: 'ABCD2345',
    action: 'book',
    of: null,
    state: 'received',
    keyHash: null,
    bodyHash: 'body',
    mark: 'mark',
    event: 'delo-40min',
    eventTypeId: 3,
    title: '40 минут с Ольгой Розет',
    start: '2026-11-25T07:00:00.000Z',
    end: '2026-11-25T07:40:00.000Z',
    wish: JSON.stringify(PERSON),
    email: PERSON.answers.email,
    phone: PERSON.answers.attendeePhoneNumber,
    address: null,
    consentVersion: null,
    adsVersion: null,
    consentAt: null,
    page: null,
    dueAt: null,
    createdAt: '2026-11-22T12:00:00.000Z',
  }
  const { ref = entry.ref, ...others } = changes
  const given = Object.fromEntries(Object.entries(others).filter(([name]) => name in entry))
  await store.journal.record({ ...entry, ...given, ref })
  await store.journal.change({ ref, version: 0 }, others, entry.createdAt)
  return ref
}

interface Options {
  store?: Store
  timeoutMs?: number
}

/** The owner's messages over a real store, with a clock that is moved by hand. */
export async function telling(channels: Channel[], { store, timeoutMs = 10_000 }: Options = {}) {
  const kept = store ?? (await sqliteStore(':memory:'))
  const log: Parameters<Log>[0][] = []
  let time = Date.parse('2026-11-22T12:00:00Z')
  const now = () => new Date(time)
  const create = () =>
    createNotify({ store: kept, channels, zone: 'Europe/Moscow', now, log: (line) => log.push(line), timeoutMs })
  return {
    store: kept,
    notify: create(),
    /** Another instance over the same store. */
    another: create,
    log,
    pass: (minutes: number) => {
      time += minutes * MINUTE_MS
    },
  }
}

/** A server on loopback, and its address. */
export async function serving(app: Pick<Hono, 'fetch'>): Promise<{ url: string } & Listening> {
  const listening = await listen(app, 0, '127.0.0.1')
  return { url: `http://127.0.0.1:${listening.port}`, ...listening }
}
