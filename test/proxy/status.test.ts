import { describe, expect, it } from 'vitest'
import { newKey, START, setup } from '../support/proxy.ts'

async function asking() {
  const all = await setup()
  const key = newKey()
  const { app, post, request } = all
  return {
    ...all,
    key,
    send: () => post(request(), { 'idempotency-key': key }),
    ask: async (query = '') => (await app.request(`/v1/bookings/status/${key}${query}`)).json(),
  }
}

describe('GET /v1/bookings/status/:key', () => {
  it('says that nobody has seen the request', async () => {
    const { ask } = await asking()
    expect(await ask()).toEqual({ status: 'unseen' })
  })

  it('says that it is booked, as the answer did', async () => {
    const { ask, send } = await asking()
    const booking = await (await send()).json()
    expect(await ask()).toEqual({ status: 'accepted', booking })
  })

  it('says that the host has to confirm', async () => {
    const { ask, send, simulator } = await asking()
    for (const type of simulator.account.eventTypes) type.confirmationPolicy = { type: 'always' } as never
    await send()
    expect(await ask()).toMatchObject({ status: 'pending', booking: { status: 'pending' } })
  })

  it('says that it is under way', async () => {
    const { ask, send, hold } = await asking()
    const { arrived, letGo } = hold('POST')
    const sent = send()
    await arrived
    expect(await ask()).toMatchObject({ status: 'processing', booking: { start: START } })
    letGo()
    await sent
  })

  it('says that it was refused, and why', async () => {
    const { ask, send, book } = await asking()
    await book()
    await send()
    expect(await ask()).toEqual({
      status: 'refused',
      code: 'slot_taken',
      title: 'Это время уже занято. Выберите, пожалуйста, другое',
      alternatives: ['2026-11-25T07:40:00.000Z', '2026-11-25T08:20:00.000Z', '2026-11-25T09:00:00.000Z'],
    })
  })

  it('burns a key that nobody has seen: the request that comes late is refused', async () => {
    const { ask, send, simulator } = await asking()
    expect(await ask('?abandon=1')).toEqual({ status: 'abandoned' })
    const res = await send()
    expect(res.status).toBe(409)
    expect(await res.json()).toMatchObject({ code: 'key_abandoned' })
    expect(await ask()).toEqual({ status: 'abandoned' })
    expect(simulator.account.bookings).toHaveLength(0)
  })

  it('does not burn the key of a request that has come', async () => {
    const { ask, send } = await asking()
    await send()
    expect(await ask('?abandon=1')).toMatchObject({ status: 'accepted' })
  })

  it('lets one of both win, the request or who burns its key', async () => {
    for (let round = 0; round < 20; round++) {
      const { ask, send, simulator } = await asking()
      const [sent, { status }] = await Promise.all([send(), ask('?abandon=1')])
      expect([201, 409]).toContain(sent.status)
      expect(simulator.account.bookings).toHaveLength(sent.status === 201 ? 1 : 0)
      expect(status === 'abandoned').toBe(sent.status === 409)
    }
  })

  it.each(['short', 'k'.repeat(129), 'with%20space-and-more-letters'])('refuses what is no key: %s', async (key) => {
    const { app } = await asking()
    const res = await app.request(`/v1/bookings/status/${key}`)
    expect(res.status).toBe(400)
    expect(await res.json()).toMatchObject({ code: 'idempotency_key_required' })
  })

  it('is kept by nobody', async () => {
    const { app, key } = await asking()
    const res = await app.request(`/v1/bookings/status/${key}`)
    expect(res.headers.get('cache-control')).toBe('no-store')
  })
})

describe('POST /v1/bookings?dry-run=1', () => {
  const dry = { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': newKey() } }

  it('checks all, and neither records nor books', async () => {
    const { app, request, simulator, store } = await setup()
    const res = await app.request('/v1/bookings?dry-run=1', { ...dry, body: JSON.stringify(request()) })
    expect(res.status).toBe(200)
    expect(await res.json()).toEqual({
      status: 'valid',
      event: 'delo-40min',
      title: '40 минут с Ольгой Розет',
      start: START,
      end: '2026-11-25T07:40:00.000Z',
    })
    expect(simulator.account.bookings).toHaveLength(0)
    expect(await store.journal.list()).toHaveLength(0)
  })

  it('names what is wrong', async () => {
    const { app, request } = await setup()
    const res = await app.request('/v1/bookings?dry-run=1', {
      ...dry,
      body: JSON.stringify(request({ consent: 'old' })),
    })
    expect(res.status).toBe(422)
    expect(Object.keys((await res.json()).fields)).toEqual(['consent'])
  })
})
