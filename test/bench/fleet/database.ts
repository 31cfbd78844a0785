import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import pg from 'pg'

/** A database of a measure's own, and a hand on it beside the proxies'. */
export interface Database {
  engine: 'sqlite' | 'postgres'
  /** For `DATABASE_URL`. */
  url: string
  /** Runs one statement; before a proxy has opened the database there are no tables. */
  run(sql: string): Promise<void>
  drop(): Promise<void>
}

export async function sqliteDatabase(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const url = join(folder, 'olga.db')
  return {
    engine: 'sqlite',
    url,
    async run(sql) {
      const database = new Libsql(url, { timeout: 5_000 })
      database.exec(sql)
      database.close()
    },
    drop: () => rm(folder, { recursive: true }),
  }
}

/** A schema in the PostgreSQL that `url` names. */
export async function postgresDatabase(url: string): Promise<Database> {
  const schema = `bench_${crypto.randomUUID().slice(0, 8)}`
  const pool = new pg.Pool({ connectionString: url, max: 1, options: `-c search_path=${schema}` })
  await pool.query(`create schema ${schema}`)
  const own = new URL(url)
  own.searchParams.set('options', `-c search_path=${schema}`)
  return {
    engine: 'postgres',
    url: own.href,
    async run(sql) {
      await pool.query(sql)
    },
    async drop() {
      await pool.query(`drop schema ${schema} cascade`)
      await pool.end()
    },
  }
}
