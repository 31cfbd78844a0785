import { describe, expect, it } from 'vitest'
import { eventType } from '../../demo/simulator/seed.ts'
import { NOW, START, setup } from '../support/proxy.ts'

describe('GET /v1/slots', () => {
  it('gives the free starts of a month as UTC instants', async () => {
    const { app } = await setup()
    const res = await app.request('/v1/slots?event=delo-40min&month=2026-12')
    expect(res.status).toBe(200)
    const body = await res.json()
    expect(body).toMatchObject({ event: 'delo-40min', month: '2026-12', duration: 40, stale: false })
    expect(body.asOf).toBe('2026-11-22T12:00:00.000Z')
    expect(body.slots).toContain('2026-12-01T07:00:00.000Z')
    expect(body.slots.every((start: string) => /Z$/.test(start))).toBe(true)
  })

  it('holds the month in every zone: 14 hours either side, and no more', async () => {
    const { app, simulator } = await setup()
    for (const schedule of simulator.account.schedules) {
      schedule.availability = [
        {
          days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
          startTime: '00:00',
          endTime: '23:59',
        },
      ]
    }
    const { slots } = await (await app.request('/v1/slots?event=15min&month=2026-12')).json()
    expect(slots[0]).toBe('2026-11-30T10:00:00.000Z')
    expect(slots.at(-1) < '2027-01-01T14:00:00.000Z').toBe(true)
    expect(slots.at(-1) > '2027-01-01T13:00:00.000Z').toBe(true)
  })

  it('F090 without a month gives the first one that has a free time', async () => {
    const { app, simulator } = await setup()
    simulator.clock.set('2026-11-30T20:00:00Z')
    const body = await (await app.request('/v1/slots?event=delo-40min')).json()
    expect(body.month).toBe('2026-12')
    expect(body.slots[0]).toBe('2026-12-01T07:00:00.000Z')
  })

  it('goes by the months of the host, not of UTC', async () => {
    const { app, simulator } = await setup()
    const ask = async (query = '') => (await app.request(`/v1/slots?event=delo-40min${query}`)).json()
    const [schedule] = simulator.account.schedules
    if (schedule) schedule.availability = []
    if (schedule) schedule.overrides = [{ date: '2026-12-01', startTime: '01:00', endTime: '01:40' }]
    const slots = ['2026-11-30T22:00:00.000Z']
    expect(await ask()).toMatchObject({ month: '2026-12', slots })
    expect(await ask('&month=2026-11')).toMatchObject({ month: '2026-11', slots, next: '2026-12' })
    simulator.clock.set('2026-11-30T22:00:00Z')
    expect(await ask()).toMatchObject({ month: '2026-12', slots: [] })
  })

  it('names the next month with a free time when this one is empty', async () => {
    const { app } = await setup()
    const body = await (await app.request('/v1/slots?event=delo-40min&month=2026-10')).json()
    expect(body).toMatchObject({ slots: [], next: '2026-11' })
  })

  it('names it also when only the hours beside the month have a time', async () => {
    const { app, simulator } = await setup()
    const [schedule] = simulator.account.schedules
    if (schedule) schedule.availability = []
    if (schedule) schedule.overrides = [{ date: '2027-01-01', startTime: '10:00', endTime: '12:00' }]
    const body = await (await app.request('/v1/slots?event=delo-40min&month=2026-12')).json()
    expect(body).toMatchObject({
      slots: ['2027-01-01T07:00:00.000Z', expect.any(String), expect.any(String)],
      next: '2027-01',
    })
  })

  it.each([
    ['', 30],
    ['&duration=60', 60],
  ])('gives the starts of the length that is asked for, the first one otherwise: %s', async (query, duration) => {
    const { app, simulator } = await setup({ env: { EVENTS: 'several' } })
    simulator.account.eventTypes.push(eventType({ slug: 'several', lengthInMinutesOptions: [30, 60] }))
    const body = await (await app.request(`/v1/slots?event=several&month=2026-12${query}`)).json()
    const [first = '', second = ''] = body.slots
    expect(body.duration).toBe(duration)
    expect(Date.parse(second) - Date.parse(first)).toBe(duration * 60_000)
    expect(simulator.calls.at(-1)?.path).toContain(`duration=${duration}`)
  })

  it('F093 asks Cal.com once for many visitors within 30 seconds, and again after', async () => {
    const { app, simulator } = await setup()
    const asked = () => simulator.calls.filter(({ path }) => path.startsWith('/v2/slots')).length
    const ask = () => app.request('/v1/slots?event=delo-40min&month=2026-12')
    await Promise.all([ask(), ask(), ask()])
    simulator.clock.advance(29_000)
    await ask()
    expect(asked()).toBe(1)
    simulator.clock.advance(2_000)
    await ask()
    await expect.poll(asked).toBe(2)
  })

  it('asks Cal.com no more for long gone months than for one', async () => {
    const { app, simulator } = await setup()
    const ask = (month: string) => app.request(`/v1/slots?event=delo-40min&month=${month}`)
    expect(await (await ask('2003-01')).json()).toMatchObject({ slots: [], next: '2026-11' })
    const { length } = simulator.calls
    for (const month of ['2003-02', '2004-01', '2026-01']) await ask(month)
    expect(simulator.calls).toHaveLength(length)
  })

  it.each([
    ['2027-12', 1],
    ['2028-01', 0],
    ['2099-01', 0],
  ])('looks 13 months ahead, and no further: %s', async (month, calls) => {
    const { app, simulator } = await setup()
    const body = await (await app.request(`/v1/slots?event=delo-40min&month=${month}`)).json()
    expect(body).toMatchObject({ month, slots: [] })
    expect(simulator.calls.filter(({ path }) => path.startsWith('/v2/slots'))).toHaveLength(calls)
  })

  it('F093 answers an unchanged month with 304', async () => {
    const { app } = await setup()
    const ask = (headers = {}) => app.request('/v1/slots?event=delo-40min&month=2026-12', { headers })
    const first = await ask()
    const again = await ask({ 'if-none-match': first.headers.get('etag') ?? '' })
    expect([first.status, again.status]).toEqual([200, 304])
    const kept = 'public, max-age=10, stale-while-revalidate=30'
    expect([first, again].map(({ headers }) => headers.get('cache-control'))).toEqual([kept, kept])
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  })

  it.each(['/v1/slots?event=delo-40min', '/v1/slots?event=nope'])(
    'is open to pages of any origin: %s',
    async (path) => {
      const { app } = await setup()
      const ask = () => app.request(path, { headers: { origin: 'https://anywhere.example.com' } })
      // The second answer is one that was written before.
      for (const res of [await ask(), await ask()]) expect(res.headers.get('access-control-allow-origin')).toBe('*')
    },
  )

  it.each([
    ['month=2026-13', 'month'],
    ['month=tomorrow', 'month'],
    ['duration=0', 'duration'],
    ['duration=abc', 'duration'],
    ['duration=55', 'duration'],
  ])('says which parameter is wrong: %s', async (query, field) => {
    const { app, simulator } = await setup()
    const res = await app.request(`/v1/slots?event=delo-40min&${query}`)
    expect(res.status).toBe(400)
    expect(res.headers.get('content-type')).toBe('application/problem+json')
    expect(await res.json()).toMatchObject({ code: 'invalid_request', fields: { [field]: expect.any(String) } })
    expect(simulator.calls.filter(({ path }) => path.startsWith('/v2/slots'))).toHaveLength(0)
  })

  it('misses an event, in the language of the visitor', async () => {
    const { app } = await setup()
    const ask = async (lang: string) =>
      (await app.request('/v1/slots', { headers: { 'accept-language': lang } })).json()
    expect(await ask('ru')).toMatchObject({ fields: { event: 'Заполните это поле' } })
    expect(await ask('en-GB, en')).toMatchObject({ fields: { event: 'Please fill this in' } })
  })

  it('does not ask Cal.com for an event type that is not offered', async () => {
    const { app, simulator } = await setup()
    const res = await app.request('/v1/slots?event=secret')
    expect(res.status).toBe(404)
    expect(await res.json()).toMatchObject({ code: 'event_not_found', fields: { event: expect.any(String) } })
    expect(simulator.calls).toHaveLength(0)
  })

  it('says that Cal.com has no such event type', async () => {
    const { app } = await setup({ env: { EVENTS: 'gone' } })
    const res = await app.request('/v1/slots?event=gone')
    expect(res.status).toBe(404)
    expect(await res.json()).toMatchObject({ code: 'event_not_found' })
  })
})

describe('a clock that ran ahead', () => {
  it('leaves nothing behind that is trusted once it is put back', async () => {
    const { app, simulator, store } = await setup()
    const free = async (of: typeof app) =>
      (await (await of.request('/v1/slots?event=delo-40min&month=2026-11')).json()).slots
    simulator.clock.advance(7_200_000)
    expect(await free(app)).toContain(START)
    simulator.clock.set(NOW)
    simulator.account.busy.push({ start: START, end: '2026-11-25T07:40:00.000Z' })
    expect(await free(app)).not.toContain(START)
    const other = await setup({ store, simulator })
    const { length } = simulator.calls
    expect(await free(other.app)).not.toContain(START)
    expect(simulator.calls).toHaveLength(length)
  })
})
