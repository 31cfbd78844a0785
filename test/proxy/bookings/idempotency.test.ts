import { describe, expect, it } from 'vitest'
import { newKey, setup } from '../../support/proxy.ts'

const HOUR = 3_600_000

describe('Idempotency-Key', () => {
  it('repeats the first answer and books once', async () => {
    const { post, request, simulator } = await setup()
    const headers = { 'idempotency-key': newKey() }
    const first = await post(request(), headers)
    const second = await post(request(), headers)
    expect(second.status).toBe(201)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(await second.json()).toEqual(await first.json())
    expect(simulator.account.bookings).toHaveLength(1)
  })

  it('tells a second request that the first still runs', async () => {
    const { post, request, hold, simulator } = await setup()
    const headers = { 'idempotency-key': newKey() }
    const { arrived, letGo } = hold('POST')
    const first = post(request(), headers)
    await arrived
    const second = await post(request(), headers)
    expect(second.status).toBe(409)
    expect(await second.json()).toMatchObject({ code: 'in_progress' })
    letGo()
    expect((await first).status).toBe(201)
    expect(simulator.account.bookings).toHaveLength(1)
  })

  it('is remembered for a day', async () => {
    const { post, request, simulator } = await setup()
    const headers = { 'idempotency-key': newKey() }
    await post(request(), headers)
    simulator.clock.advance(23 * HOUR)
    expect((await post(request(), headers)).status).toBe(201)
    simulator.clock.advance(2 * HOUR)
    expect(await (await post(request(), headers)).json()).toMatchObject({ code: 'slot_taken' })
  })

  it('refuses another request under the same key', async () => {
    const { post, request } = await setup()
    const headers = { 'idempotency-key': newKey() }
    await post(request(), headers)
    const res = await post(request({ start: '2026-11-25T07:40:00.000Z' }), headers)
    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ code: 'idempotency_key_reused' })
  })

  it('may be used again after a certain refusal', async () => {
    const { post, request, book } = await setup()
    const headers = { 'idempotency-key': newKey() }
    await book()
    expect((await post(request(), headers)).status).toBe(409)
    expect((await post(request({ start: '2026-11-25T07:40:00Z' }), headers)).status).toBe(201)
  })

  it('says of a request that waits how it stands by now', async () => {
    const { post, request, simulator, work } = await setup()
    const headers = { 'idempotency-key': newKey() }
    simulator.break({ kind: 'refuse', on: { method: 'POST' }, times: 1 })
    const first = await (await post(request(), headers)).json()
    expect((await post(request(), headers)).status).toBe(202)
    simulator.clock.advance(60_000)
    await work()
    const again = await post(request(), headers)
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual({ ...first, status: 'accepted' })
  })
})
