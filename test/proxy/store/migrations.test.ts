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
    expect(await db.selectFrom('migrations').selectAll().execute()).toEqual([{ name: '001-heart' }])
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
