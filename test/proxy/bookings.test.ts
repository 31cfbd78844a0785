import { describe, expect, it, vi } from 'vitest'
import { type EventTypeSeed, eventType } from '../../demo/simulator/index.ts'
import { newKey, START, setup } from '../support/proxy.ts'

const HOUR = 3_600_000

const pairs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))

/** A text with spaces after it, so many bytes in all. */
const padded = (text: string, bytes: number) => text + ' '.repeat(bytes - new TextEncoder().encode(text).length)

describe('POST /v1/bookings', () => {
  it('books, and Cal.com has it with start, attendee, language and metadata', async () => {
    const { book, simulator } = await setup()
    const res = await book({ metadata: { utm_source: 'vk', page: 'https://olgaroset.ru/' } })
    expect(res.status).toBe(201)
    const answer = await res.json()
    expect(answer).toEqual({
      ref: expect.stringMatching(/^[2-9A-Z]{8}$/),
      token: expect.stringMatching(/^[2-9A-Z]{8}\.[\da-f]{32}$/),
      status: 'accepted',
      event: 'delo-40min',
      title: '40 минут с Ольгой Розет',
      start: START,
      end: '2026-11-25T07:40:00.000Z',
    })
    const [booking] = simulator.account.bookings
    expect(booking).toMatchObject({
      attendees: [{ name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Europe/Moscow', language: 'ru' }],
      metadata: { utm_source: 'vk', page: 'https://olgaroset.ru/', ref: answer.ref },
    })
    expect(new Date(booking?.start ?? 0).toISOString()).toBe(START)
  })

  it('never tells the uid, which would open the booking', async () => {
    const { book, simulator } = await setup()
    const text = await (await book()).text()
    expect(text).not.toContain(simulator.account.bookings[0]?.uid)
  })

  it('F101 keeps the receipt of the consent with the booking', async () => {
    const { book, simulator, consent } = await setup()
    await book({ metadata: { consent_version: 'forged' } })
    expect(simulator.account.bookings[0]?.metadata).toMatchObject({
      consent_version: consent.version,
      consent_at: '2026-11-22T12:00:00.000Z',
    })
  })

  it('no longer offers the time it has just booked, though Cal.com still shows it for two seconds', async () => {
    const { app, book } = await setup()
    const free = async () => (await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()).slots
    expect(await free()).toContain(START)
    await book()
    expect(await free()).not.toContain(START)
  })

  it('hands on guests, a phone and answers, numbers as numbers', async () => {
    const { book, simulator } = await setup({ env: { EVENTS: 'asking' } })
    const fields = [
      { type: 'phone', slug: 'attendeePhoneNumber' },
      { type: 'number', slug: 'age' },
      { type: 'select', slug: 'topic', options: ['А', 'Б'] },
    ]
    simulator.account.eventTypes.push(eventType({ slug: 'asking', fields }))
    const contact = { name: 'Иван', email: 'ivan@example.com', attendeePhoneNumber: '8 916 123-45-67' }
    const res = await book({
      event: 'asking',
      answers: { ...contact, guests: ['g@example.com'], notes: 'привет', age: '40,5', topic: 'Б' },
    })
    expect(res.status).toBe(201)
    expect(simulator.account.bookings[0]).toMatchObject({
      guests: ['g@example.com'],
      attendees: [{ phoneNumber: '+79161234567' }, { email: 'g@example.com' }],
      responses: { notes: 'привет', age: 40.5, topic: 'Б' },
    })
  })

  it.each([
    [{}, '2026-11-25T07:30:00.000Z'],
    [{ duration: 60 }, '2026-11-25T08:00:00.000Z'],
  ])('books the length that is asked for, the first one otherwise: %j', async (length, end) => {
    const { book, simulator } = await setup({ env: { EVENTS: 'several' } })
    simulator.account.eventTypes.push(eventType({ slug: 'several', lengthInMinutesOptions: [30, 60] }))
    const res = await book({ event: 'several', ...length })
    expect(res.status).toBe(201)
    expect((await res.json()).end).toBe(end)
    expect(simulator.account.bookings[0]?.end).toBe(end)
  })

  it('says pending where Olga has to confirm', async () => {
    const { book, simulator } = await setup()
    for (const type of simulator.account.eventTypes) type.confirmationPolicy = { type: 'always' } as never
    expect(await (await book()).json()).toMatchObject({ status: 'pending' })
  })

  it('refuses a time that is taken and names the three nearest', async () => {
    const { book } = await setup()
    await book()
    const res = await book()
    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({
      code: 'slot_taken',
      alternatives: ['2026-11-25T07:40:00.000Z', '2026-11-25T08:20:00.000Z', '2026-11-25T09:00:00.000Z'],
    })
  })

  it('names the nearest of the next month when this one has too few', async () => {
    const { book, simulator } = await setup()
    const [schedule] = simulator.account.schedules
    if (schedule) schedule.availability = []
    if (schedule)
      schedule.overrides = [
        { date: '2026-11-30', startTime: '10:00', endTime: '10:40' },
        { date: '2026-12-03', startTime: '10:00', endTime: '12:00' },
      ]
    const start = '2026-11-30T07:00:00.000Z'
    expect((await book({ start })).status).toBe(201)
    expect(await (await book({ start })).json()).toMatchObject({
      alternatives: ['2026-12-03T07:00:00.000Z', '2026-12-03T07:40:00.000Z', '2026-12-03T08:20:00.000Z'],
    })
  })

  it('says taken when Cal.com itself refuses what it had offered, and offers it no more', async () => {
    const { book, simulator, app } = await setup()
    await app.request('/v1/slots?event=delo-40min&month=2026-11')
    simulator.account.busy.push({ start: START, end: '2026-11-25T07:30:00.000Z' } as never)
    const res = await book()
    expect(res.status).toBe(409)
    expect((await res.json()).alternatives).not.toContain(START)
    const { slots } = await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()
    expect(slots).not.toContain(START)
  })

  it('refuses a start off the grid, which Cal.com would take', async () => {
    const { book, simulator } = await setup()
    const res = await book({ start: '2026-11-25T07:07:00Z' })
    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({ fields: { start: 'Этого времени нет среди свободных' } })
    expect(simulator.account.bookings).toHaveLength(0)
  })

  it('refuses what cannot be booked here', async () => {
    const { book, simulator } = await setup()
    for (const type of simulator.account.eventTypes) type.price = 100
    const res = await book()
    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ code: 'not_bookable' })
  })

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

describe('when Cal.com fails while it books', () => {
  const undone = [
    ['cannot be reached', { kind: 'refuse' }],
    ['blocks us', { kind: 'status', status: 429 }],
    ['no longer takes the key', { kind: 'status', status: 401 }],
  ] as const
  const done = [
    ['never answers, but books', { kind: 'never', done: true }],
    ['cuts the line, but books', { kind: 'reset', done: true }],
    ['answers HTML, but books', { kind: 'html', done: true }],
    ['answers cut JSON, but books', { kind: 'cut', done: true }],
    ['answers an unknown shape, but books', { kind: 'shape', done: true }],
  ] as const
  const unknown = [
    ['never answers', { kind: 'never' }],
    ['cuts the line', { kind: 'reset' }],
    ['answers 500', { kind: 'status', status: 500 }],
  ] as const
  const on = { method: 'POST' }

  it.each(undone)('and %s: keeps the request and says so, as nothing was booked', async (_, fault) => {
    const { book, simulator } = await setup()
    simulator.break({ ...fault, on })
    const res = await book()
    expect(res.status).toBe(202)
    expect(await res.json()).toMatchObject({ status: 'queued', ref: expect.any(String), token: expect.any(String) })
    expect(simulator.account.bookings).toHaveLength(0)
  })

  it.each(done)('and %s: finds the booking and says so', async (_, fault) => {
    const { book, simulator } = await setup(fault.kind === 'never' ? { timeouts: { read: 5_000, write: 50 } } : {})
    simulator.break({ ...fault, on })
    const res = await book()
    expect(res.status).toBe(201)
    expect(await res.json()).toMatchObject({ status: 'accepted', start: START })
    expect(simulator.account.bookings).toHaveLength(1)
  })

  it.each(unknown)('and %s: says that it is still finding out', async (_, fault) => {
    const { book, simulator } = await setup(fault.kind === 'never' ? { timeouts: { read: 5_000, write: 50 } } : {})
    simulator.break({ ...fault, on })
    const res = await book()
    expect(res.status).toBe(202)
    const text = await res.text()
    expect(JSON.parse(text)).toMatchObject({ status: 'processing' })
    expect(text).not.toMatch(/cal_test|\/v2|html|ivan/i)
  })

  it('waits for one that is merely slow', async () => {
    const { book, simulator } = await setup()
    simulator.break({ kind: 'slow', ms: 50, on })
    expect((await book()).status).toBe(201)
  })
})

describe('when Cal.com refuses what it had offered', () => {
  /** A proxy that has just read an event type, which may then change. */
  async function knowing(seed: EventTypeSeed) {
    const all = await setup({ env: { EVENTS: seed.slug } })
    const type = eventType(seed)
    all.simulator.account.eventTypes.push(type)
    await all.app.request(`/v1/events/${seed.slug}`)
    return { ...all, type }
  }

  it('names the field that is wrong, and repeats none of Cal.com’s words, which hold a person', async () => {
    const topic = { type: 'select', slug: 'topic', options: ['ivan@example.com'] }
    const { book, log, type } = await knowing({ slug: 'asking', fields: [topic] })
    for (const field of type.bookingFields) if (field.slug === 'topic') field.options = ['А']
    const answers = { name: 'Иван', email: 'ivan@example.com', topic: 'ivan@example.com' }
    const res = await book({ event: 'asking', answers })
    expect(res.status).toBe(422)
    const text = await res.text()
    expect(JSON.parse(text)).toMatchObject({
      code: 'invalid_fields',
      fields: { 'answers.topic': 'Такое значение не подходит' },
    })
    expect(log.at(-1)?.cause).toBe('CalcomRefused POST /v2/bookings: refused with 400 BadRequestException')
    expect(text + JSON.stringify(log)).not.toMatch(/ivan|Иван/)
  })

  it('for another reason: says that nothing was booked, and frees the key and the time', async () => {
    const lengthInMinutesOptions = [30, 60]
    const { post, request, simulator, type } = await knowing({ slug: 'several', lengthInMinutesOptions })
    delete type.lengthInMinutesOptions
    const again = () => post(request({ event: 'several' }), { 'idempotency-key': 'k'.repeat(22) })
    const res = await again()
    expect(res.status).toBe(503)
    expect(await res.json()).toMatchObject({ code: 'upstream_unavailable' })
    expect(simulator.account.bookings).toHaveLength(0)
    type.lengthInMinutesOptions = lengthInMinutesOptions
    expect((await again()).status).toBe(201)
  })
})

describe('many at once', () => {
  it('books one of several overlapping times, of whatever event type, though Cal.com would take all', async () => {
    const { book, hold, simulator } = await setup()
    const { arrived, letGo } = hold('POST')
    // Each of the three overlaps both others, so that whoever is first, the rest is too late.
    const times = [
      { start: '2026-11-25T07:40:00Z' },
      { event: '30min', start: '2026-11-25T07:30:00Z' },
      { event: '15min', start: '2026-11-25T07:45:00Z' },
    ]
    const statuses: number[] = []
    const answered = times.map(async (time) => statuses.push((await book(time)).status))
    await arrived
    await vi.waitFor(() => expect(statuses).toEqual([409, 409]), { timeout: 10_000 })
    letGo()
    await Promise.all(answered)
    expect(statuses).toEqual([409, 409, 201])
    expect(simulator.account.bookings).toHaveLength(1)
  })

  it.each([
    ['before', { beforeEventBuffer: 30 }, '2026-11-25T07:15:00Z'],
    ['after', { afterEventBuffer: 30 }, '2026-11-25T08:30:00Z'],
  ])('keeps free what the event type wants free %s a booking', async (_, buffer, start) => {
    const { book, hold, simulator } = await setup()
    for (const type of simulator.account.eventTypes) Object.assign(type, buffer)
    const { arrived, letGo } = hold('POST')
    const first = book({ start: '2026-11-25T07:40:00Z' })
    await arrived
    expect((await book({ event: '15min', start })).status).toBe(409)
    letGo()
    expect((await first).status).toBe(201)
  })

  it('hides a time for a minute after it was booked; then Cal.com’s answer is the truth', async () => {
    const { app, book, simulator } = await setup()
    const free = async () => (await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()).slots
    await book()
    simulator.account.bookings.pop()
    simulator.clock.advance(59_000)
    expect(await free()).not.toContain(START)
    simulator.clock.advance(2_000)
    expect(await free()).toContain(START)
  })

  it('lets a booking break nobody’s reading', async () => {
    const { app, book, hold } = await setup()
    await book()
    const { arrived, letGo } = hold('GET')
    const reading = app.request('/v1/slots?event=delo-40min&month=2027-01')
    await arrived
    expect((await book({ start: '2026-11-25T07:40:00Z' })).status).toBe(201)
    letGo()
    expect((await reading).status).toBe(200)
  })
})

describe('Idempotency-Key', () => {
  it('repeats the first answer and books once', async () => {
    const { post, request, simulator } = await setup()
    const headers = { 'idempotency-key': newKey() }
    const first = await post(request(), headers)
    const second = await post(request(), headers)
    expect(second.status).toBe(201)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(await second.json()).toEqual(await first.json())
    expect(simulator.account.bookings).toHaveLength(1)
  })

  it('tells a second request that the first still runs', async () => {
    const { post, request, hold, simulator } = await setup()
    const headers = { 'idempotency-key': newKey() }
    const { arrived, letGo } = hold('POST')
    const first = post(request(), headers)
    await arrived
    const second = await post(request(), headers)
    expect(second.status).toBe(409)
    expect(await second.json()).toMatchObject({ code: 'in_progress' })
    letGo()
    expect((await first).status).toBe(201)
    expect(simulator.account.bookings).toHaveLength(1)
  })

  it('is remembered for a day', async () => {
    const { post, request, simulator } = await setup()
    const headers = { 'idempotency-key': newKey() }
    await post(request(), headers)
    simulator.clock.advance(23 * HOUR)
    expect((await post(request(), headers)).status).toBe(201)
    simulator.clock.advance(2 * HOUR)
    expect(await (await post(request(), headers)).json()).toMatchObject({ code: 'slot_taken' })
  })

  it('refuses another request under the same key', async () => {
    const { post, request } = await setup()
    const headers = { 'idempotency-key': newKey() }
    await post(request(), headers)
    const res = await post(request({ start: '2026-11-25T07:40:00.000Z' }), headers)
    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ code: 'idempotency_key_reused' })
  })

  it('may be used again after a certain refusal', async () => {
    const { post, request, book } = await setup()
    const headers = { 'idempotency-key': newKey() }
    await book()
    expect((await post(request(), headers)).status).toBe(409)
    expect((await post(request({ start: '2026-11-25T07:40:00Z' }), headers)).status).toBe(201)
  })

  it('says of a request that waits how it stands by now', async () => {
    const { post, request, simulator, work } = await setup()
    const headers = { 'idempotency-key': newKey() }
    simulator.break({ kind: 'refuse', on: { method: 'POST' }, times: 1 })
    const first = await (await post(request(), headers)).json()
    expect((await post(request(), headers)).status).toBe(202)
    simulator.clock.advance(60_000)
    await work()
    const again = await post(request(), headers)
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual({ ...first, status: 'accepted' })
  })
})

