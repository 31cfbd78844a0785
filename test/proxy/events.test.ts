import { describe, expect, it } from 'vitest'
import { type EventTypeSeed, eventType } from '../../demo/simulator/seed.ts'
import type { EventInfo } from '../../proxy/contract.ts'
import { setup } from '../support/proxy.ts'

/** As Cal.com tells a field that it has no shape for. */
const wrapped = (field: object) => ({ type: 'unknown', slug: 'unknown', bookingField: JSON.stringify(field) })

/** What is told of an event type with these settings, and with one more field. */
async function infoOf(settings: Partial<EventTypeSeed>, field?: object): Promise<EventInfo> {
  const { app, simulator } = await setup({ env: { EVENTS: 'special' } })
  const special = eventType({ slug: 'special', ...settings })
  if (field) special.bookingFields.push(field as (typeof special.bookingFields)[number])
  simulator.account.eventTypes.push(special)
  return (await app.request('/v1/events/special')).json()
}

describe('GET /v1/events/:slug', () => {
  it('tells what the widget needs, and nothing else of the account', async () => {
    const { app, consent } = await setup()
    const res = await app.request('/v1/events/delo-40min')
    expect(res.status).toBe(200)
    expect(await res.json()).toEqual({
      slug: 'delo-40min',
      title: '40 минут с Ольгой Розет',
      duration: 40,
      durations: [40],
      host: { name: 'Olga Rozet', timeZone: 'Europe/Moscow' },
      confirmation: false,
      place: 'video',
      fields: [
        { slug: 'name', type: 'name', required: true },
        { slug: 'email', type: 'email', required: true },
        { slug: 'notes', type: 'textarea', required: false, maxLength: 1000 },
        { slug: 'guests', type: 'multiemail', required: false },
        { slug: 'rescheduleReason', type: 'textarea', required: false, maxLength: 1000, when: 'move' },
      ],
      consent,
      link: 'https://cal.com/olgarozet/delo-40min',
    })
  })

  it.each([
    ['paid', { price: 1000 }, 'paid'],
    ['with seats', { seats: { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true } }, 'seats'],
    ['repeated', { recurrence: { interval: 1, occurrences: 4, frequency: 'weekly' } }, 'recurring'],
    ['for verified addresses', { requiresBookerEmailVerification: true }, 'verification'],
    ['for signed-in visitors', { bookingRequiresAuthentication: true }, 'verification'],
    ['at a place of a new kind', { locations: [{ type: 'hologram' }] }, 'location'],
  ])('says why one that is %s cannot be booked here', async (_, settings, why) => {
    const { app, simulator } = await setup({ env: { EVENTS: 'special' } })
    simulator.account.eventTypes.push(eventType({ slug: 'special', ...settings } as Parameters<typeof eventType>[0]))
    expect(await (await app.request('/v1/events/special')).json()).toMatchObject({ notBookable: why })
  })

  it('says the same of a required field of a type that it does not know', async () => {
    const { app, simulator } = await setup({ env: { EVENTS: 'special' } })
    const special = eventType({ slug: 'special' })
    special.bookingFields.push({
      type: 'hologram',
      slug: 'face',
      label: 'Лицо',
      required: true,
      isDefault: false,
      hidden: false,
    } as never)
    simulator.account.eventTypes.push(special)
    expect(await (await app.request('/v1/events/special')).json()).toMatchObject({ notBookable: 'field' })
  })

  it.each<[string, object]>([
    ['that Cal.com has no shape for', wrapped({ name: 'face', type: 'hologram', required: true })],
    ['that cannot be read at all', { type: 'unknown', slug: 'unknown', bookingField: '{' }],
    ['that is hidden and has no answer', { type: 'text', slug: 'x', label: 'X', required: true, hidden: true }],
  ])('says the same of a required field %s', async (_, field) => {
    expect(await infoOf({}, field)).toMatchObject({ notBookable: 'field' })
  })

  it('reads a field that Cal.com has no shape for as Cal.com keeps it', async () => {
    const views = [{ id: 'reschedule', label: 'Reschedule View' }]
    const field = wrapped({ name: 'city', type: 'text', label: 'Город', required: false, maxLength: 40, views })
    const { fields, notBookable } = await infoOf({}, field)
    expect(fields).toContainEqual({
      ...{ slug: 'city', type: 'text', required: false, label: 'Город', maxLength: 40, when: 'move' },
    })
    expect(notBookable).toBeUndefined()
  })

  it('says the same of one that asks for no name', async () => {
    const { bookingFields } = eventType({ slug: 'special' })
    expect(await infoOf({ bookingFields: bookingFields.filter(({ slug }) => slug !== 'name') })).toMatchObject({
      notBookable: 'field',
    })
  })

  it.each([
    [
      { price: 250_000, currency: 'rub' },
      { amount: 2500, currency: 'RUB' },
    ],
    [
      { price: 5000, currency: 'jpy' },
      { amount: 5000, currency: 'JPY' },
    ],
  ])('tells the price of what costs something: %o', async (settings, price) => {
    expect(await infoOf(settings)).toMatchObject({ price, notBookable: 'paid' })
  })

  it.each([
    ['so many days', { type: 'calendarDays', value: 30, rolling: false }, '2026-12-22'],
    ['so many business days', { type: 'businessDays', value: 6, rolling: false }, '2026-11-30'],
    ['a range', { type: 'range', value: ['2026-12-01', '2026-12-24'] }, '2026-12-24'],
    ['so many days with free times', { type: 'calendarDays', value: 30, rolling: true }, undefined],
    ['no end', { disabled: true }, undefined],
  ])('tells the last day of a window of %s', async (_, bookingWindow, until) => {
    expect((await infoOf({ bookingWindow } as Partial<EventTypeSeed>)).until).toBe(until)
  })

  it('tells the last day anew the next day, on the host’s clocks', async () => {
    const { app, simulator } = await setup({ env: { EVENTS: 'special' } })
    const bookingWindow = { type: 'calendarDays' as const, value: 1, rolling: false }
    simulator.account.eventTypes.push(eventType({ slug: 'special', bookingWindow }))
    const until = async () => (await (await app.request('/v1/events/special')).json()).until
    expect(await until()).toBe('2026-11-23')
    simulator.break({ kind: 'refuse' })
    simulator.clock.set('2026-11-22T20:59:00Z')
    expect(await until()).toBe('2026-11-23')
    simulator.clock.set('2026-11-22T21:00:00Z')
    expect(await until()).toBe('2026-11-24')
  })

  it('tells what it is about, and how else its host can be reached', async () => {
    const { app, simulator } = await setup({ env: { EVENTS: 'special', CONTACTS: '@olga_rozet' } })
    simulator.account.eventTypes.push(eventType({ slug: 'special', description: ' О деле. ' }))
    expect(await (await app.request('/v1/events/special')).json()).toMatchObject({
      description: 'О деле.',
      contacts: [{ label: 'Telegram', href: 'https://t.me/olga_rozet' }],
    })
  })

  it('is open to pages of any origin and kept for a minute, answered, unchanged or missing', async () => {
    const { app } = await setup()
    const ask = (slug: string, tag = '') => app.request(`/v1/events/${slug}`, { headers: { 'if-none-match': tag } })
    const found = await ask('delo-40min')
    const unchanged = await ask('delo-40min', found.headers.get('etag') ?? '')
    const missing = await ask('nope')
    const answers = [found, unchanged, missing]
    const kept = 'public, max-age=60, stale-while-revalidate=600'
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 404])
    expect(answers.map(({ headers }) => headers.get('access-control-allow-origin'))).toEqual(['*', '*', '*'])
    expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([kept, kept, 'no-store'])
  })

  it('answers 404 for one that is not offered', async () => {
    const { app, simulator } = await setup()
    const res = await app.request('/v1/events/nope')
    expect(res.status).toBe(404)
    expect(await res.json()).toMatchObject({
      code: 'event_not_found',
      title: 'Такой встречи нет',
      fields: { event: expect.any(String) },
    })
    expect(simulator.calls).toHaveLength(0)
  })
})
