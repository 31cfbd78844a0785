import type { BookingRequest } from '../../proxy/contract.ts'
import type { Typed } from './answers.ts'

/** What a visitor has begun: it survives back, close and reload, until he is booked. */
export interface Draft {
  /** By the names of the form's controls. */
  typed: Typed
  /** A request that was sent, and whose outcome is not known yet. */
  sent?: { key: string; request: BookingRequest } | undefined
}

const nameOf = (slug: string) => `olga-booking:${slug}`

// A page may forbid all storage: then the draft lives as long as the page.

export function readDraft(slug: string): Draft {
  try {
    return { typed: {}, ...JSON.parse(sessionStorage[nameOf(slug)]) }
  } catch {
    return { typed: {} }
  }
}

/** Nothing clears it. */
export function keepDraft(slug: string, draft?: Draft): void {
  try {
    if (draft) sessionStorage[nameOf(slug)] = JSON.stringify(draft)
    else sessionStorage.removeItem(nameOf(slug))
  } catch {}
}
