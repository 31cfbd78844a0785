import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { FORMS, readAddress } from '../../store/address.ts'
import { openDatabase } from '../../store/open.node.ts'
import type { Journal, Store } from '../../store/store.ts'
import { agree } from '../agree.ts'
import { UsageError } from '../errors.ts'
import type { GateIo } from '../io.ts'
import type { Out } from '../out.ts'

/** Where the proxy keeps its journal when nothing is said. */
const DEFAULT = 'file:data/olga.db'

/** The options that every verb takes. */
export interface Common {
  json?: true | undefined
  yes?: true | undefined
  database?: string | undefined
}

/** One run of one verb: the journal, what to say, and whom to ask. */
export class JournalSession {
  /** Throws `UsageError` where there is no journal: to look for one must not make one. */
  static async open(io: GateIo, out: Out, common: Common): Promise<JournalSession> {
    const url = common.database ?? (io.env.DATABASE_URL?.trim() || DEFAULT)
    const address = readAddress(url)
    if (!address) throw new UsageError(`--database, or DATABASE_URL, ${FORMS}.`)
    if (address.engine === 'postgres') return new JournalSession(io, out, common, await openDatabase(url))
    const file = resolve(io.cwd, address.file)
    if (!existsSync(file)) throw new UsageError(`There is no journal at ${address.file}: see --database.`)
    return new JournalSession(io, out, common, await openDatabase(file))
  }

  private constructor(
    readonly io: GateIo,
    readonly out: Out,
    private readonly common: Common,
    private readonly store: Store,
  ) {}

  get journal(): Journal {
    return this.store.journal
  }

  /** Whether a program reads what is said. */
  get isJson(): boolean {
    return this.common.json ?? false
  }

  /** The result: as it is for programs, in words for people. */
  async show(value: unknown, words: () => string): Promise<void> {
    await this.out.write(`${this.isJson ? JSON.stringify(value, null, 2) : words()}\n`)
  }

  /** Asks before what cannot be taken back. Throws `UsageError` unless the answer is yes. */
  agree(question: () => string | Promise<string>): Promise<void> {
    return agree(this.io, this.common, question)
  }

  close(): Promise<void> {
    return this.store.close()
  }
}
