import type { Journal, State } from './journal.ts'

export type * from './journal.ts'

/**
 * What the proxy must not forget, as a few atomic verbs, so that any SQL database can stand behind them and any number
 * of instances may share it. No verb needs an interactive transaction (D1 has none). All times are UTC instants,
 * `2026-11-25T07:00:00.000Z`, which compare as text; the caller says what time it is.
 */
export interface Store {
  journal: Journal
  claims: Claims
  cache: Cache
  budget: Budget
  inbox: Inbox
  messages: Messages
  consents: Consents
  marks: Marks
  /** What there is, in numbers. */
  figures(now: string): Promise<Figures>
  /** Rejects when the database cannot be asked. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** A stretch of the host's time that is spoken for. */
export interface Claim {
  /** The `ref` of the request that wants it, or the id of a hold. */
  id: string
  kind: 'request' | 'hold'
  /** Whose time it is: a Cal.com user name. */
  host: string
  /** With the buffers around the meeting. */
  from: string
  to: string
  /** Until when it keeps others away. */
  until: string
  /** When Cal.com took the booking: answers of Cal.com that are older do not know of it. */
  settledAt: string | null
  /** Of a hold: whose it is, as a keyed digest of an address. */
  address: string | null
}

/** Who may be overlapped by a new claim, and how many holds one address may have. */
export interface ClaimTerms {
  now: string
  /** Ids of claims that are no hindrance, besides its own: the visitor's hold, the booking that is moved. */
  except?: string[]
  /** For a hold: how many live ones its address may have, this one included. */
  most?: number
}

export interface Claims {
  /**
   * Takes the time, or takes it anew under the same id, unless somebody else's live claim overlaps; says whether it
   * did.
   */
  take(claim: Omit<Claim, 'settledAt'>, terms: ClaimTerms): Promise<boolean>
  /** Cal.com took the booking: the claim stays until `until`. */
  settle(id: string, now: string, until: string): Promise<void>
  /** Holds it for longer, as long as it holds. */
  extend(id: string, now: string, until: string): Promise<void>
  /** Gives the time back. Of what is not there, nothing. */
  release(id: string): Promise<void>
  find(id: string, now: string): Promise<Claim | undefined>
  /** How many live holds an address has. */
  holdsOf(address: string, now: string): Promise<number>
  /** Those that hold now, and those settled after `since`: answers of Cal.com from before do not know of them. */
  live(now: string, since: string): Promise<Claim[]>
  /** Forgets what neither holds nor was settled after `before`. */
  forget(now: string, before: string): Promise<void>
}

/** An answer of Cal.com's that the instances share. */
export interface Cached {
  value: string
  /** When Cal.com was asked. */
  asOf: string
}

export interface Cache {
  get(key: string): Promise<Cached | undefined>
  /** Writes, unless what stands there is newer (by more than a minute: then a clock was wrong). */
  put(key: string, cached: Cached): Promise<void>
  /** Lets one caller ask Cal.com: true for the first until `until` or until the next `put`. */
  ask(key: string, now: string, until: string): Promise<boolean>
  /** Lets others ask at once: the one who asked has failed. */
  giveUp(key: string): Promise<void>
  forget(before: string): Promise<void>
}

/** What a call to Cal.com is for: reads leave room for bookings. */
export type Purpose = 'read' | 'booking'

export interface Budget {
  /** Takes one call out of the window of 60 s; else says at what time one will be free. */
  take(purpose: Purpose, now: string): Promise<{ taken: true } | { taken: false; freeAt: string }>
  /** Cal.com blocks us: nobody calls for the next 60 s. */
  block(now: string): Promise<void>
}

/** A webhook that came in. Only a hint, so no more is kept of it than which booking to read again. */
export interface Hook {
  /** SHA-256 of the raw body: the same delivery twice is one. */
  digest: string
  trigger: string
  uid: string | null
  /** Of a move: what the booking was called before. */
  formerUid: string | null
  receivedAt: string
}

export interface Inbox {
  /** False when it is here already. */
  add(hook: Hook): Promise<boolean>
  /** Hooks nobody has worked on; the taker has until `until`. */
  takeUp(now: string, until: string, most: number): Promise<Hook[]>
  /** Worked on: stays for a while, so that a replay is known, but without the keys to the booking. */
  done(digest: string): Promise<void>
  forget(before: string): Promise<void>
}

/**
 * Something the owner is to be told, by one channel. Holds no person: what it says is read from the journal when it is
 * sent.
 */
export interface Message {
  /** Of kind, request and channel: the same thing is told once. */
  id: string
  kind: string
  ref: string
  channel: string
  attempts: number
  createdAt: string
}

export interface Messages {
  /** Of one that is here already, nothing. */
  add(messages: Omit<Message, 'attempts'>[]): Promise<void>
  takeUp(now: string, until: string, most: number): Promise<Message[]>
  sent(id: string, now: string): Promise<void>
  /** Failed: to be tried again at `dueAt`; never again when that is null. */
  retry(id: string, dueAt: string | null): Promise<void>
  forget(before: string): Promise<void>
}

/** The words of a consent and from when on they were shown. */
export interface KeptConsent {
  version: string
  /** JSON: the words in each language. */
  text: string
  url: string | null
  since: string
}

export interface Consents {
  /** Of a version that is here already, nothing. */
  keep(consent: KeptConsent): Promise<void>
  list(): Promise<KeptConsent[]>
}

/** Small facts by name: when something was last done, when it is due next. */
export interface Marks {
  get(name: string): Promise<string | undefined>
  set(name: string, value: string): Promise<void>
  /** Gives a recurring task to one caller until `next`: true for the first after it was due. */
  turn(name: string, now: string, next: string): Promise<boolean>
}

/** What there is, in numbers, for whoever watches. */
export interface Figures {
  requests: Partial<Record<State, number>>
  /** When the oldest request that has not ended was recorded. */
  oldestUnfinished: string | null
  /** To the owner, and not sent yet. */
  messages: number
  /** Not worked on yet. */
  hooks: number
  /** Calls to Cal.com that the window of 60 s has room for. */
  callsLeft: number
}
