import { isIsoDate, isTimeZone } from '../time.ts'
import type { Issue } from './refusal.ts'

/** Tells what is wrong with a value: `[]` when nothing is. Worded as class-validator words it. */
export type Rule = (value: unknown, property: string) => Partial<Issue> | string | undefined

/** The properties an object may have, in the order in which they are complained about. */
export type Rules = Record<string, Rule>

/** Everything wrong with an object: first the properties it may not have, then those it has wrong. */
export function issuesOf(object: object, rules: Rules): Issue[] {
  const values = object as Record<string, unknown>
  const unknown = Object.keys(values)
    .filter((property) => !Object.hasOwn(rules, property))
    .map((property) => ({ property, constraints: { whitelistValidation: `property ${property} should not exist` } }))
  const wrong = Object.entries(rules).flatMap(([property, rule]): Issue[] => {
    const complaint = rule(values[property], property)
    if (complaint === undefined) return []
    const issue = typeof complaint === 'string' ? { constraints: { rule: complaint } } : complaint
    return [{ property, constraints: {}, ...issue }]
  })
  return [...unknown, ...wrong]
}

export const optional =
  (rule: Rule): Rule =>
  (value, property) =>
    value === undefined || value === null ? undefined : rule(value, property)

/** The same, under the name that class-validator has for it. */
export const named =
  (name: string, rule: Rule): Rule =>
  (value, property) => {
    const complaint = rule(value, property)
    return typeof complaint === 'string' ? { constraints: { [name]: complaint } } : complaint
  }

const rule =
  (test: (value: unknown) => boolean, text: (property: string) => string): Rule =>
  (value, property) =>
    test(value) ? undefined : text(property)

export const aString = rule(
  (value) => typeof value === 'string',
  (name) => `${name} must be a string`,
)

export const aDate = rule(isIsoDate, (name) => `${name} must be a valid ISO 8601 date string`)

export const aTimeZone = rule(isTimeZone, (name) => `${name} must be a valid IANA time-zone`)

export const anInteger = rule(Number.isInteger, (name) => `${name} must be an integer number`)

export const anObject = rule(isObject, (name) => `${name} must be an object`)

export const aBoolean = rule(
  (value) => typeof value === 'boolean',
  (name) => `${name} must be a boolean value`,
)

export const aNumber = rule(
  (value) => typeof value === 'number' && Number.isFinite(value),
  (name) => `${name} must be a number conforming to the specified constraints`,
)

export const oneOf = (values: readonly string[], text?: string) =>
  rule(
    (value) => values.includes(String(value)),
    (name) => text ?? `${name} must be one of the following values: ${values.join(', ')}`,
  )

export const strings: Rule = (value, property) => {
  const constraints: Record<string, string> = {}
  const each = Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (!each) constraints.isString = `each value in ${property} must be a string`
  if (!Array.isArray(value)) constraints.isArray = `${property} must be an array`
  return Object.keys(constraints).length > 0 ? { constraints } : undefined
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
