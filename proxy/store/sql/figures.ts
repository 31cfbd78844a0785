import { sql } from 'kysely'
import type { Figures, State } from '../store.ts'
import type { Database } from './tables.ts'

const UNFINISHED: State[] = ['received', 'sent', 'queued']
const WINDOW_MS = 60_000

/** What there is, in numbers. */
export async function figures({ db }: Database, now: string): Promise<Figures> {
  const [states, oldest, messages, hooks, calls] = await Promise.all([
    db
      .selectFrom('journal')
      .select(['state', sql<number>`count(*)`.as('count')])
      .groupBy('state')
      .execute(),
    db
      .selectFrom('journal')
      .select((eb) => eb.fn.min('createdAt').as('at'))
      .where('state', 'in', UNFINISHED)
      .executeTakeFirst(),
    db
      .selectFrom('messages')
      .select(sql<number>`count(*)`.as('count'))
      .where('dueAt', 'is not', null)
      .executeTakeFirst(),
    db.selectFrom('inbox').select(sql<number>`count(*)`.as('count')).where('dueAt', 'is not', null).executeTakeFirst(),
    db
      .selectFrom('budget')
      .select(sql<number>`count(*)`.as('count'))
      .where('takenAt', '<=', before(now))
      .executeTakeFirst(),
  ])
  return {
    requests: Object.fromEntries(states.map(({ state, count }) => [state, Number(count)])),
    oldestUnfinished: oldest?.at ?? null,
    messages: Number(messages?.count),
    hooks: Number(hooks?.count),
    callsLeft: Number(calls?.count),
  }
}

const before = (now: string) => new Date(Date.parse(now) - WINDOW_MS).toISOString()
