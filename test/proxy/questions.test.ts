import { describe, expect, it } from 'vitest'
import { kinds } from '../../demo/simulator/kinds.ts'
import type { Answer, BookingRequest, EventInfo } from '../../proxy/contract.ts'
import { setup } from '../support/proxy.ts'

const START = '2026-11-25T07:00:00.000Z'
const IVAN = { name: 'Иван Петров', email: 'ivan@example.com' }

/** The proxy, with one of the event types that Olga does not have. */
async function scene(kind: keyof typeof kinds) {
  const eventType = kinds[kind]()
  const { app, simulator, book } = await setup({ env: { EVENTS: eventType.slug } })
  simulator.account.eventTypes.push(eventType)
  const request = (answers: Record<string, Answer>, more: Partial<BookingRequest> = {}) =>
    book({ event: eventType.slug, start: START, answers, ...more })
  return {
    simulator,
    request,
    /** What Cal.com has of the only booking. */
    booked: () => simulator.account.bookings[0],
    info: async (): Promise<EventInfo> => (await app.request(`/v1/events/${eventType.slug}`)).json(),
    faults: async (answers: Record<string, Answer>, more?: Partial<BookingRequest>) => {
      const res = await request(answers, more)
      const { fields = {} } = await res.json()
      return [res.status, Object.keys(fields)]
    },
  }
}

describe('F029 every kind of question', () => {
  it('is told with its limits, its default, and whether it is hidden', async () => {
    const { info } = await scene('questions')
    const { fields, notBookable } = await info()
    const field = (slug: string) => fields.find((one) => one.slug === slug)
    expect(notBookable).toBeUndefined()
    expect(field('topic')).toEqual({
      ...{ slug: 'topic', type: 'text', required: false, label: 'Тема', placeholder: 'В двух словах' },
      ...{ minLength: 3, maxLength: 80 },
    })
    expect(field('people')).toMatchObject({ type: 'number', min: 1, max: 10 })
    expect(field('first')).toMatchObject({ type: 'boolean', value: true })
    expect(field('source')).toMatchObject({ hidden: true, value: 'site' })
    expect(field('story')).toMatchObject({ maxLength: 1000 })
  })

  it('comes to Cal.com as it wants it', async () => {
    const { request, booked } = await scene('questions')
    const answers = {
      ...IVAN,
      ...{ attendeePhoneNumber: '8 916 123-45-67', topic: 'Дело', story: 'Было так', people: '2', city: 'Тверь' },
      ...{ site: 'https://example.com', one: 'Первое', some: ['Второе'], marks: ['Третье'], either: 'Первое' },
      ...{ colleagues: ['a@example.com', 'a@example.com'], first: false, source: 'vk' },
    }
    expect((await request(answers)).status).toBe(201)
    expect(booked()?.responses).toMatchObject({
      ...answers,
      ...{ attendeePhoneNumber: '+79161234567', people: 2, colleagues: ['a@example.com'] },
    })
  })

  it('F031 has its default sent when it is hidden and nothing else was said', async () => {
    const { request, booked } = await scene('questions')
    await request(IVAN)
    expect(booked()?.responses).toMatchObject({ source: 'site' })
    expect(booked()?.responses).not.toHaveProperty('first')
  })

  it.each<[Record<string, Answer>, string]>([
    [{ topic: 'О' }, 'topic'],
    [{ topic: 'О'.repeat(81) }, 'topic'],
    [{ story: 'О'.repeat(1001) }, 'story'],
    [{ people: '0' }, 'people'],
    [{ people: '11' }, 'people'],
    [{ attendeePhoneNumber: '123' }, 'attendeePhoneNumber'],
    [{ rescheduleReason: 'Так' }, 'rescheduleReason'],
  ])('is refused before Cal.com would: %o', async (answers, slug) => {
    const { faults, simulator } = await scene('questions')
    expect(await faults({ ...IVAN, ...answers })).toEqual([422, [`answers.${slug}`]])
    expect(simulator.calls.filter(({ method }) => method === 'POST')).toEqual([])
  })
})

