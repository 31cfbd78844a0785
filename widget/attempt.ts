import type { Booking, Instant, Problem, ProblemCode } from '../proxy/contract.ts'
import type { Answered } from './requests.ts'

/** What became of a wish, as far as it is known. */
export type Outcome =
  | { is: 'done'; booking: Booking }
  | { is: 'refused'; code: string; text?: string; fields?: Record<string, string>; alternatives?: Instant[] }
  /** It never came, and its key is burnt: nothing is done, and nothing will be. */
  | { is: 'lost'; code: 'no_answer' }
  | Waiting

/** What he is told meanwhile. `offline`: for certain nothing is done yet · `recorded`: it has come · `unclear`: a minute has passed. */
export interface Waiting {
  is: 'sending' | 'offline' | 'checking' | 'recorded' | 'unclear'
}

/** How a wish is sent, looked after, and taken back; each never rejects. */
export interface Errand {
  send(): Promise<Answered<Booking>>
  ask(abandon?: boolean): Promise<{ status: string; booking?: Booking; code?: ProblemCode } | undefined>
  tell(state: Waiting): void
  /** What the page's tests replace. */
  now(): number
}

/** Of these it is not certain that nothing was done. */
const OPEN = ['in_progress', 'internal']
/** After so long without a word a visitor is told not to wait, in ms. */
const PATIENCE_MS = 60_000
/** Between the first looks, and between the later ones, in ms. */
const PAUSES = [1_000, 2_000, 3_000]
const LONG_PAUSE_MS = 5_000
/** So often it may be found not to have come, until it is taken back. */
const MOST_UNSEEN = 5

/**
 * Brings a wish to its end: however often it is sent, it is done once, and what became of it is always known in the end.
 * `isSent`: it was sent before, by a page that is gone.
 */
export async function run(errand: Errand, isSent = false): Promise<Outcome> {
  const began = errand.now()
  let [isToSend, isRecorded, unseen] = [!isSent, false, 0]
  for (let round = 0; ; round++) {
    // A browser may be wrong about its line: what it calls offline is tried all the same.
    const isOffline = isToSend && !navigator.onLine
    if (isToSend) {
      errand.tell({ is: 'sending' })
      const outcome = outcomeOf(await errand.send())
      if (outcome) return outcome
    }
    // What asking reaches and sending does not is taken back in the end, so that he is free to go another way.
    const seen = await errand.ask(unseen >= MOST_UNSEEN)
    const outcome = seen && outcomeOfStatus(seen)
    if (outcome) return outcome
    if (seen?.status === 'unseen') unseen++
    isToSend = seen?.status === 'unseen' || (isOffline && !seen)
    isRecorded ||= seen?.status === 'processing'
    const isLate = errand.now() - began >= PATIENCE_MS
    errand.tell({ is: isToSend ? 'offline' : isLate ? 'unclear' : isRecorded ? 'recorded' : 'checking' })
    await pause(PAUSES[round] ?? LONG_PAUSE_MS)
  }
}

/** What is certain after an answer. */
function outcomeOf({ answer, problem }: Answered<Booking>): Outcome | undefined {
  if (answer) return answer.status === 'processing' ? undefined : { is: 'done', booking: answer }
  if (!problem || OPEN.includes(problem.code)) return undefined
  return problem.code === 'key_abandoned' ? { is: 'lost', code: 'no_answer' } : refusedBy(problem)
}

export function refusedBy({ code, title, fields, alternatives }: Problem): Outcome {
  return { is: 'refused', code, text: title, ...(fields && { fields }), ...(alternatives && { alternatives }) }
}

function outcomeOfStatus({
  status,
  booking,
  code = 'internal',
}: NonNullable<Awaited<ReturnType<Errand['ask']>>>): Outcome | undefined {
  if (status === 'abandoned') return { is: 'lost', code: 'no_answer' }
  if (status === 'refused') return { is: 'refused', code }
  return booking && status !== 'processing' ? { is: 'done', booking } : undefined
}

/** Waits, but no longer than until the line is back. */
function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      done()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
  })
}
