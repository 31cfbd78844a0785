import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Journal, JournalFilter, Limits, NewEntry, Person, State } from '../journal.ts'
import { serialised } from './serialised.ts'
import type { Database, Tables } from './tables.ts'
import { takeDue } from './take-due.ts'

/** Still to be done, or still to come. */
const OPEN: State[] = ['received', 'sent', 'queued', 'confirmed']
const ENDED: State[] = ['confirmed', 'refused', 'cancelled', 'abandoned']

export function journal(database: Database): Journal {
  const { db } = database
  const all = () => db.selectFrom('journal').selectAll()
  return {
    record: (entry, limits) => serialised(database, 'journal', (one) => record(one, entry, limits)),

    async tally(limits) {
      const counts = await db
        .selectNoFrom([
          ofAddress(db, limits).as('ofAddress'),
          ofContact(db, limits).as('ofContact'),
          ofDay(db, limits).as('ofDay'),
        ])
        .executeTakeFirstOrThrow()
      return {
        ofAddress: Number(counts.ofAddress),
        ofContact: Number(counts.ofContact),
        ofDay: Number(counts.ofDay),
      }
    },

    find: (ref) => all().where('ref', '=', ref).executeTakeFirst(),

    findByKey: (keyHash) => all().where('keyHash', '=', keyHash).executeTakeFirst(),

    findByUids: async (uids) => (uids.length ? all().where('uid', 'in', uids).execute() : []),

    change: ({ ref, version }, changes, now) =>
      db
        .updateTable('journal')
        .set({ ...changes, version: version + 1, updatedAt: now })
        .where('ref', '=', ref)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst(),

    async takeUp(now, until, most) {
      const due = takeDue(database, 'journal', 'ref', now, most)
      const taken = await db
        .updateTable('journal')
        .set((eb) => ({ dueAt: until, version: eb('version', '+', 1) }))
        .where('ref', 'in', due)
        .returningAll()
        .execute()
      return taken.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    },

    list: (filter = {}) => listed(db, filter).execute(),

    async erase(person, now) {
      const { numUpdatedRows } = await db
        .updateTable('journal')
        .set((eb) => ({
          ...WITHOUT_PERSON,
          erasedAt: now,
          // A call that may be on its way is found out all the same: what Cal.com has names no person.
          state: sql<State>`case when ${waits} then 'refused' else ${eb.ref('state')} end`,
          code: sql<string | null>`case when ${waits} then 'erased' else ${eb.ref('code')} end`,
          dueAt: sql<string | null>`case when ${waits} then null else ${eb.ref('dueAt')} end`,
          version: eb('version', '+', 1),
          updatedAt: now,
        }))
        .where((eb) => isOf(eb, person))
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    async purge(before) {
      const { numDeletedRows } = await db
        .deleteFrom('journal')
        .where('state', 'in', ENDED)
        .where('end', '<', before)
        .where('createdAt', '<', before)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

const waits = sql<SqlBool>`${sql.ref('state')} in ('received', 'queued')`

const WITHOUT_PERSON = { wish: null, email: null, phone: null, address: null, page: null, keyHash: null }

async function record(db: Kysely<Tables>, entry: NewEntry, limits?: Limits): Promise<boolean> {
  const { eventTypeId, ...texts } = entry
  const columns = Object.keys(texts) as (keyof typeof texts)[]
  const values = columns.map((column) => sql<string>`cast(${texts[column]} as text)`.as(column))
  const recorded = await db
    .insertInto('journal')
    .columns([...columns, 'eventTypeId', 'updatedAt'])
    .expression(
      db
        .selectNoFrom([
          ...values,
          sql<number>`cast(${eventTypeId} as integer)`.as('eventTypeId'),
          sql<string>`cast(${entry.createdAt} as text)`.as('updatedAt'),
        ])
        .where(limits ? within(db, limits) : sql<SqlBool>`1 = 1`),
    )
    .onConflict((conflict) => conflict.column('keyHash').doNothing())
    .returning('ref')
    .executeTakeFirst()
  return recorded !== undefined
}

const within = (db: Kysely<Tables>, limits: Limits) =>
  sql<SqlBool>`${ofAddress(db, limits)} < ${sql.lit(limits.address.most)} and ${ofContact(db, limits)} < ${sql.lit(
    limits.contact.most,
  )} and ${ofDay(db, limits)} < ${sql.lit(limits.day.most)}`

const counted = (db: Kysely<Tables>) =>
  db
    .selectFrom('journal as other')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('other.action', '=', 'book')

const ofAddress = (db: Kysely<Tables>, { address }: Limits) =>
  counted(db).where('other.address', '=', address.digest).where('other.createdAt', '>', address.since)

const ofDay = (db: Kysely<Tables>, { day }: Limits) => counted(db).where('other.createdAt', '>', day.since)

const ofContact = (db: Kysely<Tables>, { now, contact: { email, phone } }: Limits) =>
  counted(db)
    .where('other.state', 'in', OPEN)
    .where('other.end', '>', now)
    .where((eb) => eb.or([eb('other.email', '=', email), eb('other.phone', '=', phone)]))

function listed(db: Kysely<Tables>, { email, phone, states, action, since, before, most }: JournalFilter) {
  let query = db.selectFrom('journal').selectAll().orderBy('createdAt', 'desc').orderBy('ref')
  if (email !== undefined || phone !== undefined) query = query.where((eb) => isOf(eb, { email, phone }))
  if (states) query = query.where('state', 'in', states)
  if (action) query = query.where('action', '=', action)
  if (since) query = query.where('createdAt', '>=', since)
  if (before) query = query.where('createdAt', '<', before)
  return most === undefined ? query : query.limit(most)
}

/** Also what a person asked to be done with a booking of hers. */
function isOf(eb: ExpressionBuilder<Tables, 'journal'>, { email, phone }: Person) {
  const by = [...(email ? [eb('email', '=', email)] : []), ...(phone ? [eb('phone', '=', phone)] : [])]
  const theirs = eb
    .selectFrom('journal as owner')
    .select('owner.ref')
    .where((owner) =>
      owner.or([
        ...(email ? [owner('owner.email', '=', email)] : []),
        ...(phone ? [owner('owner.phone', '=', phone)] : []),
      ]),
    )
  return eb.or([...by, eb('of', 'in', theirs)])
}
