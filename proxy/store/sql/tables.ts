import type { Generated, Kysely } from 'kysely'
import type { Entry } from '../journal.ts'
import type { Claim, Hook, KeptConsent, Message } from '../store.ts'

/** Which SQL is spoken. They differ in how two writers at once are kept apart. */
export type Engine = 'sqlite' | 'postgres'

type JournalTable = Omit<Entry, 'attempts' | 'looks' | 'version'> & {
  attempts: Generated<number>
  looks: Generated<number>
  version: Generated<number>
}

/** The one schema. In the database the names are in snake case; instants are text. */
export interface Tables {
  journal: JournalTable
  claims: Claim
  cache: { key: string; value: string; asOf: string; askingUntil: string | null }
  /** One row for each call the window has room for, and when it was last taken. */
  budget: { slot: number; takenAt: string }
  inbox: Hook & { dueAt: string | null }
  messages: Omit<Message, 'attempts'> & { attempts: Generated<number>; dueAt: string | null; sentAt: string | null }
  consents: KeptConsent
  marks: { name: string; value: string }
  migrations: { name: string }
}

/** A database, and which SQL it speaks. */
export interface Database {
  db: Kysely<Tables>
  engine: Engine
}
