import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../proxy/booking/limits.ts'
import { isProof } from '../../proxy/booking/proof.ts'
import { newKey, setup } from '../support/proxy.ts'

/** As a browser would: tries numbers until one fits. */
function prove(key: string, bits: number | undefined): string {
  if (!bits) throw new Error('No proof was asked for')
  for (let nonce = 0; ; nonce++) {
    const digest = createHash('sha256').update(`${key}:${nonce}`).digest()
    if (digest.readUInt32BE() >>> (32 - bits) === 0) return String(nonce)
  }
}

/** So many have booked within this hour; the next one would. */
async function scene(count: number) {
  const all = await setup({ limits: { ...LIMITS, ofAddress: 100 } })
  const { slots } = await (await all.app.request('/v1/slots?event=15min&month=2026-11')).json()
  let guests = 0
  const request = (more: object = {}) => ({
    ...all.request({ event: '15min', start: slots[guests], answers: { name: 'A', email: `a${guests}@example.com` } }),
    ...more,
  })
  const send = (key = newKey(), more: object = {}) => all.post(request(more), { 'idempotency-key': key })
  for (; guests < count; guests++) expect((await send()).status).toBe(201)
  return { ...all, send, request }
}

describe('F107 a proof of work', () => {
  it('is asked of nobody while few book', async () => {
    const { send } = await scene(LIMITS.ofHourUnproven - 1)
    expect((await send()).status).toBe(201)
  })

  it('is asked for when many have booked within an hour, in words, and nothing is recorded', async () => {
    const { post, request, store, app } = await scene(LIMITS.ofHourUnproven)
    const key = newKey()
    for (const [lang, words] of [
      ['ru', 'Сейчас много заявок'],
      ['en', 'Many requests'],
    ]) {
      const res = await post(request({ lang }), { 'idempotency-key': key })
      expect(res.status).toBe(428)
      expect(await res.json()).toMatchObject({
        code: 'proof_required',
        bits: 16,
        title: expect.stringContaining(words ?? ''),
      })
    }
    expect(await store.journal.list()).toHaveLength(LIMITS.ofHourUnproven)
    expect(await (await app.request(`/v1/bookings/status/${key}`)).json()).toEqual({ status: 'unseen' })
  })

  it('lets the same request through under the same key, and is not wanted again', async () => {
    const { send } = await scene(LIMITS.ofHourUnproven)
    const key = newKey()
    const { bits } = await (await send(key)).json()
    const proof = prove(key, bits)
    const res = await send(key, { proof })
    expect(res.status).toBe(201)
    const again = await send(key)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect(await again.json()).toEqual(await res.json())
    expect((await send(key, { proof })).headers.get('idempotency-replayed')).toBe('true')
  })

  it('is good for its own key alone', async () => {
    const { send } = await scene(LIMITS.ofHourUnproven)
    const proof = prove(newKey(), 16)
    for (const wrong of [proof, '', 'x']) expect((await send(newKey(), { proof: wrong })).status).toBe(428)
  })

  it('is not asked for an hour later, nor of who only tries', async () => {
    const { send, app, request, simulator } = await scene(LIMITS.ofHourUnproven)
    const dry = await app.request('/v1/bookings?dry-run=1', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
      body: JSON.stringify(request()),
    })
    expect(dry.status).toBe(200)
    simulator.clock.advance(3_600_000)
    expect((await send()).status).toBe(201)
  })

  it('has all of its bits', async () => {
    const key = newKey()
    for (const bits of [1, 4, 6, 9]) expect(await isProof(key, prove(key, bits), bits)).toBe(true)
    const six = Array.from({ length: 400 }, (_, nonce) => String(nonce))
    for (const nonce of six) {
      const isRight = createHash('sha256').update(`${key}:${nonce}`).digest()[0] ?? 255
      expect(await isProof(key, nonce, 6)).toBe(isRight < 4)
    }
  })
})
