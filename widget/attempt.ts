import type { Booking, Instant, Problem, Submitted } from '../proxy/contract.ts'
import type { Answered } from './requests.ts'

/** What became of a wish, for certain. */
export type Outcome =
  | { is: 'done'; booking: Booking }
  | { is: 'refused'; code: string; text?: string; fields?: Record<string, string>; alternatives?: Instant[] }
  /** It never came, and its key is burnt: nothing is done, and nothing will be. */
  | { is: 'lost'; code: string }

/**
 * What he is told meanwhile. `offline`: for certain nothing is done yet · `recorded`: it has come · `unclear`: a minute
 * has passed.
 */
export interface Waiting {
  is: 'sending' | 'offline' | 'checking' | 'recorded' | 'unclear'
}

/** How a wish is sent, looked after, and taken back; each never rejects. */
export interface Errand {
  send(): Promise<Answered<Booking>>
  ask(abandon: boolean): Promise<Submitted | undefined>
  tell(state: Waiting): void
  /** In ms. */
  now(): number
}

/** Of these it is not certain that nothing was done. */
const OPEN = ['in_progress', 'internal']
/** After so long without a word a visitor is told not to wait, in ms. */
const PATIENCE_MS = 60_000
/** Between two looks, in ms; each of the first is a second longer. */
const LONGEST_PAUSE_MS = 5_000
/** So often it may be found not to have come, until it is taken back. */
const MOST_UNSEEN = 5

/**
 * Brings a wish to its end: however often it is sent, it is done once, and what became of it is always known in the end.
 * `isSent`: it was sent before, by a page that is gone.
 */
export async function run({ send, ask, tell, now }: Errand, isSent = false): Promise<Outcome> {
  const began = now()
  let [isToSend, isRecorded, unseen] = [!isSent, false, 0]
  for (let pause = 1_000; ; pause = Math.min(pause + 1_000, LONGEST_PAUSE_MS)) {
    // A browser may be wrong about its line: what it calls offline is tried all the same.
    const isOffline = isToSend && !navigator.onLine
    if (isToSend) {
      tell({ is: 'sending' })
      const outcome = outcomeOf(await send())
      if (outcome) return outcome
    }
    // What asking reaches and sending does not is taken back in the end, so that he is free to go another way.
    const seen = await ask(unseen >= MOST_UNSEEN)
    const { status, booking, code = 'internal' } = seen ?? {}
    if (status === 'abandoned') return { is: 'lost', code: 'no_answer' }
    if (status === 'refused') return { is: 'refused', code }
    if (booking && status !== 'processing') return { is: 'done', booking }
    if (status === 'unseen') unseen++
    isToSend = status === 'unseen' || (isOffline && !seen)
    isRecorded ||= status === 'processing'
    tell({ is: isToSend ? 'offline' : now() - began >= PATIENCE_MS ? 'unclear' : isRecorded ? 'recorded' : 'checking' })
    await passed(pause)
  }
}

/** What is certain after an answer. */
function outcomeOf({ answer, problem }: Answered<Booking>): Outcome | undefined {
  if (answer) return answer.status === 'processing' ? undefined : { is: 'done', booking: answer }
  if (!problem || OPEN.includes(problem.code)) return undefined
  return problem.code === 'key_abandoned' ? { is: 'lost', code: problem.code } : refusedBy(problem)
}

export const refusedBy = ({ title: text, ...problem }: Problem): Outcome => ({ ...problem, is: 'refused', text })

/** Waits, but no longer than until the line is back. */
function passed(ms: number): Promise<void> {
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
