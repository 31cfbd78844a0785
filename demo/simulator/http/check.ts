import { isIsoDate, isTimeZone } from '../time.ts'
import type { Issue } from './refusal.ts'

/**
 * Tells what is wrong with a value, worded as class-validator words it; undefined when nothing is.
 * A bare string is a complaint whose name nobody gets to see.
 */
export type Rule = (value: unknown, property: string) => Partial<Issue> | string | undefined

/** The properties an object may have, in the order in which they are complained about. */
export type Rules = Record<string, Rule>

/** Everything wrong with an object: first the properties it may not have, then those it has wrong. */
export function issuesOf(object: object, rules: Rules): Issue[] {
  const unknown = Object.keys(object)
    .filter((property) => !Object.hasOwn(rules, property))
    .map((property) => ({ property, constraints: { whitelistValidation: `property ${property} should not exist` } }))
  return [...unknown, ...wrongIn(object, rules)]
}

/** What an object has wrong of the properties it may have. */
export function wrongIn(object: object, rules: Rules): Issue[] {
  const values = object as Record<string, unknown>
  return Object.entries(rules).flatMap(([property, rule]): Issue[] => {
    const value = values[property]
    const complaint = rule(value, property)
    return complaint === undefined ? [] : [{ value, property, ...named(complaint) }]
  })
}

const named = (complaint: Partial<Issue> | string) =>
  typeof complaint === 'string' ? { constraints: { rule: complaint } } : complaint

/** The texts of what is wrong, for messages that have them in one line. */
export const textsIn = (object: object, rules: Rules): string[] =>
  wrongIn(object, rules).flatMap(({ constraints = {} }) => Object.values(constraints))

export const optional =
  (rule: Rule): Rule =>
  (value, property) =>
    value === undefined || value === null ? undefined : rule(value, property)

/** All that several rules (none of them of what is within) have against a value. */
export const all =
  (...rules: Rule[]): Rule =>
  (value, property) => {
    const issues = rules.map((rule) => named(rule(value, property) ?? {}))
    const constraints = Object.assign({}, ...issues.map((issue) => issue.constraints))
    return Object.keys(constraints).length > 0 ? { constraints } : undefined
  }

/** Holds a rule for every value of a list; what is no list fails it, too. */
export const each =
  (rule: Rule): Rule =>
  (value, property) => {
    const values: unknown[] = Array.isArray(value) ? value : [undefined]
    const wrong = values.map((one) => rule(one, property)).find((complaint) => complaint !== undefined)
    if (wrong === undefined) return undefined
    const texts = Object.entries(named(wrong).constraints ?? {})
    return { constraints: Object.fromEntries(texts.map(([name, text]) => [name, `each value in ${text}`])) }
  }

/** The rules of an object within; its issues become children. */
export const nested =
  (rules: Rules): Rule =>
  (value, property) => {
    if (typeof value !== 'object' || value === null)
      return { constraints: { nestedValidation: `nested property ${property} must be either object or array` } }
    const children = wrongIn(value, rules).map((issue) => ({ target: value, children: [], ...issue }))
    return children.length > 0 ? { children } : undefined
  }

/** A list of objects, each held to the rules. */
export const listOf =
  (rules: Rules): Rule =>
  (value, property) => {
    if (!Array.isArray(value)) return anArray(value, property)
    const children = wrongIn(value, Object.fromEntries(value.map((_, index) => [index, nested(rules)])))
    return children.length > 0
      ? { children: children.map((issue) => ({ target: value, children: [], ...issue })) }
      : undefined
  }

/** A rule with one test, by the name class-validator gives it. */
export const rule =
  (name: string, test: (value: unknown) => boolean, text: (property: string) => string): Rule =>
  (value, property) =>
    test(value) ? undefined : { constraints: { [name]: text(property) } }

export const aString = rule(
  'isString',
  (value) => typeof value === 'string',
  (name) => `${name} must be a string`,
)

export const aBoolean = rule(
  'isBoolean',
  (value) => typeof value === 'boolean',
  (name) => `${name} must be a boolean value`,
)

const isoDate = (name: string) =>
  rule(name, isIsoDate, (property) => `${property} must be a valid ISO 8601 date string`)

/** The same under two names, as class-validator has it. */
export const aDate = isoDate('isDateString')
export const anIsoDate = isoDate('isIso8601')

export const aTimeZone = rule('isTimeZone', isTimeZone, (name) => `${name} must be a valid IANA time-zone`)

export const anInteger = rule('isInt', Number.isInteger, (name) => `${name} must be an integer number`)

export const anObject = rule('isObject', isObject, (name) => `${name} must be an object`)

export const anArray = rule('isArray', Array.isArray, (name) => `${name} must be an array`)

export const notEmpty = rule(
  'arrayNotEmpty',
  (value) => Array.isArray(value) && value.length > 0,
  (name) => `${name} should not be empty`,
)

export const unique = rule(
  'arrayUnique',
  (value) => Array.isArray(value) && new Set(value).size === value.length,
  (name) => `All ${name}'s elements must be unique`,
)

export const aPhone = rule(
  'isPhoneNumber',
  (value) => typeof value === 'string' && /^\+[1-9]\d{6,14}$/.test(value.replace(/[\s()-]/g, '')),
  (name) => `${name} must be a valid phone number`,
)

export const aUrl = rule('isUrl', isUrl, (name) => `${name} must be a URL address`)

export const aNumber = rule(
  'isNumber',
  (value) => typeof value === 'number' && Number.isFinite(value),
  (name) => `${name} must be a number conforming to the specified constraints`,
)

export const atLeast = (min: number) =>
  rule(
    'min',
    (value) => typeof value === 'number' && value >= min,
    (name) => `${name} must not be less than ${min}`,
  )

export const atMost = (max: number) =>
  rule(
    'max',
    (value) => typeof value === 'number' && value <= max,
    (name) => `${name} must not be greater than ${max}`,
  )

/** One of several values; class-validator has two names for it, `isIn` and `isEnum`. */
export const oneOf = (values: readonly unknown[], text?: string, name = 'isIn') =>
  rule(
    name,
    (value) => values.includes(value),
    (property) => text ?? `${property} must be one of the following values: ${values.join(', ')}`,
  )

export const anEnum = (values: readonly string[]) => oneOf(values, undefined, 'isEnum')

export const matching = (pattern: RegExp, text: (property: string) => string) =>
  rule('matches', (value) => typeof value === 'string' && pattern.test(value), text)

export const strings = all(each(aString), anArray)

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// A host with a dot in it or a number; the protocol may be left out.
const URL_ADDRESS =
  /^(?:(?:https?|ftp):\/\/)?(?:[^\s@/]+@)?(?:(?:[a-z\d_-]+\.)+[a-z\u00a1-\uffff]{2,}|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?(?:[/?#]\S*)?$/i

function isUrl(value: unknown) {
  return typeof value === 'string' && URL_ADDRESS.test(value)
}
