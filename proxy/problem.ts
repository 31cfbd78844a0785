import type { z } from 'zod'
import { CalcomError, CalcomThrottled } from './calcom/index.ts'
import type { Fault, Lang, Problem, ProblemCode } from './contract.ts'
import { words } from './words.ts'

const STATUS = {
  invalid_request: 400,
  invalid_json: 400,
  unsupported_media_type: 415,
  too_large: 413,
  invalid_fields: 422,
  idempotency_key_required: 400,
  idempotency_key_reused: 422,
  in_progress: 409,
  origin_not_allowed: 403,
  not_found: 404,
  event_not_found: 404,
  not_bookable: 422,
  slot_taken: 409,
  too_late: 409,
  key_abandoned: 409,
  too_many_requests: 429,
  too_many_holds: 429,
  robot: 422,
  proof_required: 428,
  booking_not_found: 404,
  not_changeable: 409,
  erased: 410,
  webhook_refused: 401,
  upstream_unavailable: 503,
  internal: 500,
} as const satisfies Record<ProblemCode, number>

interface Details {
  /** What is wrong, by field. */
  fields?: Record<string, Fault>
  alternatives?: string[]
  /** How many zero bits a proof of work needs. */
  bits?: number
  /** Seconds, for `Retry-After`. */
  retryAfter?: number
  cause?: unknown
}

/** A failure the visitor may be told about. Its words come from `words.ts`, in his language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(
    readonly code: ProblemCode,
    readonly details: Details = {},
  ) {
    super(code, { cause: details.cause })
  }

  get status() {
    return STATUS[this.code]
  }
}

/** Anything that was thrown, as a failure with a code: Cal.com's own failures mean that it cannot be used now. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof CalcomThrottled)
    return new ProblemError('upstream_unavailable', { retryAfter: error.retryAfter, cause: error })
  if (error instanceof CalcomError) return new ProblemError('upstream_unavailable', { cause: error })
  return new ProblemError('internal', { cause: error })
}

/** The answer to a failure, in the visitor's words. */
export function toProblem({ code, status, details }: ProblemError, lang: Lang, requestId: string): Problem {
  const { fields, alternatives, bits } = details
  return {
    type: 'about:blank',
    title: words[lang].problems[code],
    status,
    code,
    requestId,
    ...(fields && { fields: mapValues(fields, (fault) => words[lang].faults[fault]) }),
    ...(alternatives && { alternatives }),
    ...(bits && { bits }),
  }
}

/** What a schema found wrong, by field. Its messages are the names of faults. */
export function faultsOf({ issues }: z.ZodError): Record<string, Fault> {
  const faults = issues.flatMap((issue): [string, Fault][] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [key, 'unknown'])
      : [[issue.path.join('.') || 'body', issue.message in words.ru.faults ? (issue.message as Fault) : 'invalid']],
  )
  return Object.fromEntries(faults)
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
