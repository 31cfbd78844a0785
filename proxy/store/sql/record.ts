import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Limits, NewEntry, State, Tally } from '../journal.ts'
import type { Tables } from './tables.ts'

/** Still to be done, or still to come. */
const OPEN: State[] = ['received', 'sent', 'queued', 'confirmed']
/** Of these anybody could make so many in a day that nobody else may book. */
const CAME_TO_NOTHING: State[] = ['refused', 'abandoned']

/** `INSERT … SELECT … WHERE (so many are less than the limit) ON CONFLICT (the key is known) DO NOTHING`. */
export async function record(db: Kysely<Tables>, entry: NewEntry, limits?: Limits): Promise<boolean> {
  const { eventTypeId, ...given } = entry
  const texts = { ...given, updatedAt: entry.createdAt }
  const columns = Object.keys(texts) as (keyof typeof texts)[]
  const values = columns.map((column) => sql<string>`cast(${texts[column]} as text)`.as(column))
  const recorded = await db
    .insertInto('journal')
    .columns([...columns, 'eventTypeId'])
    .expression(
      db
        .selectNoFrom([...values, sql<number>`cast(${eventTypeId} as integer)`.as('eventTypeId')])
        .where(limits ? within(db, limits) : sql<SqlBool>`1 = 1`),
    )
    .onConflict((conflict) => conflict.column('keyHash').doNothing())
    .returning('ref')
    .executeTakeFirst()
  return recorded !== undefined
}

/** What there is already of what is limited. */
export async function tally(db: Kysely<Tables>, limits: Limits): Promise<Tally> {
  const counts = await db
    .selectNoFrom([
      ofAddress(db, limits).as('ofAddress'),
      ofContact(db, limits).as('ofContact'),
      ofDay(db, limits).as('ofDay'),
    ])
    .executeTakeFirstOrThrow()
  return { ofAddress: Number(counts.ofAddress), ofContact: Number(counts.ofContact), ofDay: Number(counts.ofDay) }
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

const ofDay = (db: Kysely<Tables>, { day }: Limits) =>
  counted(db).where('other.createdAt', '>', day.since).where('other.state', 'not in', CAME_TO_NOTHING)

const ofContact = (db: Kysely<Tables>, { now, contact: { email, phone } }: Limits) =>
  counted(db)
    .where('other.state', 'in', OPEN)
    .where('other.end', '>', now)
    .where((eb) => eb.or([eb('other.email', '=', email), eb('other.phone', '=', phone)]))
