import { describe, expect, it } from 'vitest'
import { setup } from './setup.ts'

interface WebhookData {
  id: string
  subscriberUrl: string
  active: boolean
  secret: string | null
}

const HOOK = { active: true, subscriberUrl: 'https://hooks.example.com/1', triggers: ['BOOKING_CREATED'] }

/** A simulator with a caller for webhooks. */
function hooks() {
  const { send, account } = setup()
  const ask = (method: string, path = '', body?: unknown, key?: string | null) =>
    send<WebhookData>(method, `/v2/webhooks${path}`, undefined, body, key)
  const list = async (query = '') =>
    (await send<WebhookData[]>('GET', `/v2/webhooks${query}`)).body.data.map(({ subscriberUrl }) => subscriberUrl)
  return { ask, list, account }
}

describe('webhooks', () => {
  it('are listed once made, and gone once deleted', async () => {
    const { ask, list, account } = hooks()
    const made = await ask('POST', '', { ...HOOK, secret: 's3cret' })
    expect(made.status).toBe(201)
    const { id } = made.body.data
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(made.body.data).toEqual({ id, ...HOOK, secret: 's3cret', payloadTemplate: null, userId: 1 })
    expect(await list()).toEqual([HOOK.subscriberUrl])
    expect(account.webhooks).toMatchObject([{ ...HOOK, secret: 's3cret' }])
    expect((await ask('DELETE', `/${id}`)).body.data).toMatchObject({ id })
    expect(await list()).toEqual([])
    const gone = await ask('GET', `/${id}`)
    expect([gone.status, gone.body.error.message]).toEqual([404, `Webhook (${id}) not found`])
  })

  it('change by what is sent, and lose their secret by null', async () => {
    const { ask } = hooks()
    const { id } = (await ask('POST', '', { ...HOOK, secret: 's3cret' })).body.data
    expect((await ask('PATCH', `/${id}`, { active: false, foo: 1 })).body.data).toMatchObject({
      ...HOOK,
      active: false,
    })
    expect((await ask('PATCH', `/${id}`, { secret: null })).body.data.secret).toBeNull()
    const whole = (await ask('GET', `/${id}`)).body.data
    expect(whole).toMatchObject({ active: false, secret: null, version: '2021-10-20', createdAt: expect.any(String) })
  })

  it('are told of bookings from when they are made, for as long as they are active', async () => {
    const told: string[] = []
    const { send, book } = setup({ send: async (url) => Response.json(told.push(String(new Request(url).url))) })
    const { id } = (await send<WebhookData>('POST', '/v2/webhooks', undefined, HOOK)).body.data
    await book()
    expect(told).toEqual([HOOK.subscriberUrl])
    await send('PATCH', `/v2/webhooks/${id}`, undefined, { active: false })
    await book({ start: '2026-11-26T07:00:00Z' })
    await send('PATCH', `/v2/webhooks/${id}`, undefined, { active: true, triggers: ['BOOKING_CANCELLED'] })
    await book({ start: '2026-11-27T07:00:00Z' })
    expect(told).toHaveLength(1)
  })

  it('come page by page', async () => {
    const { ask, list } = hooks()
    const urls = [1, 2, 3].map((number) => `https://hooks.example.com/${number}`)
    for (const subscriberUrl of urls) await ask('POST', '', { ...HOOK, subscriberUrl })
    expect(await list('?take=2')).toEqual(urls.slice(0, 2))
    expect(await list('?take=2&skip=2')).toEqual(urls.slice(2))
    const { status, body } = await ask('GET', '?take=0')
    expect([status, body.error.message]).toEqual([400, 'Bad Request Exception'])
    expect(body.error.details).toMatchObject({
      errors: [{ property: 'take', value: 0, constraints: { min: 'take must not be less than 1' } }],
    })
  })

  it('have one for each subscriber', async () => {
    const { ask, list } = hooks()
    await ask('POST', '', HOOK)
    const { id } = (await ask('POST', '', { ...HOOK, subscriberUrl: 'https://hooks.example.com/2' })).body.data
    const twice = await ask('POST', '', HOOK)
    expect(twice.body.error.message).toBe('Webhook with this subscriber url already exists for this user')
    const moved = await ask('PATCH', `/${id}`, { subscriberUrl: HOOK.subscriberUrl })
    expect([twice.status, moved.status]).toEqual([409, 409])
    expect((await ask('PATCH', `/${id}`, { subscriberUrl: 'https://hooks.example.com/2' })).status).toBe(200)
    expect(await list()).toHaveLength(2)
  })

  it('want triggers that Cal.com knows', async () => {
    const { ask, list } = hooks()
    const { status, body } = await ask('POST', '', { ...HOOK, triggers: ['BOOKING_CREATED', 'LUNCH'], foo: 1 })
    expect(status).toBe(400)
    const isEnum = expect.stringMatching(
      /^each value in triggers must be one of the following values: BOOKING_CREATED, /,
    )
    const target = { ...HOOK, triggers: ['BOOKING_CREATED', 'LUNCH'] }
    expect(body.error.details).toEqual({
      errors: [{ target, value: target.triggers, property: 'triggers', children: [], constraints: { isEnum } }],
    })
    expect(await list()).toEqual([])
  })

  it.each(['GET', 'POST', 'PATCH', 'DELETE'])('are the host’s alone: %s without a key is 401', async (method) => {
    const { ask } = hooks()
    expect((await ask(method, method === 'POST' ? '' : '/1', undefined, null)).status).toBe(401)
  })
})
