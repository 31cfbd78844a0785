import { describe, expect, it } from 'vitest'
import { checkAnswers, toPhone } from '../../proxy/booking/answers.ts'
import type { Answer, Field } from '../../proxy/contract.ts'
import { pageMetadata } from '../../widget/metadata.ts'

const field = (type: Field['type'], more: Partial<Field> = {}): Field => ({ slug: 'x', type, required: false, ...more })
const contact: Field = { slug: 'email', type: 'email', required: true }
const check = (one: Field, x: Answer) => checkAnswers([contact, one], { email: 'ivan@example.com', x })

describe('a phone', () => {
  it.each([
    ['+7 916 123-45-67', '+79161234567'],
    ['8 (916) 123-45-67', '+79161234567'],
    ['9161234567', '+79161234567'],
    ['79161234567', '+79161234567'],
    ['+49 30 901820', '+4930901820'],
  ])('%s is %s', (typed, number) => {
    expect(toPhone(typed)).toBe(number)
  })

  it.each(['123', '+7 916 123-45', 'eight', '+0 123 456 789', '12345678901'])('%s is none', (typed) => {
    expect(toPhone(typed)).toBeUndefined()
  })
})

describe('guests', () => {
  const guests = (count: number) => Array.from({ length: count }, (_, index) => `guest${index}@example.com`)

  it('are ten at most, since Cal.com writes to each', () => {
    expect(check(field('multiemail'), guests(10)).faults).toBeUndefined()
    expect(check(field('multiemail'), guests(11)).faults).toEqual({ 'answers.x': 'too_long' })
  })
})

describe('an answer', () => {
  const options = ['А', 'Б']

  it.each<[Field, Answer]>([
    [field('number'), '1,5'],
    [field('url'), 'https://example.com/a'],
    [field('select', { options }), 'А'],
    [field('radio', { options }), 'Б'],
    [field('checkbox', { options }), ['А', 'Б']],
    [field('multiselect', { options }), ['Б']],
    [field('multiemail'), ['a@example.com']],
    [field('boolean', { required: true }), true],
    [field('boolean'), false],
    [field('text'), 'x'.repeat(500)],
  ])('%#: fits', (one, answer) => {
    expect(check(one, answer).answers).toHaveProperty('x')
  })

  it.each<[Field, Answer, string]>([
    [field('number'), '0x10', 'number'],
    [field('number'), 'много', 'number'],
    [field('url'), 'javascript:alert(1)', 'url'],
    [field('select', { options }), 'В', 'option'],
    [field('select', { options }), ['А'], 'invalid'],
    [field('radio', { options }), 'В', 'option'],
    [field('multiselect', { options }), ['А', 'В'], 'option'],
    [field('multiselect', { options }), 'А', 'option'],
    [field('checkbox', { options }), ['А', 'В'], 'option'],
    [field('checkbox', { options }), 'А', 'option'],
    [field('multiemail'), ['a@example.com', 'b'], 'email'],
    [field('boolean', { required: true }), false, 'required'],
    [field('boolean'), 'true', 'invalid'],
    [field('boolean'), ['true'], 'invalid'],
    [field('phone'), '123', 'phone'],
    [field('text'), 'x'.repeat(501), 'too_long'],
    [field('text', { required: true }), '  ', 'required'],
    [field('text'), ['a'], 'invalid'],
  ])('%#: does not fit, and says why', (one, answer, fault) => {
    expect(check(one, answer).faults).toEqual({ 'answers.x': fault })
  })

  it('must leave one way to reach him, even where each is optional', () => {
    const fields = [field('email', { slug: 'email' }), field('phone', { slug: 'attendeePhoneNumber' })]
    expect(checkAnswers(fields, {}).faults).toEqual({ 'answers.email': 'required' })
    expect(checkAnswers(fields, { attendeePhoneNumber: '9161234567' }).answers).toEqual({
      attendeePhoneNumber: '+79161234567',
    })
  })
})

describe('where he came from', () => {
  it('is told without what else stands in the addresses', () => {
    const page = new URL('https://olgaroset.ru/book?utm_source=vk&yclid=1&email=ivan@example.com&UTM_X=1#x')
    expect(pageMetadata(page, 'https://example.com/a?name=ivan')).toEqual({
      utm_source: 'vk',
      yclid: '1',
      page: 'https://olgaroset.ru/book',
      referrer: 'https://example.com/a',
    })
  })

  it('fits into what Cal.com keeps', () => {
    const page = new URL(`https://olgaroset.ru/?utm_source=${'x'.repeat(900)}`)
    expect(pageMetadata(page, '').utm_source).toHaveLength(500)
  })
})
