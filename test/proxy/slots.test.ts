import { describe, expect, it } from 'vitest'
import { setup } from '../support/proxy.ts'

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

  it('without a month gives the first one that has a free time', async () => {
    const { app, simulator } = await setup()
    simulator.clock.set('2026-11-30T20:00:00Z')
    const body = await (await app.request('/v1/slots?event=delo-40min')).json()
    expect(body.month).toBe('2026-12')
    expect(body.slots[0]).toBe('2026-12-01T07:00:00.000Z')
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

  it('asks Cal.com once for many visitors within 30 seconds, and again after', async () => {
    const { app, simulator } = await setup()
    const asked = () => simulator.calls.filter(({ path }) => path.startsWith('/v2/slots')).length
    const ask = () => app.request('/v1/slots?event=delo-40min&month=2026-12')
    await Promise.all([ask(), ask(), ask()])
    await ask()
    expect(asked()).toBe(1)
    simulator.clock.advance(31_000)
    await ask()
    expect(asked()).toBe(2)
  })

  it('asks Cal.com no more for long gone months than for one', async () => {
    const { app, simulator } = await setup()
    const ask = (month: string) => app.request(`/v1/slots?event=delo-40min&month=${month}`)
    expect(await (await ask('2003-01')).json()).toMatchObject({ slots: [], next: '2026-11' })
    const { length } = simulator.calls
    for (const month of ['2003-02', '2004-01', '2026-01']) await ask(month)
    expect(simulator.calls).toHaveLength(length)
  })

  it('answers an unchanged month with 304', async () => {
    const { app } = await setup()
    const ask = (headers = {}) => app.request('/v1/slots?event=delo-40min&month=2026-12', { headers })
    const tag = (await ask()).headers.get('etag') ?? ''
    const again = await ask({ 'if-none-match': tag })
    expect(again.status).toBe(304)
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('is open to pages of any origin', async () => {
    const { app } = await setup()
    const res = await app.request('/v1/slots?event=delo-40min', { headers: { origin: 'https://anywhere.example.com' } })
    expect(res.headers.get('access-control-allow-origin')).toBe('*')
  })

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

  it.each([
    ['down', { kind: 'refuse' }],
    ['cut off', { kind: 'reset' }],
    ['silent', { kind: 'never' }],
    ['blocked', { kind: 'status', status: 429 }],
    ['broken', { kind: 'status', status: 500 }],
    ['an HTML page', { kind: 'html' }],
    ['cut JSON', { kind: 'cut' }],
    ['an unknown shape', { kind: 'shape' }],
  ] as const)('answers 503 when Cal.com is %s', async (_, fault) => {
    const { app, simulator } = await setup({ timeouts: { read: 50, write: 50 } })
    simulator.break(fault)
    const res = await app.request('/v1/slots?event=delo-40min')
    expect(res.status).toBe(503)
    const text = await res.text()
    expect(JSON.parse(text)).toMatchObject({
      code: 'upstream_unavailable',
      title: expect.stringContaining('Календарь'),
    })
    expect(text).not.toMatch(/cal_test|Throttler|v2|html/i)
    if ('status' in fault && fault.status === 429) expect(Number(res.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('answers again as soon as Cal.com does', async () => {
    const { app, simulator } = await setup()
    simulator.break({ kind: 'status', status: 500 })
    expect((await app.request('/v1/slots?event=delo-40min')).status).toBe(503)
    simulator.mend()
    expect((await app.request('/v1/slots?event=delo-40min')).status).toBe(200)
  })
})
