import type { Field } from '../../proxy/contract.ts'
import type { Outcome } from '../attempt.ts'
import { CONSENT } from './consent.ts'

/**
 * Where the visitor is told what the proxy found wrong: of fields that he can see beside them, by their names in the
 * form; of all else, as of the time itself, in a sentence.
 */
export function placeFaults(
  { code, text, fields }: Outcome & { is: 'fields' },
  asked: Field[],
): { errors: Record<string, string>; outcome: Outcome } {
  // The proxy's `answers.email` is the form's `email`.
  const errors = Object.fromEntries(
    Object.entries(fields).map(([name, fault]) => [name.replace(/^answers\./, ''), fault]),
  )
  const shown = [CONSENT, ...asked.map(({ slug }) => slug)]
  const others = Object.entries(errors).filter(([name]) => !shown.includes(name))
  if (!others.length) return { errors, outcome: { is: 'fields', code, text, fields } }
  const told = code === 'invalid_fields' ? others.map(([, fault]) => fault).join('. ') : text
  return { errors, outcome: { is: 'refused', code, text: told } }
}
