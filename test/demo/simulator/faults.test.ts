import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSimulator } from '../../../demo/simulator/index.ts'
import { KEY } from '../../support/proxy.ts'
import { NOW, request, setup } from './setup.ts'

const ME = 'https://api.cal.com/v2/me'
const key = { headers: { authorization: `Bearer ${KEY}` } }

describe('a simulator that is broken', () => {
  afterEach(() => void vi.useRealTimers())

  it('never answers, until the caller gives up', async () => {
    const { sim } = setup()
    sim.break({ kind: 'never' })
    const caller = new AbortController()
    const answer = sim.fetch(ME, { ...key, signal: caller.signal })
    caller.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    await expect(sim.fetch(ME, { ...key, signal: AbortSignal.timeout(5) })).rejects.toMatchObject({
      name: 'TimeoutError',
    })
    expect(sim.calls.map(({ status }) => status)).toEqual([0, 0])
  })

  it.each([
    ['reset', 'ECONNRESET'],
    ['refuse', 'ECONNREFUSED'],
  ] as const)('%s: fails as fetch does', async (kind, code) => {
    const { sim } = setup()
    sim.break({ kind })
    const error: unknown = await sim.fetch(ME, key).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ cause: { code } })
  })

  it('over HTTP loses the connection in the body', async () => {
    const { sim } = setup()
    sim.break({ kind: 'reset' })
    const response = await sim.app.request(ME, key)
    await expect(response.text()).rejects.toBeInstanceOf(TypeError)
  })

  it('answers with any status, and 429 as the throttle does', async () => {
    const { send, sim } = setup()
    sim.break({ kind: 'status', status: 503, times: 1 })
    sim.break({ kind: 'status', status: 429, times: 1 })
    expect((await send('GET', '/v2/me')).status).toBe(503)
    const { status, body, headers } = await send('GET', '/v2/me')
    expect([status, body.error.code]).toEqual([429, 'ThrottlerException'])
    expect([headers.get('x-ratelimit-remaining-default'), headers.get('retry-after')]).toEqual(['0', null])
    expect((await send('GET', '/v2/me')).status).toBe(200)
  })

  it('answers with a page, half a JSON, or JSON of another shape', async () => {
    const { sim } = setup()
    sim.break({ kind: 'html', times: 1 })
    const html = await sim.fetch(ME, key)
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html'])
    sim.break({ kind: 'cut', times: 1 })
    const cut = await sim.fetch(ME, key)
    expect(cut.status).toBe(200)
    await expect(cut.json()).rejects.toBeInstanceOf(SyntaxError)
    sim.break({ kind: 'shape', times: 1 })
    const shape = await sim.fetch(ME, key)
    expect(shape.status).toBe(200)
    expect(await shape.json()).not.toHaveProperty('data')
  })

  it('answers late, and rightly, and others meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const { send, sim } = setup()
    sim.break({ kind: 'slow', ms: 20, times: 1 })
    const answered: string[] = []
    const slow = send('GET', '/v2/me').finally(() => answered.push('slow'))
    expect((await send('GET', '/v2/me')).status).toBe(200)
    await vi.advanceTimersByTimeAsync(19)
    expect(answered).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect((await slow).status).toBe(200)
  })

  it('has done nothing, or all of it, before the answer broke', async () => {
    const { account, book, sim } = setup()
    sim.break({ kind: 'reset', times: 1 })
    await expect(book()).rejects.toBeInstanceOf(TypeError)
    expect(account.bookings).toHaveLength(0)
    sim.break({ kind: 'reset', times: 1, done: true })
    await expect(book()).rejects.toBeInstanceOf(TypeError)
    expect(account.bookings).toHaveLength(1)
    sim.break({ kind: 'cut', done: true })
    await expect(book({ start: '2026-11-25T08:00:00Z' })).rejects.toBeInstanceOf(SyntaxError)
    expect(account.bookings).toHaveLength(2)
    expect(sim.calls.map(({ status }) => status)).toEqual([0, 0, 201])
  })

  it('breaks only what matches, so often, and until it is mended', async () => {
    const { book, send, sim } = setup()
    sim.break({ kind: 'status', status: 500, on: { method: 'post', path: /^\/v2\/bookings/ }, times: 2 })
    expect((await send('GET', '/v2/me')).status).toBe(200)
    expect([(await book()).status, (await book()).status, (await book()).status]).toEqual([500, 500, 201])
    sim.break({ kind: 'status', status: 500 })
    expect((await send('GET', '/v2/me')).status).toBe(500)
    sim.mend()
    expect((await send('GET', '/v2/me')).status).toBe(200)
  })
})

describe('the simulator', () => {
  it('does the work of a caller who gave up', async () => {
    const { account, sim } = setup()
    const headers = { 'content-type': 'application/json', 'cal-api-version': '2024-08-13' }
    const caller = new AbortController()
    const { signal } = caller
    const body = JSON.stringify(request())
    const answer = sim.fetch('https://x/v2/bookings', { method: 'POST', headers, body, signal })
    caller.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    await vi.waitFor(() => expect(account.bookings).toHaveLength(1), { timeout: 10_000 })
  })

  it('is not asked at all by a caller who gave up before', async () => {
    const { sim } = setup()
    await expect(sim.fetch(ME, { ...key, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    expect(sim.calls).toEqual([])
  })

  it('answers in JSON of UTF-8', async () => {
    const { headers } = await setup().send('GET', '/v2/nonsense')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  it('remembers what it was asked', async () => {
    const { send, sim } = setup()
    await send('GET', '/v2/nonsense?a=1')
    expect(sim.calls).toEqual([{ method: 'GET', path: '/v2/nonsense?a=1', status: 404 }])
  })

  it('runs by the clock it is given until that is set', () => {
    const sim = createSimulator({ now: () => new Date(NOW) })
    expect(sim.clock.now().toISOString()).toBe(NOW)
    sim.clock.set('2027-01-01T00:00:00Z')
    sim.clock.advance(1500)
    expect(sim.clock.now().toISOString()).toBe('2027-01-01T00:00:01.500Z')
  })

  it('needs nothing of Node', () => {
    const files = readdirSync('demo/simulator', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const texts = files.map((name) => readFileSync(`demo/simulator/${name}`, 'utf8'))
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter((text) => /from 'node:|\bprocess\.|\bBuffer\b/.test(text))).toEqual([])
  })
})
