import { sha256 } from '../digest.ts'
import { ProblemError } from '../problem.ts'
import type { Entry, Limits, NewEntry } from '../store/store.ts'
import type { Heart } from './heart.ts'
import { whyTooMany } from './limits.ts'

/** How long a key stands for its request. */
const DAY_MS = 86_400_000

/** What a request brings along to be recorded; the rest says its key. */
export type Draft = Omit<NewEntry, 'ref' | 'state' | 'keyHash' | 'bodyHash' | 'mark' | 'dueAt' | 'createdAt'>

/** What there is under a key. */
export interface Known {
  entry: Entry
  /** Whether it is an earlier request that is repeated. */
  replayed: boolean
}

/** The request that a key stands for; `undefined` when the key is free: unseen, a day old, or certainly refused. */
async function ofKey({ store, now }: Heart, key: string): Promise<Entry | undefined> {
  const entry = await store.journal.findByKey(await sha256(key))
  return entry && isKept(entry, now()) ? entry : undefined
}

/** The same as `ofKey`, for a request that came under the key. Throws when it is not the one that came first. */
export async function repeated(heart: Heart, key: string, body: string): Promise<Entry | undefined> {
  const entry = await ofKey(heart, key)
  if (entry?.state === 'abandoned') throw new ProblemError('key_abandoned')
  if (entry && entry.bodyHash !== (await sha256(body))) throw new ProblemError('idempotency_key_reused')
  return entry
}

/**
 * Records a request under its key before anything is done. Of several that come at once under one key, one is recorded;
 * the others get that one. `leaseUntil`: when others may take it up, should we not have finished by then.
 */
export async function recordOnce(
  heart: Heart,
  {
    key,
    body,
    draft,
    limits,
    leaseUntil,
  }: { key: string; body: string; draft: Draft; limits?: Limits; leaseUntil: string },
): Promise<Known> {
  const { store, secrets, now } = heart
  const keyHash = await sha256(key)
  const createdAt = now().toISOString()
  await freeKey(heart, keyHash)
  const entry: NewEntry = {
    ...draft,
    ref: createRef(),
    state: 'received',
    keyHash,
    bodyHash: await sha256(body),
    mark: await secrets.mark(key),
    dueAt: leaseUntil,
    createdAt,
  }
  if (await store.journal.record(entry, limits)) {
    const recorded = await store.journal.find(entry.ref)
    if (recorded) return { entry: recorded, replayed: false }
  }
  const other = await repeated(heart, key, body)
  if (other) return { entry: other, replayed: true }
  throw limits ? await whyTooMany(heart, limits) : new ProblemError('in_progress')
}

/** Lets go of a key whose request was refused for certain, or is a day old. */
async function freeKey({ store, now }: Heart, keyHash: string): Promise<void> {
  const old = await store.journal.findByKey(keyHash)
  if (old && !isKept(old, now())) await store.journal.change(old, { keyHash: null }, now().toISOString())
}

const isKept = ({ state, createdAt }: Entry, now: Date) =>
  state !== 'refused' && Date.parse(createdAt) + DAY_MS > now.getTime()

/** Eight letters and digits that cannot be misread: enough to tell one booking from another over the phone. */
export function createRef(): string {
  const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => ALPHABET[byte % 32]).join('')
}
