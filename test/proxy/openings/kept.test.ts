import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../support/memory-store.ts'
import { setup } from '../../support/proxy.ts'
import { asked, counting, MINUTE, PATH, SECOND, times, until } from './setup.ts'

describe('free times', () => {
  it('F093 are given as they are for 10 minutes, while Cal.com is asked behind it', async () => {
    const proxy = await setup()
    const { asOf } = await times(proxy)
    proxy.simulator.clock.advance(31 * SECOND)
    const { arrived, letGo } = proxy.hold('GET')
    expect(await times(proxy)).toMatchObject({ asOf, stale: false })
    await arrived
    expect(await times(proxy)).toMatchObject({ asOf, stale: false })
    letGo()
    await until(proxy, { asOf: '2026-11-22T12:00:31.000Z', stale: false })
    expect(asked(proxy.simulator)).toBe(2)
  })

  it('are waited for when they are older', async () => {
    const proxy = await setup()
    await times(proxy)
    proxy.simulator.clock.advance(11 * MINUTE)
    expect(await times(proxy)).toMatchObject({ asOf: '2026-11-22T12:11:00.000Z', stale: false })
  })

  it('F093 are the last known for 15 minutes when Cal.com is down, and then none', async () => {
    const proxy = await setup()
    const { asOf } = await times(proxy)
    proxy.simulator.break({ kind: 'refuse' })
    proxy.simulator.clock.advance(15 * MINUTE)
    expect(await times(proxy)).toMatchObject({ asOf, stale: true })
    proxy.simulator.clock.advance(SECOND)
    expect((await proxy.app.request(PATH)).status).toBe(503)
  })

  it('say that they are stale once Cal.com could not be asked, until it can', async () => {
    const proxy = await setup()
    await times(proxy)
    proxy.simulator.clock.advance(31 * SECOND)
    proxy.simulator.break({ kind: 'refuse' })
    await until(proxy, { stale: true })
    proxy.simulator.mend()
    await until(proxy, { stale: false })
  })

  it('leave Cal.com alone for a while when it has failed, and say so once in the log', async () => {
    const proxy = await setup()
    await times(proxy)
    const calls = asked(proxy.simulator)
    proxy.simulator.break({ kind: 'refuse', on: { path: /slots/ } })
    proxy.simulator.clock.advance(11 * MINUTE)
    await Promise.all([times(proxy), times(proxy), times(proxy)])
    proxy.simulator.clock.advance(4 * SECOND)
    await times(proxy)
    expect(asked(proxy.simulator)).toBe(calls + 1)
  })

  it('of this month and the next cost one call', async () => {
    const { app, simulator } = await setup()
    for (const month of ['', '&month=2026-11', '&month=2026-12']) await app.request(`${PATH.split('&')[0]}${month}`)
    expect(asked(simulator)).toBe(1)
  })

  it('are still to come', async () => {
    const proxy = await setup()
    for (const type of proxy.simulator.account.eventTypes) type.minimumBookingNotice = 0
    proxy.simulator.clock.set('2026-11-23T06:55:00Z')
    expect((await times(proxy)).slots[0]).toBe('2026-11-23T07:00:00.000Z')
    proxy.simulator.break({ kind: 'refuse' })
    proxy.simulator.clock.advance(5 * MINUTE)
    expect((await times(proxy)).slots[0]).toBe('2026-11-23T07:40:00.000Z')
  })

  it('cost no access to the store while they are fresh', async () => {
    const { store, count } = counting(await memoryStore())
    const proxy = await setup({ store })
    await times(proxy)
    const before = count()
    // Each by an address of his own, so that none gets the answer that was written for another.
    for (let visitor = 0; visitor < 10; visitor++) await times(proxy, `${PATH}&visitor=${visitor}`)
    expect(count() - before).toBe(0)
  })

  it('are given though the store is gone', async () => {
    const proxy = await setup()
    const { asOf } = await times(proxy)
    await proxy.store.close()
    proxy.simulator.clock.advance(2 * SECOND)
    expect(await times(proxy)).toMatchObject({ asOf, stale: false })
    proxy.simulator.clock.advance(14 * MINUTE)
    expect(await times(proxy)).toMatchObject({ asOf, stale: true })
  })
})
