import { describe, expect, it } from 'vitest'
import { LATER, setupBooked } from '../support/managed.ts'
import { NOW, START } from '../support/proxy.ts'

const asks = (calls: { path: string }[]) => calls.filter(({ path }) => path.startsWith('/v2/slots'))

/** Ivan's booking, two minutes later: from then on Cal.com is the truth. */
async function scene(...options: Parameters<typeof setupBooked>) {
  const all = await setupBooked(...options)
  all.simulator.clock.advance(120_000)
  const ask = (query = '') => all.app.request(`${all.at}/slots${query}`)
  return { ...all, ask, slots: async (query?: string) => (await (await ask(query)).json()).slots as string[] }
}

describe('GET /v1/bookings/:token/slots', () => {
  it('has the same shape as the free starts for all, and is kept by nobody', async () => {
    const { ask, app } = await scene()
    const res = await ask('?month=2026-11')
    const all = await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()
    expect([res.status, res.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await res.json()).toEqual({ ...all, asOf: expect.any(String), slots: [...all.slots, START].sort() })
  })

  it('counts as free what the booking alone blocks', async () => {
    const { slots, free, simulator, book } = await scene()
    for (const type of simulator.account.eventTypes) type.slotInterval = 20
    expect((await book({ start: LATER, answers: { name: 'Мария', email: 'maria@example.com' } })).status).toBe(201)
    simulator.clock.advance(120_000)
    const overlapping = '2026-11-25T07:20:00.000Z'
    expect(await slots('?month=2026-11')).toEqual(expect.arrayContaining([START, overlapping]))
    expect(await slots('?month=2026-11')).not.toContain(LATER)
    expect(await free()).not.toContain(overlapping)
  })

  it('is the first month with a free start, where none is named', async () => {
    const { ask, slots } = await scene()
    expect(await (await ask()).json()).toMatchObject({ month: '2026-11' })
    expect(await slots('?month=2026-12')).toContain('2026-12-31T07:00:00.000Z')
  })

  it('can be moved to', async () => {
    const { slots, move } = await scene()
    const last = (await slots('?month=2026-12')).at(-1) ?? ''
    expect((await move(last)).status).toBe(200)
    expect(await slots('?month=2026-12')).toContain(last)
  })

  it('asks Cal.com once in five seconds for the booking, whatever month is looked at', async () => {
    const { ask, simulator } = await scene({ times: { recent: 5_000 } })
    const own = () => asks(simulator.calls).filter(({ path }) => path.includes('bookingUidToReschedule')).length
    for (const month of ['2026-11', '2026-12', '2027-01', '2026-11']) await ask(`?month=${month}`)
    expect(own()).toBe(1)
  })

  it('is as it is for all while Cal.com cannot be asked', async () => {
    const { slots, free, simulator } = await scene()
    const known = await free()
    simulator.break({ kind: 'refuse' })
    expect(await slots('?month=2026-11')).toEqual(known)
  })

  it('does not exist for what cannot be moved', async () => {
    const { ask, cancel, app, simulator } = await scene()
    expect((await app.request('/v1/bookings/nobody/slots')).status).toBe(404)
    expect((await ask('?month=2026-13')).status).toBe(400)
    await cancel()
    const asked = asks(simulator.calls).length
    expect([(await ask()).status, asks(simulator.calls).length]).toEqual([409, asked])
  })

  it('is for pages on the list alone', async () => {
    const { app, at } = await setupBooked({ env: { ALLOWED_ORIGINS: 'https://olgaroset.ru' } })
    const from = async (origin: string) => {
      const { status, headers } = await app.request(`${at}/slots`, { headers: { origin } })
      return [status, headers.get('access-control-allow-origin')]
    }
    expect(await from('https://olgaroset.ru')).toEqual([200, 'https://olgaroset.ru'])
    expect((await from('https://example.com'))[0]).toBe(403)
    const preflight = await app.request(`${at}/slots`, {
      method: 'OPTIONS',
      headers: { origin: 'https://olgaroset.ru' },
    })
    expect(preflight.status).toBe(204)
  })
})

describe('a required reason', () => {
  it('is asked for before Cal.com would, when a booking is moved', async () => {
    const { simulator, move } = await setupBooked()
    const eventType = simulator.account.eventTypes.find(({ slug }) => slug === 'delo-40min')
    const field = eventType?.bookingFields.find(({ slug }) => slug === 'rescheduleReason')
    if (field) field.required = true
    simulator.clock.set(new Date(Date.parse(NOW) + 11 * 60_000).toISOString())
    const res = await move(LATER)
    expect([res.status, Object.keys((await res.json()).fields)]).toEqual([422, ['reason']])
    expect((await move(LATER, { reason: 'Не успеваю' })).status).toBe(200)
  })
})
