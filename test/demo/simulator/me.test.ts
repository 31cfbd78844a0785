import { describe, expect, it } from 'vitest'
import { setup } from './setup.ts'

interface MeData {
  bio: string | null
  timeZone: string
}

/** A simulator with callers for the profile. */
function profile() {
  const { send, account } = setup()
  const get = async () => (await send<MeData>('GET', '/v2/me')).body.data
  const patch = (body: unknown, key?: string | null) => send<MeData>('PATCH', '/v2/me', undefined, body, key)
  return { get, patch, account }
}

describe('the profile', () => {
  it('is changed by what is sent, and the rest stays', async () => {
    const { get, patch } = profile()
    const was = await get()
    const change = {
      name: 'Olga',
      bio: 'b',
      timeFormat: 12,
      weekStart: 'Sunday',
      avatarUrl: 'https://example.com/o.png',
    }
    const { status, body } = await patch({ ...change, locale: 'ru', metadata: { a: 1 }, foo: 1 })
    expect(status).toBe(200)
    expect(body.data).toEqual({ ...was, ...change })
    expect(await get()).toEqual(body.data)
    expect((await patch({ bio: null })).body.data.bio).toBeNull()
  })

  it('takes the default schedule along into another zone', async () => {
    const { patch, account } = profile()
    expect((await patch({ timeZone: 'asia/yekaterinburg' })).body.data.timeZone).toBe('Asia/Yekaterinburg')
    expect(account.schedules[0]?.timeZone).toBe('Asia/Yekaterinburg')
    expect((await patch({ timeZone: 'utc' })).body.data.timeZone).toBe('UTC')
  })

  it.each([
    ['timeFormat', 13, { isIn: 'timeFormat must be one of the following values: 12, 24' }],
    ['name', 1, { isString: 'name must be a string' }],
    ['avatarUrl', 'nope', { isUrl: 'avatarUrl must be a URL address' }],
    ['timeZone', 'Mars/X', { isTimeZone: 'timeZone must be a valid IANA time-zone' }],
    ['locale', 'xx', { isEnum: expect.stringMatching(/^locale must be one of the following values: ar, ca, de, /) }],
    [
      'weekStart',
      'Funday',
      { isIn: expect.stringMatching(/^weekStart must be one of the following values: Monday, .*, Sunday$/) },
    ],
  ])('does not take every %s', async (property, value, constraints) => {
    const { get, patch } = profile()
    const was = await get()
    const { status, body } = await patch({ [property]: value, bio: 'b', foo: 1 })
    expect([status, body.error.message]).toEqual([400, 'Bad Request Exception'])
    const target = { [property]: value, bio: 'b' }
    expect(body.error.details).toEqual({ errors: [{ target, value, property, children: [], constraints }] })
    expect(await get()).toEqual(was)
  })

  it('is its owner’s alone', async () => {
    expect((await profile().patch({ bio: 'b' }, null)).status).toBe(401)
  })
})
