import { describe, expect, it } from 'vitest'
import { eventType } from '../../demo/simulator/seed.ts'
import { setup } from '../support/proxy.ts'

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
        { slug: 'notes', type: 'textarea', required: false },
        { slug: 'guests', type: 'multiemail', required: false },
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
    ['at the visitor’s place', { locations: [{ type: 'attendeeAddress' }] }, 'location'],
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

  it('says the same of one that asks for no name, as when it asks for it in two parts', async () => {
    const { app, simulator } = await setup({ env: { EVENTS: 'special' } })
    const special = eventType({ slug: 'special' })
    for (const field of special.bookingFields) if (field.slug === 'name') field.type = 'splitName' as never
    simulator.account.eventTypes.push(special)
    expect(await (await app.request('/v1/events/special')).json()).toMatchObject({ notBookable: 'field' })
  })

  it('asks Cal.com once for many visitors within a minute, and again after', async () => {
    const { app, simulator } = await setup()
    const asked = () => simulator.calls.filter(({ path }) => path.startsWith('/v2/event-types')).length
    const ask = () => app.request('/v1/events/delo-40min')
    await Promise.all([ask(), ask(), ask()])
    simulator.clock.advance(59_000)
    await ask()
    expect(asked()).toBe(1)
    simulator.clock.advance(2_000)
    await ask()
    await expect.poll(asked).toBe(2)
  })

  it('is known though Cal.com is down, for as long as it takes, and after a start anew', async () => {
    const { app, store, simulator } = await setup()
    const ask = async (from = app) => (await from.request('/v1/events/delo-40min')).json()
    const event = await ask()
    simulator.break({ kind: 'refuse' })
    simulator.clock.advance(30 * 86_400_000)
    expect(await ask()).toEqual(event)
    expect(await ask((await setup({ store, simulator })).app)).toEqual(event)
  })

  it('is read anew when what is kept of it has a shape of old', async () => {
    const { app, store } = await setup()
    await store.cache.put('event delo-40min', { value: '{"slug":"delo-40min"}', asOf: '2026-11-22T12:00:00.000Z' })
    expect(await (await app.request('/v1/events/delo-40min')).json()).toMatchObject({
      slug: 'delo-40min',
      duration: 40,
    })
  })

  it('is missed once a minute, too, when Cal.com has none', async () => {
    const { app, simulator } = await setup({ env: { EVENTS: 'gone' } })
    for (const _ of 'three') expect((await app.request('/v1/events/gone')).status).toBe(404)
    expect(simulator.calls.filter(({ path }) => path.startsWith('/v2/event-types'))).toHaveLength(1)
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
