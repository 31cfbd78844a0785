import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type D1, d1Store } from '../../proxy/store/d1.ts'
import { postgresStore } from '../../proxy/store/postgres.node.ts'
import { sqliteStore } from '../../proxy/store/sqlite.node.ts'
import type { Store } from '../../proxy/store/store.ts'
import { pageStore } from './page-store.ts'

/** A database of its own for one test, empty until it is opened. */
export interface Place {
  /** Opens it once more, as another instance would. It is closed after the test. */
  open(): Promise<Store>
}

export interface EngineUnderTest {
  name: string
  place(): Promise<Place>
}

/** Every database that a store may stand on. */
export const ENGINES: EngineUnderTest[] = [
  { name: 'a file', place: inFile },
  ...(process.env.TEST_POSTGRES_URL ? [{ name: 'PostgreSQL', place: inPostgres }] : []),
  { name: 'D1', place: inD1 },
  { name: 'a page', place: inPage },
]

/** Opens a store, and the same once more: two instances on one database, wherever there can be two. */
export async function twoOf({ place }: EngineUnderTest): Promise<[Store, Store]> {
  const { open } = await place()
  return [await open(), await open()]
}

async function inFile(): Promise<Place> {
  const file = join(await temporaryFolder(), 'olga.db')
  return { open: () => closing(sqliteStore(file)) }
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

async function inPostgres(): Promise<Place> {
  const { url, schema } = await createSchema()
  return { open: () => closing(postgresStore(url, { schema })) }
}

/** A schema of its own in the server of `TEST_POSTGRES_URL`, dropped after the test. */
export async function createSchema() {
  const url = process.env.TEST_POSTGRES_URL ?? ''
  const schema = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const run = async (sql: string) => {
    const client = new pg.Client(url)
    await client.connect()
    return client.query(sql).finally(() => client.end())
  }
  await run(`create schema ${schema}`)
  onTestFinished(async () => void (await run(`drop schema ${schema} cascade`)))
  return { url, schema, run }
}

/** One workerd for a file of tests, with more databases than it has tests. */
let workerd: Miniflare | undefined
let used = 0
const DATABASES = Array.from({ length: 100 }, (_, number) => `DB${number}`)

/** Asks one of its databases on behalf of who calls. */
const SCRIPT = `export default {
  async fetch(request, bindings) {
    const { name, sql, values } = await request.json()
    return bindings[name].prepare(sql).bind(...values).all().then(
      (answer) => Response.json(answer),
      (error) => new Response(error.message, { status: 500 }),
    )
  },
}`

async function inD1(): Promise<Place> {
  workerd ??= new Miniflare({ modules: true, script: SCRIPT, d1Databases: DATABASES })
  const worker = workerd
  const name = DATABASES[used++]
  const ask = async (sql: string, values: unknown[]) => {
    const answer = await worker.dispatchFetch('http://d1', {
      method: 'POST',
      body: JSON.stringify({ name, sql, values }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  const database = { prepare: (sql: string) => ({ bind: (...values: unknown[]) => ({ all: () => ask(sql, values) }) }) }
  return { open: () => d1Store(database as D1) }
}

/** To be called after all tests. */
export const closeStores = async () => workerd?.dispose()

/** Nobody else can see what is in a page: it is opened once. */
async function inPage(): Promise<Place> {
  const opened = closing(pageStore())
  return { open: () => opened }
}

async function closing(opening: Promise<Store>): Promise<Store> {
  const store = await opening
  onTestFinished(() => store.close())
  return store
}
