import { describe, expect, it } from 'vitest'
import { eventType } from '../../demo/simulator/seed.ts'
import { setup } from '../support/proxy.ts'

describe('an event type', () => {
  it('asks Cal.com once for many visitors within a minute, and again after', async () => {
    const { app, simulator } = await setup()
    const asked = () => simulator.calls.filter(({ path }) => path.startsWith('/v2/event-types')).length
    const ask = () => app.request('/v1/events/delo-40min')
    await Promise.all([ask(), ask(), ask()])
    simulator.clock.advance(59_000)
    await ask()
    // Its name tells the id, the id the hidden questions.
    expect(asked()).toBe(2)
    simulator.clock.advance(2_000)
    await ask()
    await expect.poll(asked).toBe(3)
  })

  it('asks whose they are once, of however many event types', async () => {
    const { app, simulator } = await setup()
    for (const slug of ['15min', '30min', 'delo-40min']) await app.request(`/v1/events/${slug}`)
    expect(simulator.calls.filter(({ path }) => path === '/v2/me')).toHaveLength(1)
  })

  it('finds one that was made anew under the same name', async () => {
    const { app, simulator } = await setup()
    const { eventTypes } = simulator.account
    await app.request('/v1/events/delo-40min')
    eventTypes.splice(2, 1, eventType({ slug: 'delo-40min', title: 'Новая', lengthInMinutes: 50 }))
    simulator.clock.advance(11 * 60_000)
    expect(await (await app.request('/v1/events/delo-40min')).json()).toMatchObject({ title: 'Новая', duration: 50 })
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
})
