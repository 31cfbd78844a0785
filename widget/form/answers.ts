import type { Answer } from '../../proxy/contract.ts'
import type { AllWords } from '../i18n/later.ts'
import { CONSENT, type Control } from './controls.ts'

/** By field. */
export type Answers = Record<string, Answer>

/** What stands in a control, letter for letter, as an answer. */
export function answerOf(type: Control['type'], typed: string[]): Answer {
  const [text = ''] = typed
  if (type === 'boolean') return typed.length > 0
  if (type === 'multiemail') return text.split(/[\s,;]+/).filter(Boolean)
  if (type === 'phone') return toPhone(text)
  return type === 'checkbox' || type === 'multiselect' ? typed : text.trim()
}

/** What a glance shows to be wrong, by control; the proxy looks closer. */
export function faultsOf(
  form: ParentNode,
  controls: Control[],
  answers: Answers,
  words: AllWords,
): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { slug, type } of controls) {
    const wrong = form.querySelector<HTMLInputElement>(`[name="${slug}"]:invalid`)
    if (!wrong) continue
    if (wrong.validity.valueMissing) faults[slug] = slug === CONSENT ? words.needConsent : words.required
    else faults[slug] = type.endsWith('email') ? words.wrongEmail : type === 'phone' ? words.wrongPhone : words.wrong
  }
  // Cal.com needs one way to reach him, even where none of them is required.
  const contacts = controls.filter(({ type }) => type === 'email' || type === 'phone').map(({ slug }) => slug)
  const [first] = contacts
  if (first && !contacts.some((slug) => answers[slug] || faults[slug])) faults[first] = words.needContact
  return faults
}

/**
 * What he typed, as far as Cal.com's own page shall have it: with every field filled in it would skip its form and book,
 * so one is left for there, guests or notes rather than another.
 */
export function answersForLink(answers: Answers): Answers {
  const left = ['guests', 'notes'].find((slug) => slug in answers) ?? Object.keys(answers).at(-1)
  return { ...answers, [`${left}`]: '' }
}

/** As the proxy reads it, and Cal.com's page: `8 …`, `7 …` and ten digits are Russian. */
const toPhone = (typed: string) => typed.replace(/[\s().-]/g, '').replace(/^[78]?(?=\d{10}$)/, '+7')
