import { describe, expect, it } from 'vitest'
import { KEY } from '../../support/proxy.ts'
import { setup } from './setup.ts'

const SLOTS = '/v2/slots?eventTypeId=3&start=2026-11-24&end=2026-11-24'
const WRONG = 'CustomThrottlerGuard - Invalid API Key'

describe('the key', () => {
  it.each([
    ['GET', '/v2/me', undefined, 401, /^ApiAuthStrategy - No authentication method provided/],
    ['GET', '/v2/schedules', '2024-06-11', 401, /^ApiAuthStrategy/],
    ['GET', '/v2/schedules/1', '2024-06-11', 401, /^ApiAuthStrategy/],
    ['GET', '/v2/bookings', '2024-08-13', 403, /^PermissionsGuard - no authentication provided/],
    ['GET', '/v2/event-types/3', '2024-06-14', 403, /^PermissionsGuard/],
  ])('is needed for %s %s', async (method, path, version, status, message) => {
    const answer = await setup().send(method, path, version, undefined, null)
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).toMatch(message)
  })

  it('may be left out, but not be wrong, where anyone may come in', async () => {
    const { send } = setup()
    expect((await send('GET', SLOTS, '2024-09-04', undefined, null)).status).toBe(200)
    const wrong = await send('GET', SLOTS, '2024-09-04', undefined, 'cal_wrong')
    expect([wrong.status, wrong.body.error.message]).toEqual([401, WRONG])
    expect((await send('GET', SLOTS, '2024-09-04', undefined, 'nonsense')).body.error.message).toBe(
      'Invalid Access Token.',
    )
  })

  it('may come without the word Bearer, and be another one', async () => {
    const { sim } = setup({ apiKey: 'cal_live_1' })
    const ask = async (authorization: string) =>
      (await sim.fetch('https://x/v2/me', { headers: { authorization } })).status
    expect(await ask('cal_live_1')).toBe(200)
    expect(await ask(`Bearer ${KEY}`)).toBe(401)
  })
})

describe('the version', () => {
  it('decides whether slots are there at all', async () => {
    const { send } = setup()
    for (const version of [undefined, '2024-08-13', '2099-01-01']) {
      const { status, body, headers } = await send('GET', SLOTS, version)
      expect([status, body.error.message]).toEqual([404, `Cannot GET ${SLOTS}`])
      expect(headers.has('x-ratelimit-remaining-default')).toBe(false)
    }
  })

  it('that is missing or unknown gives bookings, event types and schedules their old shape', async () => {
    const { book, send } = setup()
    const { uid } = (await book()).body.data
    expect((await send('GET', '/v2/bookings')).body.data).toHaveProperty('bookings.0.startTime')
    expect((await send('GET', `/v2/bookings/${uid}`, '2020-01-01')).body.data).toHaveProperty('startTime')
    expect((await send('GET', '/v2/event-types')).body.data).toHaveProperty('eventTypeGroups.0.eventTypes.2.length', 40)
    expect((await send('GET', '/v2/schedules')).body.data).toHaveProperty('0.workingHours.0.startTime', 600)
  })

  it('of the newer bookings is known', async () => {
    const { book, send } = setup()
    const { uid } = (await book()).body.data
    expect((await send('GET', `/v2/bookings/${uid}`, '2026-02-25')).body.data).toHaveProperty('start')
  })
})

describe('an address that is none', () => {
  it.each([
    ['GET', '/v2/nonsense?a=1'],
    ['PUT', '/v2/me'],
    ['DELETE', '/v2/bookings'],
  ])('%s %s is 404', async (method, path) => {
    const { status, body } = await setup().send(method, path)
    const message = `Cannot ${method} ${path}`
    expect(status).toBe(404)
    expect(body).toMatchObject({ status: 'error', path, error: { code: 'NotFoundException', message } })
  })
})

