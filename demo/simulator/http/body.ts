import { isObject, type Rules, wrongIn } from './check.ts'
import { invalid } from './refusal.ts'

/**
 * What the rules know of an input, checked; the rest is dropped without a word, as Cal.com drops it.
 * Throws envelope 2.
 */
export function readKnown(input: unknown, rules: Rules): Record<string, unknown> {
  const known = Object.entries(isObject(input) ? input : {}).filter(([property]) => Object.hasOwn(rules, property))
  const target = Object.fromEntries(known)
  const issues = wrongIn(target, rules)
  if (issues.length > 0) throw invalid(target, issues)
  return target
}

/** The same to be written: null counts as left out, but where a property may be emptied. */
export function readChange<Input>(input: unknown, rules: Rules, nullable: readonly string[] = []): Input {
  const given = Object.entries(readKnown(input, rules))
  const written = given.filter(([property, value]) => value !== null || nullable.includes(property))
  return Object.fromEntries(written) as Input
}
