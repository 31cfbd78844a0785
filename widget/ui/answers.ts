import type { Answer, Field } from '../../proxy/contract.ts'
import type { LaterWords } from '../i18n/later.ts'

/** What stands in the form, by slug. */
export function answersOf(fields: Field[], data: FormData): Record<string, Answer> {
  return Object.fromEntries(fields.map((field) => [field.slug, answerOf(field, data)]))
}

function answerOf({ slug, type }: Field, data: FormData): Answer {
  const all = data.getAll(slug).map(String)
  if (type === 'boolean') return all.length > 0
  if (type === 'checkbox' || type === 'multiselect') return all
  if (type === 'multiemail') return (all[0] ?? '').split(/[\s,;]+/).filter(Boolean)
  return all[0] ?? ''
}

/** What a glance shows to be wrong; the proxy looks closer. */
export function faultOf(
  field: Field,
  answer: Answer | undefined,
  { form: { faults } }: LaterWords,
): string | undefined {
  const isEmpty = answer === undefined || answer === false || (typeof answer !== 'boolean' && !answer.length)
  if (isEmpty || (typeof answer === 'string' && !answer.trim())) return field.required ? faults.required : undefined
  if (field.type === 'email' && !/^\S+@\S+\.\S+$/.test(String(answer).trim())) return faults.email
  if (field.type === 'phone' && String(answer).replace(/\D/g, '').length < 7) return faults.phone
  if (field.type === 'url' && !/^https?:\/\/\S+\.\S+/.test(String(answer))) return faults.url
  return undefined
}

/**
 * What he typed, as far as Cal.com's own page shall have it: with every field filled in it would skip its form and book,
 * so one is left for there, guests or notes rather than another. It takes phones as +7 only.
 */
export function answersForLink(fields: Field[], answers: Record<string, Answer>): Record<string, Answer> {
  const slugs = fields.map(({ slug }) => slug)
  const left = ['guests', 'notes'].find((slug) => slugs.includes(slug)) ?? slugs.at(-1)
  const kept = fields.filter(({ slug }) => slug !== left)
  return Object.fromEntries(
    kept.map(({ slug, type }) => [slug, type === 'phone' ? toPhone(String(answers[slug])) : (answers[slug] ?? '')]),
  )
}

/** As the proxy reads it: `8 …`, `7 …` and ten digits are Russian. */
const toPhone = (typed: string) => typed.replace(/[^\d+]/g, '').replace(/^[78]?(?=\d{10}$)/, '+7')
