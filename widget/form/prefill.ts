import type { Answer } from '../../proxy/contract.ts'
import { listOf, type Settings } from '../settings.ts'

type Known = Pick<Settings, 'name' | 'email' | 'phone' | 'notes' | 'prefill' | 'prefillFromUrl'>

/** What the page knows of the visitor, by field; of what it says twice, the page's own address counts. */
export function prefillOf({ name, email, phone, notes, prefill, prefillFromUrl }: Known): Record<string, Answer> {
  const allowed = listOf(prefillFromUrl)
  const linked = [...new URLSearchParams(location.search)].filter(([slug]) => allowed.includes(slug))
  return {
    ...{ name, email, attendeePhoneNumber: phone, notes },
    ...(typeof prefill === 'string' ? Object.fromEntries(new URLSearchParams(prefill)) : prefill),
    ...Object.fromEntries(linked),
  }
}
