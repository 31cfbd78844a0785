import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Changes, Person, State } from '../journal.ts'
import { withoutPerson } from '../without-person.ts'
import type { Tables } from './tables.ts'

/**
 * What leads to a person: what he gave, digests of it, and the uid, by which Cal.com tells anybody who he is. Of the
 * key nothing is left, so that nobody comes back with it to what is gone.
 */
const PERSONAL = ['wish', 'email', 'phone', 'address', 'page', 'keyHash', 'uid', 'icsUid'] as const

const ERASED = { ...Object.fromEntries(PERSONAL.map((column) => [column, null])), bodyHash: '' }

/** The same changes, but what is erased stays so, though its outcome may still be written. */
export function guarded(changes: Changes): Changes {
  const personal = PERSONAL.filter((column) => typeof changes[column] === 'string')
  const unlessErased = personal.map((column) => [
    column,
    sql`case when ${sql.ref('erasedAt')} is null then cast(${changes[column]} as text) end`,
  ])
  return { ...changes, ...Object.fromEntries(unlessErased) }
}

/** Takes a person out of his own requests, and out of what others wrote of him, as a guest for example. */
export async function erase(db: Kysely<Tables>, person: Person, now: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('journal')
    .set((eb) => ({
      ...ERASED,
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
  return Number(numUpdatedRows) + (await eraseMentions(db, person, now))
}

const waits = sql<SqlBool>`${sql.ref('state')} in ('received', 'queued')`

/** As often as somebody else writes in between. */
async function eraseMentions(db: Kysely<Tables>, person: Person, now: string): Promise<number> {
  const wishes = await db
    .selectFrom('journal')
    .select(['ref', 'version', 'wish'])
    .where('wish', 'is not', null)
    .execute()
  const mentions = wishes.flatMap(({ wish, ...seen }) => {
    const changed = wish && withoutPerson(wish, person)
    return changed ? [{ ...seen, wish: changed }] : []
  })
  let missed = 0
  for (const { ref, version, wish } of mentions) {
    const { numUpdatedRows } = await db
      .updateTable('journal')
      .set({ wish, version: version + 1, updatedAt: now })
      .where('ref', '=', ref)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!numUpdatedRows) missed++
  }
  return mentions.length - missed + (missed ? await eraseMentions(db, person, now) : 0)
}

/** His requests, and also what he asked to be done with a booking of his. */
export function isOf(eb: ExpressionBuilder<Tables, 'journal'>, { email, phone }: Person) {
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
