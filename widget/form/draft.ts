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

/** A page may forbid all storage: then the draft lives as long as the page. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

export function readDraft(slug: string): Draft {
  const kept = attempt(() => JSON.parse(sessionStorage.getItem(nameOf(slug)) ?? ''))
  return { ...kept, typed: { ...kept?.typed } }
}

/** Nothing clears it. */
export function keepDraft(slug: string, draft?: Draft): void {
  attempt(() =>
    draft ? sessionStorage.setItem(nameOf(slug), JSON.stringify(draft)) : sessionStorage.removeItem(nameOf(slug)),
  )
}
