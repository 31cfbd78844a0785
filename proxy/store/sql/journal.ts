import type { Entry, Journal, JournalFilter, State } from '../journal.ts'
import { isDue } from './due.ts'
import { erase, guarded, isOf } from './persons.ts'
import { record, tally } from './record.ts'
import { serialised } from './serialised.ts'
import type { Database } from './tables.ts'

const ENDED: State[] = ['confirmed', 'refused', 'cancelled', 'abandoned']

/** So many parameters every database takes in one statement. */
const AT_ONCE = 50

export function journal(database: Database): Journal {
  const { db } = database
  const all = () => db.selectFrom('journal').selectAll()
  return {
    record: (entry, limits) => serialised(database, 'journal', (one) => record(one, entry, limits)),

    tally: (limits) => tally(db, limits),

    find: (ref) => all().where('ref', '=', ref).executeTakeFirst(),

    findByKey: (keyHash) => all().where('keyHash', '=', keyHash).executeTakeFirst(),

    async findByUids(uids) {
      const found: Entry[] = []
      for (let at = 0; at < uids.length; at += AT_ONCE)
        found.push(
          ...(await all()
            .where('action', '=', 'book')
            .where('uid', 'in', uids.slice(at, at + AT_ONCE))
            .execute()),
        )
      return found
    },

    change: ({ ref, version }, changes, now) =>
      db
        .updateTable('journal')
        .set({ ...guarded(changes), version: version + 1, updatedAt: now })
        .where('ref', '=', ref)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst(),

    async takeUp(now, until, most) {
      const taken = await db
        .updateTable('journal')
        .set((eb) => ({ dueAt: until, version: eb('version', '+', 1) }))
        .where(isDue(database, 'journal', 'ref', now, most))
        .returningAll()
        .execute()
      return taken.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    },

    list: (filter = {}) => listed(database, filter).execute(),

    erase: (person, now) => erase(db, person, now),

    purge: (before, burntBefore = before) => purge(database, before, burntBefore),
  }
}

async function purge({ db }: Database, before: string, burntBefore: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('journal')
    .where(({ and, or, eb }) =>
      or([
        and([eb('state', 'in', ENDED), eb('end', '<', before), eb('createdAt', '<', before)]),
        and([eb('state', '=', 'abandoned'), eb('createdAt', '<', burntBefore)]),
      ]),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

function listed({ db }: Database, { email, phone, states, action, of, since, before, most }: JournalFilter) {
  let query = db.selectFrom('journal').selectAll().orderBy('createdAt', 'desc').orderBy('ref')
  if (email !== undefined || phone !== undefined) query = query.where((eb) => isOf(eb, { email, phone }))
  if (states) query = query.where('state', 'in', states)
  if (action) query = query.where('action', '=', action)
  if (of) query = query.where('of', '=', of)
  if (since) query = query.where('createdAt', '>=', since)
  if (before) query = query.where('createdAt', '<', before)
  return most === undefined ? query : query.limit(most)
}
