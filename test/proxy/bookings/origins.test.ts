import { describe, expect, it } from 'vitest'
import { setup } from '../../support/proxy.ts'

describe('origins', () => {
  const from = (origin: string) => ({ origin })

  /** What lets a page read the answer, and keeps it from pages of other origins. */
  const readable = (origin: string) => ({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'idempotency-replayed, retry-after',
    vary: 'origin',
  })

  it('lets its own pages and those on the list book', async () => {
    const { post, request } = await setup({ env: { ALLOWED_ORIGINS: 'https://olgaroset.ru' } })
    const listed = await post(request(), from('https://olgaroset.ru'))
    expect(listed.status).toBe(201)
    expect(Object.fromEntries(listed.headers)).toMatchObject(readable('https://olgaroset.ru'))
    expect((await post(request({ start: '2026-11-25T07:40:00Z' }), from('https://localhost'))).status).toBe(201)
  })

  it.each(['https://evil.example.com', 'https://localhost:8443', 'null'])(
    'refuses %s so that the page can read why',
    async (origin) => {
      const { post, request, simulator } = await setup()
      const res = await post(request(), from(origin))
      expect(res.status).toBe(403)
      expect(Object.fromEntries(res.headers)).toMatchObject(readable(origin))
      expect(await res.json()).toMatchObject({ code: 'origin_not_allowed' })
      expect(simulator.account.bookings).toHaveLength(0)
    },
  )

  it('answers the preflight of any, so that the refusal itself can be read', async () => {
    const { app } = await setup()
    const res = await app.request('/v1/bookings', {
      method: 'OPTIONS',
      headers: { ...from('https://evil.example.com'), 'access-control-request-method': 'POST' },
    })
    expect(res.status).toBe(204)
    expect(Object.fromEntries(res.headers)).toMatchObject({
      ...readable('https://evil.example.com'),
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type, idempotency-key, accept-language',
      'access-control-max-age': '7200',
    })
  })
})
