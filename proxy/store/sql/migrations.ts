import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import type { Database, Tables } from './tables.ts'

/**
 * Forward only, in the order of their names. Two instances may start at once, and D1 knows no transactions: each
 * statement can be run again.
 */
const MIGRATIONS: Record<string, Migration> = {
  '001-heart': { up: createHeart },
}

/** Brings the schema up to date. Throws in plain words when it cannot. */
export async function migrate({ db, engine }: Database): Promise<void> {
  const run = async (one: Kysely<Tables>) => {
    const provider = { getMigrations: async () => MIGRATIONS }
    const { error } = await new Migrator({ db: one, provider }).migrateToLatest()
    if (error) throw new Error('DATABASE_URL: the database could not be brought up to date', { cause: error })
  }
  // PostgreSQL's migrator locks by itself.
  return engine === 'postgres' ? run(db) : run(db)
}

async function createHeart(db: Kysely<unknown>): Promise<void> {
  const create = (table: string) => db.schema.createTable(table).ifNotExists()
  const index = (table: string, ...columns: string[]) =>
    db.schema
      .createIndex([table, ...columns].join('_'))
      .ifNotExists()
      .on(table)
      .columns(columns)

  let journal = create('journal').addColumn('ref', 'text', (c) => c.primaryKey())
  for (const name of ['action', 'state', 'body_hash', 'mark', 'event', 'title', 'start', 'end', 'created_at'])
    journal = journal.addColumn(name, 'text', (c) => c.notNull())
  for (const name of ['of', 'code', 'key_hash', 'wish', 'email', 'phone', 'address', 'consent_version', 'consent_at'])
    journal = journal.addColumn(name, 'text')
  for (const name of ['page', 'uid', 'ics_uid', 'standing', 'sent_at', 'due_at', 'updated_at', 'erased_at'])
    journal = journal.addColumn(name, 'text')
  journal = journal.addColumn('event_type_id', 'integer', (c) => c.notNull())
  for (const name of ['attempts', 'looks', 'version'])
    journal = journal.addColumn(name, 'integer', (c) => c.notNull().defaultTo(0))
  await journal.execute()
  await index('journal', 'key_hash').unique().execute()
  for (const column of ['due_at', 'uid', 'email', 'phone', 'created_at', 'of']) await index('journal', column).execute()
  await index('journal', 'address', 'created_at').execute()

  await create('claims')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('host', 'text', (c) => c.notNull())
    .addColumn('from', 'text', (c) => c.notNull())
    .addColumn('to', 'text', (c) => c.notNull())
    .addColumn('until', 'text', (c) => c.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('address', 'text')
    .execute()
  await index('claims', 'host', 'until').execute()

  await create('cache')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('as_of', 'text', (c) => c.notNull())
    .addColumn('asking_until', 'text')
    .execute()

  await create('budget')
    .addColumn('slot', 'integer', (c) => c.primaryKey())
    .addColumn('taken_at', 'text', (c) => c.notNull())
    .execute()

  await create('inbox')
    .addColumn('digest', 'text', (c) => c.primaryKey())
    .addColumn('trigger', 'text', (c) => c.notNull())
    .addColumn('uid', 'text')
    .addColumn('former_uid', 'text')
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text')
    .execute()
  await index('inbox', 'due_at').execute()

  await create('messages')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text')
    .addColumn('sent_at', 'text')
    .execute()
  await index('messages', 'due_at').execute()

  await create('consents')
    .addColumn('version', 'text', (c) => c.primaryKey())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('url', 'text')
    .addColumn('since', 'text', (c) => c.notNull())
    .execute()

  await create('marks')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()

  await fillBudget(db)
}

/** The rows of the budget, all of them free. */
async function fillBudget(db: Kysely<unknown>): Promise<void> {
  const slots = Array.from({ length: 100 }, (_, slot) => sql`(${sql.lit(slot)}, '1970-01-01T00:00:00.000Z')`)
  await sql`insert into budget (slot, taken_at) values ${sql.join(slots)} on conflict (slot) do nothing`.execute(db)
}
