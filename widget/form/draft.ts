import type { BookingRequest } from '../../proxy/contract.ts'

/** What a visitor has begun: it survives back, close and reload, until he is booked. */
export interface Draft {
  /** What stands in the form, letter for letter; absent while he has not typed anything. */
  typed?: [string, FormDataEntryValue][]
  /** A request that was sent, and whose outcome is not known yet. */
  sent?: { key: string; request: BookingRequest } | undefined
}

const nameOf = (slug: string) => `olga-booking:${slug}`

// A page may forbid all storage: then the draft lives as long as the page.

export function readDraft(slug: string): Draft {
  try {
    return JSON.parse(sessionStorage[nameOf(slug)])
  } catch {
    return {}
  }
}

/** Nothing clears it. */
export function keepDraft(slug: string, draft?: Draft): void {
  try {
    if (draft) sessionStorage[nameOf(slug)] = JSON.stringify(draft)
    else delete sessionStorage[nameOf(slug)]
  } catch {}
}
