import { describe, expect, it, vi } from 'vitest'
import { START, setup } from '../../support/proxy.ts'

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
