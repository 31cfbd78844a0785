import { Kysely, SqliteDialect, sql } from 'kysely'
import Libsql from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../proxy/store/sql/migrations.ts'
import type { Tables } from '../../../proxy/store/sql/tables.ts'
import { entry } from '../../support/entries.ts'
import { closeStores, ENGINES } from '../../support/stores.ts'

afterAll(closeStores)

describe.each(ENGINES)('the schema in $name', (engine) => {
  it('is made once by eight who open it at once while it is empty', async () => {
    const { open } = await engine.place()
    const stores = await Promise.all(Array.from({ length: 8 }, () => open()))
    const made = entry()
    expect(await stores[0]?.journal.record(made)).toBe(true)
    for (const { journal } of stores) expect(await journal.find(made.ref)).toMatchObject({ ref: made.ref })
  })

  it('keeps which consents were given', async () => {
    const { open } = await engine.place()
    const made = { ...entry(), adsVersion: 'a1' }
    await (await open()).journal.record(made)
    expect(await (await open()).journal.find(made.ref)).toMatchObject({ consentVersion: 'v1', adsVersion: 'a1' })
  })

  it('keeps what is in it when it is opened again', async () => {
    const { open } = await engine.place()
    const made = entry()
    await (await open()).journal.record(made)
    await (await open()).budget.block(made.createdAt)
    const store = await open()
    expect(await store.journal.list()).toHaveLength(1)
    expect(await store.budget.take('booking', made.createdAt)).toMatchObject({ taken: false })
  })
})

/** A database that somebody may look into. */
function inMemory() {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new Libsql(':memory:') }) })
  return { db, database: { db, engine: 'sqlite' } as const }
}

describe('bringing up to date', () => {
  it('goes on where an instance died on the way', async () => {
    const { db, database } = inMemory()
    await migrate(database)
    await db.deleteFrom('migrations').execute()
    await db.schema.dropTable('marks').execute()
    await db.schema.dropIndex('claims_host').execute()
    await db.deleteFrom('budget').where('slot', '>', 50).execute()
    await migrate(database)
    expect(await db.selectFrom('marks').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('budget').selectAll().execute()).toHaveLength(100)
    expect(await db.selectFrom('migrations').selectAll().execute()).toEqual([
      { name: '001-heart' },
      { name: '002-ads' },
    ])
  })

  it('adds the columns that an older schema lacks, though several do it at once, and keeps its rows', async () => {
    const { db, database } = inMemory()
    await migrate(database)
    const { adsVersion: _, ...older } = entry()
    await sql`alter table journal drop column ads_version`.execute(db)
    await db.deleteFrom('migrations').where('name', '<>', '001-heart').execute()
    await sql`insert into journal (ref, action, state, body_hash, mark, event, event_type_id, title, "start", "end",
      created_at, updated_at) values (${older.ref}, 'book', 'confirmed', '', '', '', 1, '', '', '', '', '')`.execute(db)
    await Promise.all([migrate(database), migrate(database), migrate(database)])
    const rows = await sql`select ref, ads_version from journal`.execute(db)
    expect(rows.rows).toEqual([{ ref: older.ref, ads_version: null }])
  })

  it('leaves a schema alone that is newer than the program', async () => {
    const { db, database } = inMemory()
    await migrate(database)
    await db.insertInto('migrations').values({ name: '999-later' }).execute()
    await expect(migrate(database)).rejects.toThrow(
      'DATABASE_URL: the database was brought up to date by a newer version of this program: use that one.',
    )
    const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
    expect(tables.rows.map(({ name }) => name)).toContain('journal')
  })
})
