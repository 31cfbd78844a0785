import type { Instant } from './basics.ts'

/** Stable names of failures; `problem.ts` has the status of each. */
// biome-ignore format: a list is read in lines
export type ProblemCode =
  | 'invalid_request' | 'invalid_json' | 'unsupported_media_type' | 'too_large'
  | 'invalid_fields' | 'idempotency_key_required' | 'idempotency_key_reused' | 'in_progress'
  | 'origin_not_allowed' | 'not_found' | 'event_not_found' | 'not_bookable'
  | 'slot_taken' | 'too_late' | 'key_abandoned' | 'too_many_requests' | 'too_many_holds' | 'robot' | 'proof_required'
  | 'booking_not_found' | 'not_changeable' | 'erased' | 'webhook_refused' | 'upstream_unavailable' | 'internal'

/** Every failure, as RFC 9457 `application/problem+json`. */
export interface Problem {
  type: 'about:blank'
  /** A sentence for the visitor, in his language. */
  title: string
  status: number
  code: ProblemCode
  requestId: string
  /** What is wrong, by the name of the parameter or `answers.<slug>`. */
  fields?: Record<string, string>
  /** The nearest free starts, when the one asked for is taken. */
  alternatives?: Instant[]
  /** How many zero bits a proof of work needs. */
  bits?: number
}
