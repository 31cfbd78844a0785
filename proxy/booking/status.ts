import type { ProblemCode, Submitted } from '../contract.ts'
import { sha256 } from '../digest.ts'
import { toChanged } from '../manage/changed.ts'
import { ProblemError } from '../problem.ts'
import type { Entry } from '../store/store.ts'
import { toBooking } from './answer.ts'
import type { Heart } from './heart.ts'
import { refusalOf } from './nearby.ts'
import { createRef } from './once.ts'

/** How a request stands; of one that was refused, why. */
type Outcome = Pick<Submitted, 'status' | 'booking'> & { refusal?: ProblemError }

/**
 * What became of the request that was sent under a key. `abandon`: a key that nobody has seen is burnt, so that a
 * request that is still on its way will be refused when it comes.
 */
export async function submitted(heart: Heart, key: string, abandon: boolean): Promise<Outcome> {
  const keyHash = await sha256(key)
  const { journal } = heart.store
  const entry = await journal.findByKey(keyHash)
  if (entry) return describe(heart, entry)
  if (!abandon) return { status: 'unseen' }
  const isBurnt = await journal.record(burnt(heart, keyHash))
  // Another was faster: the request itself has come.
  return isBurnt ? { status: 'abandoned' } : submitted(heart, key, false)
}

async function describe(heart: Heart, entry: Entry): Promise<Outcome> {
  if (entry.state === 'abandoned') return { status: 'abandoned' }
  if (entry.state === 'refused') {
    const failure = new ProblemError((entry.code ?? 'internal') as ProblemCode)
    return { status: 'refused', refusal: await refusalOf(heart, entry, failure) }
  }
  const of = entry.of ? await heart.store.journal.find(entry.of) : undefined
  const booking = of ? (await toChanged(heart, of, entry)).booking : await toBooking(heart, entry)
  return { status: booking.status, booking }
}

/** What stands in the journal for a request that must not come any more. */
function burnt({ now }: Heart, keyHash: string) {
  const at = now().toISOString()
  const nobody = {
    wish: null,
    email: null,
    phone: null,
    address: null,
    page: null,
    consentVersion: null,
    consentAt: null,
    adsVersion: null,
  }
  const nothing = { of: null, event: '', eventTypeId: 0, title: '', start: at, end: at, bodyHash: '', mark: '' }
  return {
    ...nobody,
    ...nothing,
    ref: createRef(),
    action: 'book' as const,
    state: 'abandoned' as const,
    keyHash,
    dueAt: null,
    createdAt: at,
  }
}
