import {
  CalcomBroken,
  CalcomError,
  CalcomNoAnswer,
  CalcomRefused,
  CalcomShapeError,
  CalcomThrottled,
  refusalOf,
} from '../calcom/index.ts'
import { DatabaseError } from '../store/error.ts'

/** Where Cal.com makes keys and revokes them. */
export const KEYS_PAGE = 'https://app.cal.com/settings/developer/api-keys'

/** What the process ends with. */
export const EXIT = { ok: 0, refused: 1, usage: 2, noAnswer: 3 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** The command cannot be done as it was typed, and nothing was. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** There is nothing of that name. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
}

/** A check found what is to be done, and told it. */
export class NotAllWell extends Error {
  override readonly name = 'NotAllWell'
}

/** What a failure means, in words for a terminal; `undefined` for a fault of our own. */
export function explain(error: unknown): { exit: Exit; words: string } | undefined {
  if (error instanceof UsageError) return { exit: EXIT.usage, words: error.message }
  if (error instanceof NotFoundError) return { exit: EXIT.refused, words: error.message }
  if (error instanceof DatabaseError) return { exit: EXIT.noAnswer, words: error.message }
  if (error instanceof CalcomRefused) return { exit: EXIT.refused, words: wordsOf(error) }
  if (error instanceof CalcomThrottled) {
    return { exit: EXIT.refused, words: `Too many requests: Cal.com refuses all of them for ${error.retryAfter} s.` }
  }
  if (error instanceof CalcomError) return { exit: EXIT.noAnswer, words: `${silenceOf(error)}${doubtOf(error)}` }
  return undefined
}

/** `Invalid API Key`, `Invalid Access Token.`, `No authentication method provided…`: other things are 401, too. */
const OF_KEY = /api key|token|authentication/i

function wordsOf(error: CalcomRefused): string {
  const { status, reason, call } = error
  if (status === 401 && OF_KEY.test(reason)) {
    return `Cal.com does not take the key (401, ${call}): ${reason}\nMake another one at ${KEYS_PAGE}.`
  }
  const refusal = refusalOf(error)
  const words = refusal.why === 'fields' && CODED.test(reason) ? wordsOfFields(refusal.fields) : reason
  const help = refusal.why === 'not_available' ? '\nThe free times: gate slots list --event …' : ''
  return `Cal.com refuses (${status}, ${call}): ${words}${help}`
}

/** Codes in place of words: `responses - {email}email_validation_error, `. */
const CODED = /^responses - /

const wordsOfFields = (fields: Record<string, 'required' | 'invalid'>) =>
  Object.entries(fields)
    .map(([slug, what]) => `${slug} is ${what}`)
    .join(', ')

function silenceOf(error: CalcomError): string {
  if (error instanceof CalcomBroken) return `Cal.com is broken: it answers ${error.status} to ${error.call}.`
  if (error instanceof CalcomShapeError) {
    return `Cal.com's answer to ${error.call} is unreadable: ${error.issues.join('; ')}.`
  }
  if (!(error instanceof CalcomNoAnswer)) return `${error.message}.`
  if (!error.reached) return `Cal.com cannot be reached (${error.call}).`
  const isLate = error.cause instanceof Error && error.cause.name === 'TimeoutError'
  return `Cal.com does not answer: ${isLate ? 'it takes too long' : 'the line broke'} (${error.call}).`
}

/** Of a write it must be said whether it may have been done. */
function doubtOf(error: CalcomError): string {
  if (error.call.startsWith('GET ') || (error instanceof CalcomNoAnswer && !error.reached)) return ''
  if (error instanceof CalcomShapeError) return ' It is done, though.'
  return ' It may have been done all the same: look before you repeat it.'
}
