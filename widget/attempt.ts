import type { Booking, BookingRequest, Instant, Problem } from '../proxy/contract.ts'
import type { Api } from './api.ts'

/** What became of a submit, as far as it is known. */
export type Outcome =
  | { is: 'booked'; booking: Booking }
  | { is: 'taken'; code: string; text: string; alternatives: Instant[] }
  | { is: 'fields'; code: string; text: string; fields: Record<string, string> }
  /** There may be a booking: only the same request may be sent again. */
  | { is: 'unknown'; code: string; text?: string | undefined }
  | { is: 'refused'; code: string; text: string }

/** Of these it is not certain that nothing was booked. */
const OPEN = ['in_progress', 'internal']

/** One wish to book: however often it is sent, it books once. */
export class Attempt {
  readonly #key = newKey()

  constructor(readonly request: BookingRequest) {}

  async send(api: Api): Promise<Outcome> {
    const { booking, problem } = await api.book(this.request, this.#key)
    if (booking?.status === 'processing') return { is: 'unknown', code: 'processing' }
    return booking ? { is: 'booked', booking } : toOutcome(problem)
  }
}

function toOutcome(problem: Problem | undefined): Outcome {
  if (!problem) return { is: 'unknown', code: 'no_answer' }
  const { code, title: text, fields, alternatives = [] } = problem
  if (OPEN.includes(code)) return { is: 'unknown', code, text }
  if (code === 'slot_taken') return { is: 'taken', code, text, alternatives }
  return fields ? { is: 'fields', code, text, fields } : { is: 'refused', code, text }
}

/** 128 random bits. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
