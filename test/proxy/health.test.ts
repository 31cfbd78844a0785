import { describe, expect, it } from 'vitest'
import { createApp } from '../../proxy/app.ts'
import { sqliteStore } from '../../proxy/store/sqlite.node.ts'
import { NOW, setup } from '../support/proxy.ts'

const TOKEN = 'metrics-0123456789-abcdefghijklmnop'
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

describe('GET /healthz', () => {
  it('says that the process is alive, and that alone', async () => {
    const { app, simulator } = await setup()
    const res = await app.request('/healthz')
    expect(await res.json()).toEqual({ status: 'ok' })
    expect(res.headers.get('cache-control')).toBe('no-store')
    expect(simulator.calls).toHaveLength(0)
  })
})

describe('GET /readyz', () => {
  it('says that it can serve, and since when Cal.com was heard of', async () => {
    const { app, book, simulator } = await setup()
    expect(await (await app.request('/readyz')).json()).toEqual({ status: 'ready', calcom: null })
    await book()
    const heard = simulator.clock.now().toISOString()
    simulator.clock.set('2026-11-22T13:00:00Z')
    simulator.break({ kind: 'status', status: 500, times: 100 })
    await app.request('/v1/slots?event=delo-40min&month=2026-12')
    const res = await app.request('/readyz')
    expect(res.status).toBe(200)
    expect(res.headers.get('cache-control')).toBe('no-store')
    expect(await res.json()).toEqual({ status: 'ready', calcom: heard })
  })

  it('is 503 without a database, and says no more', async () => {
    const store = await sqliteStore(':memory:')
    const { app } = await setup({ store })
    await store.close()
    const res = await app.request('/readyz')
    expect(res.status).toBe(503)
    expect(await res.json()).toEqual({ status: 'unready' })
    expect((await app.request('/healthz')).status).toBe(200)
  })
})

describe('GET /metrics', () => {
  async function read(options: Parameters<typeof setup>[0] = {}) {
    const all = await setup({ env: { METRICS_TOKEN: TOKEN }, ...options })
    return { ...all, metrics: async () => (await all.app.request('/metrics', bearer(TOKEN))).text() }
  }

  it('counts requests by route and status, not by address', async () => {
    const { app, metrics } = await read()
    await app.request('/v1/slots?event=delo-40min&month=2026-11')
    await app.request('/v1/slots?event=delo-40min&month=2026-12')
    await app.request('/v1/slots?event=delo-40min&month=nope')
    await app.request('/go/nope')
    const text = await metrics()
    expect(text).toContain('olga_requests_total{route="/v1/slots",status="200"} 2\n')
    expect(text).toContain('olga_requests_total{route="/v1/slots",status="400"} 1\n')
    expect(text).toContain('olga_requests_total{route="/go/:event?",status="404"} 1\n')
    expect(text).not.toContain('nope')
  })

  it('counts calls to Cal.com by how they went, and free times by where they came from', async () => {
    const { app, metrics, simulator } = await read()
    const slots = (month: string) => app.request(`/v1/slots?event=delo-40min&month=${month}`)
    await slots('2026-11')
    await slots('2026-11')
    simulator.clock.set('2026-11-22T12:12:00Z')
    simulator.break({ kind: 'refuse' })
    await slots('2026-11')
    await slots('2027-02')
    const text = await metrics()
    expect(text).toContain('olga_upstream_calls_total{call="GET /v2/slots",outcome="done"} 1\n')
    expect(text).toContain('olga_upstream_calls_total{call="GET /v2/slots",outcome="not_reached"}')
    expect(text).toContain('olga_slots_total{outcome="miss"} 1\n')
    expect(text).toContain('olga_slots_total{outcome="hit"} 1\n')
    expect(text).toContain('olga_slots_total{outcome="stale"} 1\n')
  })

  it('says how the journal stands, and what waits', async () => {
    const { book, store, metrics, simulator } = await read()
    await book()
    const [entry] = await store.journal.list()
    if (entry) await store.journal.change(entry, { state: 'queued' }, NOW)
    await store.messages.add([{ id: 'a', kind: 'queued', ref: 'X', channel: 'mail', createdAt: NOW }])
    const hook = { digest: 'd', trigger: 'T', uid: null, formerUid: null, receivedAt: NOW }
    await store.inbox.add(hook)
    simulator.clock.set('2026-11-22T12:01:30Z')
    const text = await metrics()
    expect(text).toContain('olga_journal_requests{state="queued"} 1\n')
    expect(text).toContain('olga_journal_oldest_unfinished_seconds 90\n')
    expect(text).toContain('olga_messages_waiting 1\n')
    expect(text).toContain('olga_webhooks_waiting 1\n')
    expect(text).toContain('olga_upstream_calls_left 100\n')
  })

  it('is as Prometheus reads it', async () => {
    const { app, book } = await read()
    await book()
    const res = await app.request('/metrics', bearer(TOKEN))
    expect(res.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const lines = (await res.text()).trimEnd().split('\n')
    const sample = /^olga_[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? \d+(\.\d+)?$/
    expect(lines.filter((line) => !/^# (HELP|TYPE) olga_/.test(line) && !sample.test(line))).toEqual([])
  })

  it('F105 names nobody, and no key', async () => {
    const { book, metrics, store } = await read()
    await book()
    const [entry] = await store.journal.list()
    const text = await metrics()
    expect(text).not.toMatch(/ivan|Иван|cal_test/i)
    expect(text).not.toContain(entry?.uid)
    expect(text).not.toContain(entry?.ref)
  })

  it.each([
    ['the address of a visitor', '203.0.113.7', {}],
    ['no address', undefined, {}],
    ['this machine, for somebody else', '127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }],
    ['a wrong token', '203.0.113.7', bearer(`${TOKEN}x`).headers],
    ['a part of the token', '203.0.113.7', bearer(TOKEN.slice(0, 30)).headers],
    ['the token in another way', '203.0.113.7', { authorization: TOKEN }],
  ])('is not there for %s', async (_, peer, headers) => {
    const { heart } = await read()
    const app = createApp({ heart, assets: async () => undefined, peer: () => peer })
    const res = await app.request('/metrics', { headers })
    expect(res.status).toBe(404)
    expect(await res.json()).toMatchObject({ code: 'not_found' })
  })

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('is there for this machine: %s', async (peer) => {
    const { heart } = await setup()
    const app = createApp({ heart, assets: async () => undefined, peer: () => peer })
    expect((await app.request('/metrics')).status).toBe(200)
  })

  it('needs no empty token', async () => {
    const { app } = await setup()
    for (const token of ['', 'undefined']) expect((await app.request('/metrics', bearer(token))).status).toBe(404)
  })
})
