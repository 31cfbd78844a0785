import { describe, expect, it } from 'vitest'
import { eventType } from '../../../demo/simulator/index.ts'
import { NOW, START, setup } from '../../support/proxy.ts'
import { asked, busyAtStart, SECOND, times, until } from './setup.ts'

describe('free times, laid over with what Cal.com does not show', () => {
  it('leave out whatever overlaps a claim, with the buffers of the event type', async () => {
    const proxy = await setup({ env: { EVENTS: 'calm' } })
    const buffers = { beforeEventBuffer: 10, afterEventBuffer: 20 }
    proxy.simulator.account.eventTypes.push(eventType({ slug: 'calm', slotInterval: 10, ...buffers }))
    const claim = { id: 'c', kind: 'request' as const, host: 'olgarozet', address: null }
    const span = { from: '2026-11-25T09:00:00.000Z', to: '2026-11-25T10:00:00.000Z' }
    await proxy.store.claims.take({ ...claim, ...span, until: '2026-11-22T12:05:00.000Z' }, { now: NOW })
    const { slots } = await times(proxy, '/v1/slots?event=calm&month=2026-11')
    const near = slots.filter((start: string) => start >= '2026-11-25T08:10' && start < '2026-11-25T10:20')
    expect(near).toEqual(['2026-11-25T08:10:00.000Z', '2026-11-25T10:10:00.000Z'])
  })

  it('leave alone what is claimed of somebody else’s time', async () => {
    const proxy = await setup()
    const claim = { id: 'c', kind: 'request' as const, host: 'ivan', address: null }
    const span = { from: START, to: '2026-11-25T07:40:00.000Z' }
    await proxy.store.claims.take({ ...claim, ...span, until: '2026-11-22T12:05:00.000Z' }, { now: NOW })
    expect((await times(proxy)).slots).toContain(START)
  })

  it('leave out a booking as long as Cal.com’s answer may be older than it', async () => {
    const proxy = await setup()
    await times(proxy)
    expect((await proxy.book()).status).toBe(201)
    proxy.simulator.clock.advance(61 * SECOND)
    const { arrived, letGo } = proxy.hold('GET')
    expect(await times(proxy)).toMatchObject({ asOf: '2026-11-22T12:00:00.000Z' })
    expect((await times(proxy)).slots).not.toContain(START)
    await arrived
    letGo()
  })

  it('are asked again soon after a change, as Cal.com may have answered from before it', async () => {
    const proxy = await setup()
    await times(proxy)
    busyAtStart(proxy.simulator)
    proxy.simulator.clock.advance(SECOND)
    await proxy.heart.openings.drop()
    expect((await times(proxy)).slots).toContain(START)
    const calls = asked(proxy.simulator)
    proxy.simulator.clock.advance(3 * SECOND + 1)
    await times(proxy)
    await expect.poll(() => asked(proxy.simulator)).toBe(calls + 1)
    await until(proxy, { slots: expect.not.arrayContaining([START]) })
  })
})
