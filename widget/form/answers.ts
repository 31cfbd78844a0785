import type { Answer } from '../../proxy/contract.ts'
import type { AllWords } from '../i18n/later.ts'
import { type Control, TRAP } from './controls.ts'

export type Answers = Record<string, Answer>

/** What stands in a form, by control, letter for letter. */
export type Typed = Record<string, string[]>

export const typedIn = (controls: Control[], data: FormData): Typed =>
  Object.fromEntries([TRAP, ...controls.map(({ slug }) => slug)].map((slug) => [slug, data.getAll(slug).map(String)]))

/** The same as answers. */
export const answersOf = (controls: Control[], typed: Typed): Answers => ({
  [TRAP]: typed[TRAP]?.[0] ?? '',
  ...Object.fromEntries(controls.map((control) => [control.slug, answerOf(control, typed[control.slug] ?? [])])),
})

/** The same to be shown again. */
export function shownOf({ type }: Control, typed: string[]): Answer {
  if (type === 'boolean') return typed.length > 0
  return type === 'checkbox' || type === 'multiselect' ? typed : (typed[0] ?? '')
}

function answerOf({ type }: Control, all: string[]): Answer {
  const [text = ''] = all
  if (type === 'boolean') return all.length > 0
  if (type === 'checkbox' || type === 'multiselect') return all
  return type === 'multiemail' ? text.split(/[\s,;]+/).filter(Boolean) : text.trim()
}

/** What a glance shows to be wrong, by control; the proxy looks closer. */
export function faultsOf(controls: Control[], answers: Answers, words: AllWords): Record<string, string> {
  const faults = controls.map((control) => [
    control.slug,
    faultOf(control, [answers[control.slug] ?? ''].flat(), words),
  ])
  const found = Object.fromEntries(faults.filter(([, fault]) => fault))
  // Cal.com needs one way to reach him, even where none of them is required.
  const contacts = controls.filter(({ type }) => type === 'email' || type === 'phone').map(({ slug }) => slug)
  const [first] = contacts
  const isReachable = !first || contacts.some((slug) => answers[slug] || found[slug])
  return isReachable ? found : { ...found, [first]: words.needContact }
}

const EMAIL = /^\S+@\S+\.\S+$/
const PATTERNS: Partial<Record<Control['type'], RegExp>> = {
  email: EMAIL,
  multiemail: EMAIL,
  phone: /^(\D*\d){7}/,
  url: /^https?:\/\/\S+\.\S+/,
  number: /^[+-]?\d+([.,]\d+)?$/,
}

function faultOf({ type, required, missing, minLength = 0, min, max }: Control, all: Answer[], words: AllWords) {
  const texts = all.filter((one) => one !== false && one !== '').map(String)
  const [text = ''] = texts
  if (!text) return required ? (missing ?? words.required) : undefined
  const number = Number(text.replace(',', '.'))
  const isRight = texts.every((one) => PATTERNS[type]?.test(one) ?? true) && text.length >= minLength
  if (isRight && !(number < Number(min) || number > Number(max))) return undefined
  return type.endsWith('email') ? words.wrongEmail : type === 'phone' ? words.wrongPhone : words.wrong
}

/**
 * What he typed, as far as Cal.com's own page shall have it: with every field filled in it would skip its form and book,
 * so one is left for there, guests or notes rather than another. It takes phones as +7 only.
 */
export function answersForLink(fields: Pick<Control, 'slug' | 'type'>[], answers: Answers): Answers {
  const slugs = fields.map(({ slug }) => slug)
  const left = ['guests', 'notes'].find((slug) => slugs.includes(slug)) ?? slugs.at(-1)
  const given = fields.filter(({ slug }) => slug !== left)
  return Object.fromEntries(
    given.map(({ slug, type }) => [slug, type === 'phone' ? toPhone(`${answers[slug] ?? ''}`) : (answers[slug] ?? '')]),
  )
}

/** As the proxy reads it: `8 …`, `7 …` and ten digits are Russian. */
const toPhone = (typed: string) => typed.replace(/[^\d+]/g, '').replace(/^[78]?(?=\d{10}$)/, '+7')
