import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { Claim, Claims, ClaimTerms } from '../store.ts'
import { serialised } from './serialised.ts'
import type { Database, Tables } from './tables.ts'

type NewClaim = Omit<Claim, 'settledAt'>

export function claims(database: Database): Claims {
  const { db } = database
  return {
    take: (claim, terms) => serialised(database, `claims of ${claim.host}`, (one) => take(one, claim, terms)),

    async settle(id, now, until) {
      await db.updateTable('claims').set({ settledAt: now, until }).where('id', '=', id).execute()
    },

    async extend(id, now, until) {
      await db
        .updateTable('claims')
        .set({ until })
        .where('id', '=', id)
        .where('until', '>', now)
        .where('until', '<', until)
        .execute()
    },

    async release(id) {
      await db.deleteFrom('claims').where('id', '=', id).execute()
    },

    find: (id, now) =>
      db.selectFrom('claims').selectAll().where('id', '=', id).where('until', '>', now).executeTakeFirst(),

    async holdsOf(address, now) {
      const { count } = await db
        .selectFrom('claims')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('address', '=', address)
        .where('kind', '=', 'hold')
        .where('until', '>', now)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    live: (now, since) =>
      db
        .selectFrom('claims')
        .selectAll()
        .where((eb) => eb.or([eb('until', '>', now), eb('settledAt', '>', since)]))
        .execute(),

    async forget(now, before) {
      await db
        .deleteFrom('claims')
        .where('until', '<=', now)
        .where((eb) => eb.or([eb('settledAt', 'is', null), eb('settledAt', '<=', before)]))
        .execute()
    },
  }
}

const COLUMNS = ['id', 'kind', 'host', 'from', 'to', 'until', 'address'] as const

/** `INSERT … SELECT … WHERE NOT EXISTS (an overlap that still holds)`. */
async function take(db: Kysely<Tables>, claim: NewClaim, terms: ClaimTerms): Promise<boolean> {
  const taken = await db
    .insertInto('claims')
    .columns(COLUMNS)
    .expression(
      db
        .selectNoFrom(COLUMNS.map((column) => sql<string>`cast(${claim[column]} as text)`.as(column)))
        .where(({ and, not, exists }) => and([not(exists(overlaps(db, claim, terms))), roomFor(db, claim, terms)])),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        from: ref('excluded.from'),
        to: ref('excluded.to'),
        until: ref('excluded.until'),
        settledAt: sql`null`,
      })),
    )
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

const overlaps = (db: Kysely<Tables>, { id, host, from, to }: NewClaim, { now, except = [] }: ClaimTerms) =>
  db
    .selectFrom('claims as other')
    .select('other.id')
    .where('other.host', '=', host)
    .where('other.id', 'not in', [id, ...except])
    .where('other.until', '>', now)
    .where('other.from', '<', to)
    .where('other.to', '>', from)

function roomFor(db: Kysely<Tables>, { id, address }: NewClaim, { now, most }: ClaimTerms): Expression<SqlBool> {
  if (most === undefined) return sql<SqlBool>`1 = 1`
  const others = db
    .selectFrom('claims as hold')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('hold.kind', '=', 'hold')
    .where('hold.address', '=', address)
    .where('hold.id', '!=', id)
    .where('hold.until', '>', now)
  return sql<SqlBool>`${others} < ${sql.lit(most)}`
}
