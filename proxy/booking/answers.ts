import { z } from 'zod'
import type { Answer, Fault, Field } from '../contract.ts'

type Answers = Record<string, Answer>

/** Answers that fit their fields, tidied; or what is wrong, as `answers.<slug>`. */
export type CheckedAnswers =
  | { answers: Answers; faults?: undefined }
  | { answers?: undefined; faults: Record<string, Fault> }

/** Checks what the visitor answered against what the event type asks. Cal.com itself would take a phone of `123`. */
export function checkAnswers(fields: Field[], given: Answers): CheckedAnswers {
  const answers: Answers = {}
  const faults: Record<string, Fault> = {}
  const asked = fields.filter(({ when }) => when !== 'move')
  for (const slug of Object.keys(given))
    if (!asked.some((field) => field.slug === slug)) faults[`answers.${slug}`] = 'unknown'
  for (const field of asked) {
    const { answer, fault } = check(field, given[field.slug] ?? (field.hidden && field.value))
    if (fault) faults[`answers.${field.slug}`] = fault
    else if (answer !== undefined) answers[field.slug] = answer
  }
  // Cal.com needs one way to reach the attendee, even where both fields are optional.
  if (!Object.keys(faults).length && !contactOf(answers)) faults[`answers.${contactField(asked)}`] = 'required'
  return Object.keys(faults).length ? { faults } : { answers }
}

interface Checked {
  answer?: Answer
  fault?: Fault
}

function check(field: Field, given: Answer | undefined): Checked {
  const answer = tidy(given)
  if (answer === undefined || (field.required && answer === false)) return field.required ? { fault: 'required' } : {}
  return CHECKS[field.type](answer, field)
}

/** Spaces around a text say nothing; nothing at all is no answer. */
function tidy(given: Answer | undefined): Answer | undefined {
  if (typeof given === 'string') return given.trim() || undefined
  if (Array.isArray(given)) return given.length ? given : undefined
  return given
}

/** More have been no guests. */
const MOST_GUESTS = 10

const isText = (answer: Answer): answer is string => typeof answer === 'string'
const isEmail = (text: string) => z.email().safeParse(text).success

function text(answer: Answer, isRight: (text: string) => boolean, fault: Fault): Checked {
  if (!isText(answer)) return { fault: 'invalid' }
  return isRight(answer) ? { answer } : { fault }
}

function several(answer: Answer, isRight: (text: string) => boolean, fault: Fault): Checked {
  return Array.isArray(answer) && answer.every(isRight) ? { answer: [...new Set(answer)] } : { fault }
}

/** Of no more letters than its field takes, nor than anybody needs where that says nothing. */
function limited(answer: Answer, { minLength = 0, maxLength = 500 }: Field): Checked {
  const { fault } = text(answer, (value) => value.length <= maxLength, 'too_long')
  return fault ? { fault } : text(answer, (value) => value.length >= minLength, 'too_short')
}

/** Whoever is asked for a name in two parts gives two: Cal.com takes the first word for the first one. */
function name(answer: Answer, field: Field): Checked {
  const needsTwo = field.parts?.last.required && isText(answer) && !/\s/.test(answer)
  return needsTwo ? { fault: 'required' } : limited(answer, field)
}

function number(answer: Answer, { min, max }: Field): Checked {
  const value = isText(answer) ? toNumber(answer) : Number.NaN
  if (!Number.isFinite(value)) return { fault: isText(answer) ? 'number' : 'invalid' }
  if (min !== undefined && value < min) return { fault: 'too_small' }
  return max !== undefined && value > max ? { fault: 'too_large' } : { answer }
}

const choice = (answer: Answer, { options = [] }: Field) => text(answer, (value) => options.includes(value), 'option')
const choices = (answer: Answer, { options = [] }: Field) =>
  several(answer, (value) => options.includes(value), 'option')

const CHECKS: Record<Field['type'], (answer: Answer, field: Field) => Checked> = {
  name,
  text: limited,
  address: limited,
  textarea: limited,
  email: (answer) => text(answer, isEmail, 'email'),
  phone: (answer) => {
    const number = isText(answer) ? toPhone(answer) : undefined
    return number ? { answer: number } : { fault: 'phone' }
  },
  number,
  url: (answer) => text(answer, (value) => z.url({ protocol: /^https?$/ }).safeParse(value).success, 'url'),
  select: choice,
  radio: choice,
  multiselect: choices,
  checkbox: choices,
  // Cal.com writes to each of them.
  multiemail: (answer) =>
    Array.isArray(answer) && answer.length > MOST_GUESTS ? { fault: 'too_long' } : several(answer, isEmail, 'email'),
  boolean: (answer) => (typeof answer === 'boolean' ? { answer } : { fault: 'invalid' }),
}

/** As it is written in Russia, with a comma, or with a point; `NaN` for what is no number. */
export const toNumber = (typed: string) =>
  /^[+-]?\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN

/** A number as E.164, however it was typed; Russian ones may begin with 8 or with nothing. */
export function toPhone(typed: string): string | undefined {
  if (!/^[\d\s()+.-]+$/.test(typed)) return undefined
  const digits = typed.replace(/\D/g, '')
  if (typed.trim().startsWith('+')) return isPhone(digits) ? `+${digits}` : undefined
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`
  return digits.length === 10 ? `+7${digits}` : undefined
}

const isPhone = (digits: string) => (digits.startsWith('7') ? digits.length === 11 : /^[1-9]\d{6,14}$/.test(digits))

const CONTACTS = ['email', 'attendeePhoneNumber']

const contactOf = (answers: Answers) => CONTACTS.some((slug) => answers[slug])
const contactField = (fields: Field[]) =>
  fields.find(({ slug, hidden }) => CONTACTS.includes(slug) && !hidden)?.slug ?? 'email'
