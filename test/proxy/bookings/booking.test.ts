import { describe, expect, it } from 'vitest'
import { eventType } from '../../../demo/simulator/index.ts'
import { START, setup } from '../../support/proxy.ts'

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
})
