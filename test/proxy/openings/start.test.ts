import { describe, expect, it } from 'vitest'
import { CalcomNoAnswer } from '../../../proxy/calcom/index.ts'
import { START, setup } from '../../support/proxy.ts'
import { asked, busyAtStart, MINUTE, offerOf, PATH, SECOND, times } from './setup.ts'

describe('a start', () => {
  it('is free only by an answer of the last 30 seconds', async () => {
    const proxy = await setup()
    const offer = await offerOf(proxy)
    await times(proxy)
    busyAtStart(proxy.simulator)
    proxy.simulator.clock.advance(30 * SECOND)
    expect(await proxy.heart.openings.isFree(offer, 40, START)).toBe(true)
    proxy.simulator.clock.advance(SECOND)
    expect(await proxy.heart.openings.isFree(offer, 40, START)).toBe(false)
  })

  it('is asked about once, however many want to know', async () => {
    const proxy = await setup()
    const offer = await offerOf(proxy)
    await Promise.all(Array.from({ length: 3 }, () => proxy.heart.openings.isFree(offer, 40, START)))
    expect(asked(proxy.simulator)).toBe(1)
  })

  it('is neither free nor taken when Cal.com cannot be asked; what is known may tell that it is taken', async () => {
    const proxy = await setup()
    const { openings } = proxy.heart
    const offer = await offerOf(proxy)
    proxy.simulator.break({ kind: 'refuse' })
    await expect(openings.isFree(offer, 40, START)).rejects.toBeInstanceOf(CalcomNoAnswer)
    expect(await openings.mayBeFree(offer, 40, START)).toBe(true)
    proxy.simulator.mend()
    busyAtStart(proxy.simulator)
    await times(proxy)
    proxy.simulator.break({ kind: 'refuse' })
    proxy.simulator.clock.advance(15 * MINUTE)
    await expect(openings.isFree(offer, 40, START)).rejects.toBeInstanceOf(CalcomNoAnswer)
    expect(await openings.mayBeFree(offer, 40, START)).toBe(false)
    expect(await openings.mayBeFree(offer, 40, '2026-11-26T07:00:00.000Z')).toBe(true)
    proxy.simulator.clock.advance(SECOND)
    expect(await openings.mayBeFree(offer, 40, START)).toBe(true)
  })

  it('is asked about with the calls that are kept for bookings', async () => {
    const proxy = await setup()
    const offer = await offerOf(proxy)
    for (let call = 0; call < 60; call++) await proxy.store.budget.take('read', '2026-11-22T12:00:00.000Z')
    expect((await proxy.app.request(PATH)).status).toBe(503)
    expect(await proxy.heart.openings.isFree(offer, 40, START)).toBe(true)
  })

  it('that is gone, or more than a year away, costs no call', async () => {
    const proxy = await setup()
    const offer = await offerOf(proxy)
    const { length } = proxy.simulator.calls
    for (const start of ['2026-11-20T07:00:00.000Z', '2028-02-01T07:00:00.000Z'])
      expect(await proxy.heart.openings.isFree(offer, 40, start)).toBe(false)
    expect(proxy.simulator.calls).toHaveLength(length)
  })

  it('of one’s own booking is free when it is to be moved', async () => {
    const proxy = await setup()
    const { openings } = proxy.heart
    const offer = await offerOf(proxy)
    const { ref } = await (await proxy.book()).json()
    const [booking] = proxy.simulator.account.bookings
    proxy.simulator.clock.advance(5 * MINUTE)
    expect(await openings.isFree(offer, 40, START)).toBe(false)
    expect(await openings.isFree(offer, 40, START, { moving: booking?.uid ?? '', except: [ref] })).toBe(true)
  })
})
