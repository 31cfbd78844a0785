import type { Answer } from '../../proxy/contract.ts'
import { listOf, type Settings } from '../settings.ts'

type Known = Pick<Settings, 'name' | 'email' | 'phone' | 'notes' | 'prefill' | 'prefillFromUrl'>

/**
 * What the page knows of the visitor, by control; of what it says twice, the page's own address counts. There a field
 * may be named several times. A name that is asked in two parts is known by its first word and the rest.
 */
export function prefillOf({ name, email, phone, notes, prefill, prefillFromUrl }: Known): Record<string, Answer> {
  const address = new URLSearchParams(location.search)
  const known: Record<string, Answer> = {
    ...{ name, email, attendeePhoneNumber: phone, notes },
    ...(typeof prefill === 'string' ? Object.fromEntries(new URLSearchParams(prefill)) : prefill),
  }
  for (const slug of listOf(prefillFromUrl)) if (address.has(slug)) known[slug] = address.getAll(slug)
  const [first = '', ...last] = `${known.name}`.split(' ')
  return { 'name.first': first, 'name.last': last.join(' '), ...known }
}
