import { describe, expect, it } from 'vitest'
import { START } from '../../support/proxy.ts'
import { asked, busyAtStart, MINUTE, offerOf, PATH, SECOND, times, two, until } from './setup.ts'

describe('free times of two instances', () => {
  it('are asked for once', async () => {
    const { one, other, simulator } = await two()
    const [mine, theirs] = await Promise.all([times(one), times(other)])
    expect(mine).toEqual(theirs)
    simulator.clock.advance(31 * SECOND)
    await Promise.all([times(one), times(other)])
    await Promise.all([one, other].map((proxy) => until(proxy, { asOf: '2026-11-22T12:00:31.000Z' })))
    expect(asked(simulator)).toBe(2)
  })

  it('are asked for by the other when one has failed', async () => {
    const { one, other, simulator } = await two()
    await Promise.all([offerOf(one), offerOf(other)])
    simulator.break({ kind: 'refuse', times: 1 })
    const answers = await Promise.all([one.app.request(PATH), other.app.request(PATH)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503])
  })

  it('outlive a start anew while Cal.com is down', async () => {
    const { one, other, simulator } = await two()
    const { asOf } = await times(one)
    simulator.break({ kind: 'refuse' })
    simulator.clock.advance(12 * MINUTE)
    expect(await times(other)).toMatchObject({ asOf, stale: true })
  })

  it('are both without what one of them holds: here at once, there within a second', async () => {
    const { one, other, simulator } = await two()
    expect((await times(one)).slots).toContain(START)
    expect((await times(other)).slots).toContain(START)
    const res = await one.app.request('/v1/holds', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: 'delo-40min', start: START }),
    })
    const { id } = await res.json()
    expect((await times(one)).slots).not.toContain(START)
    simulator.clock.advance(SECOND)
    expect((await times(other)).slots).not.toContain(START)
    await one.app.request(`/v1/holds/${id}/release`, { method: 'POST' })
    expect((await times(one)).slots).toContain(START)
  })

  it('are asked anew by both when something has changed at Cal.com', async () => {
    const { one, other, simulator } = await two()
    await Promise.all([times(one), times(other)])
    busyAtStart(simulator)
    simulator.clock.advance(5 * SECOND)
    await one.heart.openings.drop()
    simulator.clock.advance(1)
    expect((await times(one)).slots).not.toContain(START)
    simulator.clock.advance(SECOND)
    expect((await times(other)).slots).not.toContain(START)
    expect(asked(simulator)).toBe(2)
  })
})