describe('event types', () => {
  it('show hidden fields one by one, and not in a list', async () => {
    const { send } = setup()
    const one = await send<{ bookingFields: { slug: string }[] }>('GET', '/v2/event-types/3', '2024-06-14')
    const list = await send<{ bookingFields: { slug: string }[] }[]>('GET', '/v2/event-types', '2024-06-14')
    expect(one.body.data.bookingFields.map(({ slug }) => slug)).toContain('title')
    expect(list.body.data.flatMap(({ bookingFields }) => bookingFields).map(({ slug }) => slug)).not.toContain('title')
  })

  it('are public by user, but for the hidden ones; by slug these are there, too', async () => {
    const { send } = setup({ types: [{ slug: 'secret', hidden: true }] })
    const slugs = async (query: string, key: string | null = null) =>
      (await send<{ slug: string }[]>('GET', `/v2/event-types${query}`, '2024-06-14', undefined, key)).body.data.map(
        ({ slug }) => slug,
      )
    expect(await slugs('')).toEqual([])
    expect(await slugs('?username=olgarozet')).toEqual(['15min', '30min', 'delo-40min'])
    expect(await slugs('?username=olgarozet', KEY)).toContain('secret')
    expect(await slugs('?username=olgarozet&eventSlug=secret')).toEqual(['secret'])
    expect(await slugs('?username=nobody')).toEqual([])
  })

  it('that are unknown are 404', async () => {
    const { status, body } = await setup().send('GET', '/v2/event-types/77', '2024-06-14')
    expect([status, body.error.message]).toEqual([404, 'Event type with id 77 not found'])
  })
})

describe('the throttle', () => {
  it('tells what is left and turns the 121st request of a minute away, for a minute, without saying until when', async () => {
    const { send, sim } = setup()
    const first = await send('GET', '/v2/me')
    expect(first.headers.get('x-ratelimit-limit-default')).toBe('120')
    expect(first.headers.get('x-ratelimit-remaining-default')).toBe('119')
    expect(first.headers.get('x-ratelimit-reset-default')).toBe('60')
    sim.clock.advance(30_000)
    for (let sent = 1; sent < 120; sent++) expect((await send('GET', '/v2/me')).status).toBe(200)
    const refused = await send('GET', '/v2/me')
    expect(refused.status).toBe(429)
    const message = 'CustomThrottlerGuard - Too many requests. Please try again later.'
    expect(refused.body.error).toEqual({ code: 'ThrottlerException', message, details: message })
    expect(refused.headers.get('x-ratelimit-remaining-default')).toBe('0')
    expect(refused.headers.get('x-ratelimit-reset-default')).toBe('60')
    expect(refused.headers.has('retry-after')).toBe(false)
    sim.clock.advance(59_000)
    const still = await send('GET', '/v2/me')
    expect([still.status, still.headers.get('x-ratelimit-reset-default')]).toEqual([429, '1'])
    sim.clock.advance(1_000)
    expect((await send('GET', '/v2/me')).headers.get('x-ratelimit-remaining-default')).toBe('119')
  })

  it('begins anew each minute', async () => {
    const { send, sim } = setup()
    for (let sent = 0; sent < 120; sent++) await send('GET', '/v2/me')
    sim.clock.advance(60_000)
    expect((await send('GET', '/v2/me')).status).toBe(200)
  })

  it('counts those without a key by themselves', async () => {
    const { send } = setup()
    for (let sent = 0; sent < 121; sent++) await send('GET', '/v2/event-types', '2024-06-14', undefined, null)
    expect((await send('GET', '/v2/event-types', '2024-06-14', undefined, null)).status).toBe(429)
    expect((await send('GET', '/v2/me')).status).toBe(200)
  })
})

describe('an answer', () => {
  it.each(['/v2/me', '/v2/nonsense'])('tells the time of the simulator: %s', async (path) => {
    const { sim, send } = setup()
    sim.clock.set('2026-11-22T12:00:00Z')
    expect((await send('GET', path)).headers.get('date')).toBe('Sun, 22 Nov 2026 12:00:00 GMT')
  })
})
