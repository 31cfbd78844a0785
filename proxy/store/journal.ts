/** What a visitor wants. */
export type Action = 'book' | 'cancel' | 'move'

/**
 * How far a request has come. `received`: recorded, Cal.com not called · `sent`: a call is on its way or its outcome
 * unknown · `queued`: certainly not done, to be tried again · `confirmed`: done · `refused`: certainly not done, and
 * over · `cancelled`: done, and the booking called off since · `abandoned`: its key was burnt before it came
 */
export type State = 'received' | 'sent' | 'queued' | 'confirmed' | 'refused' | 'cancelled' | 'abandoned'

/** What Cal.com says of a booking. */
export type Standing = 'accepted' | 'pending' | 'cancelled' | 'rejected'

/**
 * One request of a visitor's, from the moment it was recorded. Of a booking, also the booking as far as it is known.
 */
export interface Entry {
  /** Names it to people; opens nothing. */
  ref: string
  action: Action
  /** Of a cancel or a move: the `ref` of its booking. */
  of: string | null
  state: State
  /** Why it was refused: a problem's code. */
  code: string | null
  /** SHA-256 of the `Idempotency-Key`; null once the key is free again. */
  keyHash: string | null
  /** SHA-256 of the request: the same key with another one is refused. */
  bodyHash: string
  /** What Cal.com gets of the key, in `metadata`: a keyed digest, by which the booking is found again. */
  mark: string
  /** Slug of the event type. */
  event: string
  eventTypeId: number
  title: string
  /** Of a move: the new time. Follows a booking that is moved. */
  start: string
  end: string
  /** JSON of what the visitor gave (see `booking/wish.ts`); null once erased. */
  wish: string | null
  /** As it is compared: in small letters; a number as E.164. Null once erased. */
  email: string | null
  phone: string | null
  /** A keyed digest of the client's address (IPv6: of its /64). */
  address: string | null
  consentVersion: string | null
  consentAt: string | null
  /** The consent to advertising, given at the same time; null when it was not. */
  adsVersion: string | null
  /** The page the visitor was on. */
  page: string | null
  /** Cal.com's uid of the booking as it is now. A master key: never leaves the proxy. */
  uid: string | null
  icsUid: string | null
  standing: Standing | null
  /** How often Cal.com was called to do it. */
  attempts: number
  /** How often it was looked for since the last call whose outcome is unknown. */
  looks: number
  /** When Cal.com was last called to do it. */
  sentAt: string | null
  /** When somebody has to take it up (again); null when there is nothing to do. */
  dueAt: string | null
  /** Grows with every change: who changes it says which one he has seen. */
  version: number
  createdAt: string
  updatedAt: string
  erasedAt: string | null
}

/** What is recorded at first; the rest has its beginnings. */
export type NewEntry = Omit<
  Entry,
  'code' | 'uid' | 'icsUid' | 'standing' | 'attempts' | 'looks' | 'sentAt' | 'version' | 'updatedAt' | 'erasedAt'
>

export type Changes = Partial<Omit<Entry, 'ref' | 'action' | 'of' | 'version' | 'createdAt'>>

/** How much is too much. Counts include the request that asks. */
export interface Limits {
  now: string
  /** Bookings from one address since an instant. */
  address: { digest: string | null; since: string; most: number }
  /** Requests of one person that are open or still to come. */
  contact: { email: string | null; phone: string | null; most: number }
  /** Bookings of all since an instant, but for those that came to nothing. */
  day: { since: string; most: number }
}

export interface Tally {
  ofAddress: number
  ofContact: number
  ofDay: number
}

/** Whose records: by one of both. */
export interface Person {
  email?: string | undefined
  phone?: string | undefined
}

export interface JournalFilter extends Person {
  states?: readonly State[] | undefined
  action?: Action | undefined
  /** What was asked to be done with this booking. */
  of?: string | undefined
  /** Recorded from this instant on, and before that one. */
  since?: string | undefined
  before?: string | undefined
  /** Default: all. */
  most?: number | undefined
}

/** The requests. */
export interface Journal {
  /** Records, in one statement, unless the key is known or a limit would be passed; says whether it did. */
  record(entry: NewEntry, limits?: Limits): Promise<boolean>
  /** What there is already, without the one that asks. */
  tally(limits: Limits): Promise<Tally>
  find(ref: string): Promise<Entry | undefined>
  findByKey(keyHash: string): Promise<Entry | undefined>
  /** The bookings that go by one of these uids now. */
  findByUids(uids: readonly string[]): Promise<Entry[]>
  /** Changes an entry as it was seen; `undefined` when somebody changed it meanwhile, and then nothing is done. */
  change(seen: Pick<Entry, 'ref' | 'version'>, changes: Changes, now: string): Promise<Entry | undefined>
  /** Entries that are due, earliest first; the taker has until `until`, then they are due again. */
  takeUp(now: string, until: string, most: number): Promise<Entry[]>
  /** Newest first. */
  list(filter?: JournalFilter): Promise<Entry[]>
  /**
   * Takes a person out of the journal and leaves what has none: when, what, how it ended. What was still to be done is
   * refused as `erased`. Says how many entries were touched.
   */
  erase(person: Person, now: string): Promise<number>
  /**
   * Deletes what ended and whose meeting is over since before `before`, and keys burnt before `burntBefore`; says how
   * many.
   */
  purge(before: string, burntBefore?: string): Promise<number>
}