describe('F032 a name in two parts', () => {
  it('is told as one question of two', async () => {
    const { info } = await scene('splitName')
    const { fields, notBookable } = await info()
    expect(notBookable).toBeUndefined()
    expect(fields[0]).toEqual({
      slug: 'name',
      type: 'name',
      required: true,
      parts: {
        first: { required: true, label: 'Имя', placeholder: 'Иван' },
        last: { required: true, label: 'Фамилия', placeholder: 'Петров' },
      },
    })
  })

  it('is booked as one', async () => {
    const { request, booked } = await scene('splitName')
    expect((await request({ ...IVAN, name: ' Иван Петров ' })).status).toBe(201)
    expect(booked()?.attendees[0]?.name).toBe('Иван Петров')
    expect(booked()?.responses.name).toEqual({ firstName: 'Иван', lastName: 'Петров' })
  })

  it('needs both, where both are required', async () => {
    const { faults } = await scene('splitName')
    expect(await faults({ ...IVAN, name: 'Иван' })).toEqual([422, ['answers.name']])
  })
})

describe('F033 an event type that asks for a phone', () => {
  const location = { id: 'attendeePhone', value: '8 (916) 123-45-67' }
  const answers = { name: 'Иван', attendeePhoneNumber: '9161234567' }

  it('is booked without an e-mail', async () => {
    const { request, booked } = await scene('phoneOnly')
    expect((await request(answers, { location })).status).toBe(201)
    expect(booked()).toMatchObject({ location: '+79161234567', attendees: [{ phoneNumber: '+79161234567' }] })
  })

  it('wants a number where it is to be called', async () => {
    const { faults } = await scene('phoneOnly')
    expect(await faults(answers)).toEqual([422, ['location']])
    expect(await faults(answers, { location: { id: 'attendeePhone' } })).toEqual([422, ['location.value']])
    expect(await faults(answers, { location: { id: 'attendeePhone', value: '123' } })).toEqual([
      422,
      ['location.value'],
    ])
    expect(await faults(answers, { location: { id: 'attendeeAddress', value: 'x' } })).toEqual([422, ['location.id']])
  })
})

describe('F029 every kind of place', () => {
  it('is told, with no more of it than is public', async () => {
    const { info } = await scene('places')
    const { locations, notBookable } = await info()
    expect(notBookable).toBeUndefined()
    expect(locations).toEqual([
      { id: 'integration:cal-video', type: 'integration', label: 'Cal Video' },
      { id: 'integration:telegram-video', type: 'integration', label: 'Telegram' },
      { id: 'address', type: 'address', label: 'Москва, Тверская, 1' },
      { id: 'link', type: 'link' },
      { id: 'phone', type: 'phone', label: '+79160000000' },
      { id: 'attendeePhone', type: 'attendeePhone' },
      { id: 'attendeeAddress', type: 'attendeeAddress' },
      { id: 'attendeeDefined', type: 'attendeeDefined' },
    ])
  })

  it.each([
    [{ id: 'integration:telegram-video' }, 'integrations:telegram'],
    [{ id: 'address' }, 'Москва, Тверская, 1'],
    [{ id: 'link', value: 'ignored' }, 'https://meet.example.com/olga'],
    [{ id: 'phone' }, '+79160000000'],
    [{ id: 'attendeePhone', value: '89161234567' }, '+79161234567'],
    [{ id: 'attendeeAddress', value: ' Тверь, Советская, 2 ' }, 'Тверь, Советская, 2'],
    [{ id: 'attendeeDefined', value: 'В кафе' }, 'В кафе'],
  ])('is booked as it was chosen: %o', async (location, where) => {
    const { request, booked } = await scene('places')
    expect((await request(IVAN, { location })).status).toBe(201)
    expect(booked()?.location).toMatch(where)
  })

  it('is not asked about where there is no choice', async () => {
    const { info, faults } = await scene('questions')
    expect((await info()).locations).toBeUndefined()
    expect(await faults(IVAN, { location: { id: 'link' } })).toEqual([422, ['location.id']])
  })
})
