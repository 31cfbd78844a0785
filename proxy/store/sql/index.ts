import { CamelCasePlugin, type Dialect, Kysely, sql } from 'kysely'
import { explained } from '../error.ts'
import type { Store } from '../store.ts'
import { claims } from './claims.ts'
import { inbox, messages } from './couriers.ts'
import { figures } from './figures.ts'
import { journal } from './journal.ts'
import { migrate } from './migrations.ts'
import { budget, cache, consents, marks } from './shared.ts'
import type { Engine, Tables } from './tables.ts'

/** The store in an SQL database, whose schema is brought up to date first. Throws `DatabaseError`. */
export async function openStore(dialect: Dialect, engine: Engine): Promise<Store> {
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] })
  const database = { db, engine }
  await migrate(database).catch(async (error: unknown) => {
    await db.destroy()
    throw explained(error)
  })
  return {
    journal: journal(database),
    claims: claims(database),
    cache: cache(database),
    budget: budget(database),
    inbox: inbox(database),
    messages: messages(database),
    consents: consents(database),
    marks: marks(database),
    figures: (now) => figures(database, now),
    async ping() {
      await sql`select 1`.execute(db)
    },
    close: () => db.destroy(),
  }
}
