import { type Answer, type Calcom, type CalcomOptions, createCalcom, type Me } from '../calcom/index.ts'
import { agree } from './agree.ts'
import { type Found, findKey, readBaseUrl } from './credentials.ts'
import { printFirst } from './dry-run.ts'
import type { GateIo } from './io.ts'
import type { Out } from './out.ts'
import { type Edge, hasZone, toInstant, Zone } from './time.ts'

/** The options that every verb takes. */
export interface Common {
  json?: true | undefined
  dryRun?: true | undefined
  yes?: true | undefined
  credentials?: string | undefined
}

/** One run of one verb: Cal.com, what to say, and whom to ask. */
export class Session {
  readonly calcom: Calcom
  /** The last answer that came, and when. */
  lastAnswer: { answer: Answer; at: Date } | undefined
  #me: Promise<Me> | undefined

  /** Finds the key. Throws `UsageError` where there is none. */
  static async open(io: GateIo, out: Out, common: Common): Promise<Session> {
    const key = await findKey({ ...io, file: common.credentials })
    out.hide(key.apiKey)
    return new Session(io, out, common, key)
  }

  private constructor(
    readonly io: GateIo,
    readonly out: Out,
    private readonly common: Common,
    readonly key: Found,
  ) {
    this.calcom = createCalcom({ ...this.#options(), fetch: io.fetch })
  }

  /** Whether a program reads what is said. */
  get isJson(): boolean {
    return this.common.json ?? false
  }

  /** The result: as it is for programs, in words for people. */
  async show(value: unknown, words: () => string | Promise<string>): Promise<void> {
    await this.out.write(`${this.common.json ? JSON.stringify(value, null, 2) : await words()}\n`)
  }

  /** The one call that a verb is for: in a dry run it is printed and not sent, and nothing after it is done. */
  act<T>(call: (calcom: Calcom) => Promise<T>): Promise<T> {
    if (!this.common.dryRun) return call(this.calcom)
    return printFirst(this.out, (fetch) => call(createCalcom({ ...this.#options(), fetch })))
  }

  /**
   * Asks before what cannot be taken back. Throws `UsageError` unless the answer is yes. A dry run has nothing to ask.
   */
  async agree(question: () => string | Promise<string>): Promise<void> {
    if (!this.common.dryRun) await agree(this.io, this.common, question)
  }

  /** The account, asked for once. */
  me(): Promise<Me> {
    this.#me ??= this.calcom.me.get()
    return this.#me
  }

  /** The zone that was named, or the account's. */
  async zone(named?: string): Promise<Zone> {
    return named === undefined ? new Zone((await this.me()).timeZone, true) : new Zone(named, false)
  }

  /**
   * A UTC instant out of a day or a time as people write them. The zone is asked for only where none is in the text.
   */
  async instant(option: string, text: string, edge: Edge, timeZone?: string): Promise<string> {
    const zone = hasZone(text) ? 'UTC' : (await this.zone(timeZone)).id
    return toInstant(option, text, edge, zone)
  }

  #options(): CalcomOptions {
    const baseUrl = readBaseUrl(this.io.env)
    return {
      apiKey: this.key.apiKey,
      ...(baseUrl && { baseUrl }),
      ...(this.io.timeouts && { timeouts: this.io.timeouts }),
      patience: { ...this.io.patience, onWait: ({ ms, why }) => this.#tellWait(ms, why) },
      onAnswer: (answer) => {
        this.lastAnswer = { answer, at: this.io.now() }
      },
    }
  }

  #tellWait(ms: number, why: 'limit' | 'failed') {
    const reason = why === 'limit' ? 'Cal.com allows no more requests for now' : 'Cal.com did not answer well'
    void this.out.note(`${reason}: trying again in ${Math.ceil(ms / 1000)} s.`)
  }
}
