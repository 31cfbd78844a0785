import { aBoolean, aDate, aString, issuesOf, optional, type Rule, type Rules } from '../http/check.ts'
import { invalid, refuse, refuseIssues } from '../http/refusal.ts'
import { isEmail } from './field.ts'

export interface MoveInput {
  start: string
  rescheduledBy?: string
  reschedulingReason?: string
  seatUid?: string
}

export interface CancelInput {
  cancellationReason?: string
  cancelSubsequentBookings?: boolean
  seatUid?: string
}

const anEmail: Rule = (value) => (!value || isEmail(value) ? undefined : 'Invalid rescheduledBy email format')

const MOVE: Rules = { start: aDate, rescheduledBy: anEmail, emailVerificationCode: optional(aString) }
const CANCEL: Rules = { cancellationReason: optional(aString) }

/** Reads the body of a move, or throws what Cal.com has against it. */
export function readMove(body: unknown): MoveInput {
  return read(body, hasSeat(body) ? { ...MOVE, seatUid: aString } : { ...MOVE, reschedulingReason: optional(aString) })
}

/** Reads the body of a cancellation, likewise. */
export function readCancel(body: unknown): CancelInput {
  return read(
    body,
    hasSeat(body) ? { ...CANCEL, seatUid: aString } : { ...CANCEL, cancelSubsequentBookings: optional(aBoolean) },
  )
}

/** Reads why a request is declined; what else is sent is passed over. */
export function readDecline(body: unknown): { reason?: string } {
  const { reason } = Object(body)
  const target = reason === undefined ? {} : { reason }
  const issues = issuesOf(target, { reason: optional(aString) })
  if (issues.length > 0) throw invalid(target, issues)
  return { reason: reason ?? undefined }
}

function read<Input>(body: unknown, rules: Rules): Input {
  if (typeof body !== 'object' || body === null) throw refuse(400, 'Body should be an object')
  refuseIssues(issuesOf(body, rules))
  return body as Input
}

const hasSeat = (body: unknown) => typeof body === 'object' && body !== null && Object.hasOwn(body, 'seatUid')
