import { sha256 } from '../digest.ts'
import { ProblemError } from '../problem.ts'
import type { Store } from '../store/store.ts'

const DAY_SECONDS = 86_400

/** What is kept under a key: which request it belongs to, and what became of it. */
interface Kept<T> {
  digest: string
  state: 'running' | 'done' | 'unknown'
  /** Of a request that is done. */
  answer?: T
}

/**
 * Does `work` once for a key: whoever comes again gets the first answer, whoever comes meanwhile is told that it
 * runs. The key is freed only when nothing was done for certain; an unknown outcome keeps it, so that no repeat can
 * book twice. Kept for 24 h, and only as digests, since a key opens its answer.
 */
export async function once<T>(
  store: Store,
  key: string,
  body: string,
  work: () => Promise<T>,
): Promise<{ answer: T; replayed: boolean }> {
  const [entry, digest] = [`once:${await sha256(key)}`, await sha256(body)]
  const keep = (kept: Omit<Kept<T>, 'digest'>) => JSON.stringify({ digest, ...kept } satisfies Kept<T>)
  if (!(await store.add(entry, keep({ state: 'running' }), DAY_SECONDS))) {
    return { answer: repeat<T>(await store.get(entry), digest), replayed: true }
  }
  const answer = await work().catch(async (error: unknown) => {
    if (isUnknown(error)) await store.set(entry, keep({ state: 'unknown' }), DAY_SECONDS)
    else await store.delete(entry)
    throw error
  })
  // Not inside the catch: when this fails the work is done, and the key stays taken.
  await store.set(entry, keep({ state: 'done', answer }), DAY_SECONDS)
  return { answer, replayed: false }
}

function repeat<T>(entry: string | undefined, digest: string): T {
  // Freed between the two looks: the first request has just failed.
  if (!entry) throw new ProblemError('in_progress')
  const kept: Kept<T> = JSON.parse(entry)
  if (kept.digest !== digest) throw new ProblemError('idempotency_key_reused')
  if (kept.state === 'unknown') throw new ProblemError('outcome_unknown')
  if (kept.answer === undefined) throw new ProblemError('in_progress')
  return kept.answer
}

const isUnknown = (error: unknown) => error instanceof ProblemError && error.code === 'outcome_unknown'
