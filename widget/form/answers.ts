import type { Answer } from '../../proxy/contract.ts'
import type { AllWords } from '../i18n/later.ts'
import { CONSENT, type Control } from './controls.ts'

/** By field. */
export type Answers = Record<string, Answer>

/** What stands in a control, or would, letter for letter, as an answer. */
export function answerOf(type: Control['type'], typed: string[]): Answer {
  const [text = ''] = typed
  if (type === 'boolean') return text === 'true'
  if (type === 'multiemail')
    return typed
      .join()
      .split(/[\s,;]+/)
      .filter(Boolean)
  if (type === 'phone') return toPhone(text)
  return type === 'checkbox' || type === 'multiselect' ? typed : text.trim()
}

/** What the browser itself finds wrong, by control, in words; the proxy looks closer. */
export function faultsOf(form: ParentNode, controls: Control[], words: AllWords): Record<string, string> {
  const faults = controls.map(({ slug }) => {
    const missing = slug === CONSENT ? words.needConsent : words.required
    const wrong = form.querySelector<HTMLInputElement>(`[name="${slug}"]:invalid`)
    return [slug, wrong && (wrong.validity.valueMissing ? missing : words.wrong)]
  })
  return Object.fromEntries(faults.filter(([, fault]) => fault))
}

/**
 * What he typed, as far as Cal.com's own page shall have it: with every field filled in it would skip its form and
 * book, so one is left for there, guests or notes rather than another.
 */
export function answersForLink(answers: Answers): Answers {
  const left = ['guests', 'notes'].find((slug) => slug in answers) ?? Object.keys(answers).at(-1)
  return { ...answers, [`${left}`]: '' }
}

/** As the proxy reads it, and Cal.com's page: `8 …`, `7 …` and ten digits are Russian. */
const toPhone = (typed: string) => typed.replace(/[\s().‐-―-]/g, '').replace(/^[78]?(?=\d{10}$)/, '+7')