describe('origins', () => {
  const from = (origin: string) => ({ origin })

  /** What lets a page read the answer, and keeps it from pages of other origins. */
  const readable = (origin: string) => ({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'idempotency-replayed, retry-after',
    vary: 'origin',
  })

  it('lets its own pages and those on the list book', async () => {
    const { post, request } = await setup({ env: { ALLOWED_ORIGINS: 'https://olgaroset.ru' } })
    const listed = await post(request(), from('https://olgaroset.ru'))
    expect(listed.status).toBe(201)
    expect(Object.fromEntries(listed.headers)).toMatchObject(readable('https://olgaroset.ru'))
    expect((await post(request({ start: '2026-11-25T07:40:00Z' }), from('https://localhost'))).status).toBe(201)
  })

  it.each(['https://evil.example.com', 'https://localhost:8443', 'null'])(
    'refuses %s so that the page can read why',
    async (origin) => {
      const { post, request, simulator } = await setup()
      const res = await post(request(), from(origin))
      expect(res.status).toBe(403)
      expect(Object.fromEntries(res.headers)).toMatchObject(readable(origin))
      expect(await res.json()).toMatchObject({ code: 'origin_not_allowed' })
      expect(simulator.account.bookings).toHaveLength(0)
    },
  )

  it('answers the preflight of any, so that the refusal itself can be read', async () => {
    const { app } = await setup()
    const res = await app.request('/v1/bookings', {
      method: 'OPTIONS',
      headers: { ...from('https://evil.example.com'), 'access-control-request-method': 'POST' },
    })
    expect(res.status).toBe(204)
    expect(Object.fromEntries(res.headers)).toMatchObject({
      ...readable('https://evil.example.com'),
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type, idempotency-key, accept-language',
      'access-control-max-age': '7200',
    })
  })
})
