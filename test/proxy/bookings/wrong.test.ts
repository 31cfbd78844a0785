import { describe, expect, it } from 'vitest'
import { setup } from '../../support/proxy.ts'

const pairs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))

/** A text with spaces after it, so many bytes in all. */
const padded = (text: string, bytes: number) => text + ' '.repeat(bytes - new TextEncoder().encode(text).length)

describe('a wrong POST /v1/bookings', () => {
  it.each([
    ['event', { event: '../me' }],
    ['event', { event: undefined }],
    ['start', { start: 'tomorrow' }],
    ['start', { start: '2026-11-25T10:00:00+03:00' }],
    ['start', { start: '2026-11-20T07:00:00Z' }],
    ['start', { start: undefined }],
    ['duration', { duration: 60 }],
    ['duration', { duration: -1 }],
    ['answers', { answers: undefined }],
    ['answers.name', { answers: { email: 'ivan@example.com' } }],
    ['answers.name', { answers: { name: '   ', email: 'ivan@example.com' } }],
    ['answers.name', { answers: { name: true, email: 'ivan@example.com' } }],
    ['answers.name', { answers: { name: 'И'.repeat(501), email: 'ivan@example.com' } }],
    ['answers.email', { answers: { name: 'Иван', email: 'not-an-email' } }],
    ['answers.notes', { answers: { name: 'Иван', email: 'ivan@example.com', notes: 'x'.repeat(5001) } }],
    ['answers.guests', { answers: { name: 'Иван', email: 'ivan@example.com', guests: ['nobody'] } }],
    ['answers.zzz', { answers: { name: 'Иван', email: 'ivan@example.com', zzz: '1' } }],
    ['timeZone', { timeZone: 'Mars/Base' }],
    ['timeZone', { timeZone: '+03:00' }],
    ['timeZone', { timeZone: undefined }],
    ['lang', { lang: 'xx' }],
    ['consent', { consent: undefined }],
    ['consent', { consent: 'an older one' }],
    ['metadata.Bad Key', { metadata: { 'Bad Key': '1' } }],
    ['metadata', { metadata: pairs(31) }],
    ['metadata.utm_source', { metadata: { utm_source: 'x'.repeat(501) } }],
    ['uid', { uid: 'abc' }],
  ])('names the field that is wrong: %s (%#)', async (field, changes) => {
    const { post, request, simulator } = await setup()
    const res = await post({ ...request(), ...changes })
    expect(res.status).toBe(422)
    expect(res.headers.get('content-type')).toBe('application/problem+json')
    const problem = await res.json()
    expect(Object.keys(problem.fields)).toContain(field)
    expect(problem.fields[field]).toMatch(/[а-я]/)
    expect(simulator.account.bookings).toHaveLength(0)
  })

  it.each([
    ['by the body', { lang: 'en' }, {}],
    ['by the browser', {}, { 'accept-language': 'en-GB,en;q=0.9' }],
  ] as const)('names them in English to who reads English, %s', async (_, changes, headers) => {
    const { post, request } = await setup()
    const { lang: _ru, ...body } = request({ answers: { name: 'A', email: '?' } })
    const res = await post({ ...body, ...changes }, headers)
    expect(await res.json()).toMatchObject({
      fields: { 'answers.email': 'There seems to be a mistake in this address' },
    })
  })

  it.each([
    ['malformed JSON', '{"start":', {}, 400, 'invalid_json'],
    ['a body that is no object', '[]', {}, 422, 'invalid_fields'],
    ['an empty body', '', {}, 400, 'invalid_json'],
    [
      'another content type',
      'start=now',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported_media_type',
    ],
    ['16 KB', padded('{}', 16 * 1024), {}, 413, 'too_large'],
    ['no key', '{}', { 'idempotency-key': '' }, 400, 'idempotency_key_required'],
    ['a key that can be guessed', '{}', { 'idempotency-key': 'k'.repeat(21) }, 400, 'idempotency_key_required'],
    ['a key without end', '{}', { 'idempotency-key': 'k'.repeat(129) }, 400, 'idempotency_key_required'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const { post, simulator } = await setup()
    const res = await post(body, headers)
    expect(res.status).toBe(status)
    expect(await res.json()).toMatchObject({ code, requestId: expect.any(String) })
    expect(simulator.account.bookings).toHaveLength(0)
  })

  it.each([
    ['a charset', {}, { 'content-type': 'application/json; charset=utf-8' }],
    ['a key of 22 characters', {}, { 'idempotency-key': 'k'.repeat(22) }],
    ['30 notes of the page', { metadata: pairs(30) }, {}],
  ] as const)('takes %s', async (_, changes, headers) => {
    const { post, request } = await setup()
    expect((await post(request(changes), headers)).status).toBe(201)
  })

  it.each([
    [16 * 1024 - 1, 201],
    [16 * 1024, 413],
  ])('answers a body of %i bytes with %i', async (bytes, status) => {
    const { post, request } = await setup()
    expect((await post(padded(JSON.stringify(request()), bytes))).status).toBe(status)
  })

  it('answers 404 for an event type that is not offered', async () => {
    const { book } = await setup()
    const res = await book({ event: 'nope' })
    expect(res.status).toBe(404)
    expect(await res.json()).toMatchObject({ code: 'event_not_found', fields: { event: expect.any(String) } })
  })
})
