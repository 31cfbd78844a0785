import type { Limits, NewEntry } from '../../proxy/store/store.ts'

export const NOW = '2026-11-22T12:00:00.000Z'

/** So many minutes after `NOW`; before it, when they are fewer than none. */
export const minutes = (count: number) => new Date(Date.parse(NOW) + count * 60_000).toISOString()

/** A request to book, that another one differs from in name and key alone. */
export function entry(changes: Partial<NewEntry> = {}): NewEntry {
  const id = crypto.randomUUID()
  return {
    ref: id.slice(0, 8).toUpperCase(),
    action: 'book',
    of: null,
    state: 'received',
    keyHash: `key of ${id}`,
    bodyHash: `body of ${id}`,
    mark: `mark of ${id}`,
    event: 'delo-40min',
    eventTypeId: 3,
    title: '40 минут с Ольгой Розет',
    start: '2026-11-25T07:00:00.000Z',
    end: '2026-11-25T07:40:00.000Z',
    wish: JSON.stringify({ answers: { name: 'Иван Петров', email: 'ivan@example.com' }, timeZone: 'Europe/Moscow' }),
    email: 'ivan@example.com',
    phone: '+79161234567',
    address: 'digest of an address',
    consentVersion: 'v1',
    adsVersion: null,
    consentAt: NOW,
    page: 'https://olgaroset.ru/',
    dueAt: minutes(1),
    createdAt: NOW,
    ...changes,
  }
}

/** Limits that nobody reaches, but for those that are given. */
export const limits = (changes: Partial<Limits> = {}): Limits => ({
  now: NOW,
  address: { digest: 'digest of an address', since: minutes(-60), most: 1_000 },
  contact: { email: 'ivan@example.com', phone: '+79161234567', most: 1_000 },
  day: { since: minutes(-1_440), most: 1_000 },
  ...changes,
})
