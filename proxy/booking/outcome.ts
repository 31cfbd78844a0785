import { CalcomError, CalcomNoAnswer, CalcomRefused, CalcomThrottled, refusalOf } from '../calcom/index.ts'
import { ProblemError, toProblemError } from '../problem.ts'

/**
 * What a call that failed means. `taken`, `refused`: certainly not done, and no use to repeat · `undone`: certainly not
 * done, and may be repeated · `unknown`: it may be done
 */
export type Outcome =
  | { is: 'taken'; failure: ProblemError }
  | { is: 'refused'; failure: ProblemError }
  | { is: 'undone'; failure: ProblemError; retryAfterMs: number }
  | { is: 'unknown'; failure: ProblemError }

/** Reads a failure of Cal.com's. Throws what is none: a bug or a database of ours says nothing of Cal.com. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof CalcomError)) throw error
  const failure = toProblemError(error)
  if (error instanceof CalcomThrottled) return { is: 'undone', failure, retryAfterMs: error.retryAfter * 1000 }
  if (error instanceof CalcomRefused) return refused(error, failure)
  const isUndone = error instanceof CalcomNoAnswer && !error.reached
  return isUndone ? { is: 'undone', failure, retryAfterMs: 0 } : { is: 'unknown', failure }
}

function refused(error: CalcomRefused, failure: ProblemError): Outcome {
  // The key is not taken any more: a thing for the owner to mend, and then the request can still be done.
  if (error.status === 401 || error.status === 403) return { is: 'undone', failure, retryAfterMs: 0 }
  const refusal = refusalOf(error)
  if (refusal.why === 'not_available') return { is: 'taken', failure: new ProblemError('slot_taken', { cause: error }) }
  if (refusal.why === 'other') return { is: 'refused', failure }
  const fields = Object.entries(refusal.fields).map(([slug, fault]) => [
    slug === 'location' ? slug : `answers.${slug}`,
    fault,
  ])
  return {
    is: 'refused',
    failure: new ProblemError('invalid_fields', { fields: Object.fromEntries(fields), cause: error }),
  }
}
