import { describe, expect, it } from 'vitest'
import { type EventTypeSeed, eventType, olga } from '../../../demo/simulator/index.ts'
import { NOW, setup } from './setup.ts'

const URL = 'https://book.example.com/webhooks'
const NEEDED = ['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED', 'BOOKING_REQUESTED', 'BOOKING_REJECTED']

interface Scene {
  eventTypes?: EventTypeSeed[]
  triggers?: string[] | undefined
  active?: boolean
  payloadTemplate?: string | null
  env?: Record<string, string>
  /** How far the local clock is ahead, in seconds. */
  ahead?: number
}

/** An account that is ready, but for what is given; its server tells the real time. */
async function scene({ eventTypes, env = {}, ahead = 0, ...hook }: Scene = {}) {
  const { triggers = NEEDED, active = true, payloadTemplate = null } = hook
  const account = { ...olga(), ...(eventTypes && { eventTypes: eventTypes.map(eventType) }) }
  const gate = await setup({ account, env, now: () => new Date(Date.parse(NOW) + ahead * 1000) })
  const webhook = { id: 'one', subscriberUrl: URL, triggers, active, secret: 's3cret', payloadTemplate }
  gate.simulator.account.webhooks = [webhook]
  return gate
}

const verdictOf = (stdout: string) => stdout.trimEnd().split('\n').at(-1)

describe('check', () => {
  it('says that all is well', async () => {
    const { run } = await scene()
    const { code, stdout } = await run('check')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Key +works \(from CAL_API_KEY\)$/m)
    expect(stdout).toMatch(/^Account +olgarozet \(Olga Rozet\)$/m)
    expect(stdout).toMatch(/^Zone +Europe\/Moscow$/m)
    expect(stdout).toMatch(/^Webhook +https:\/\/book\.example\.com\/webhooks$/m)
    expect(stdout).toMatch(/^Limit +117 of 120 requests left this minute$/m)
    expect(stdout).toMatch(/^Clock +(the same as|\d s (ahead of|behind)) Cal\.com's$/m)
    expect(stdout).toMatch(/^delo-40min +can book it$/m)
    expect(verdictOf(stdout)).toBe('✓ All is well: the widget can book.')
  })

  it('says it to programs, too', async () => {
    const { json } = await scene()
    expect(await json('check')).toMatchObject({
      ok: true,
      account: { name: 'Olga Rozet', username: 'olgarozet', timeZone: 'Europe/Moscow' },
      eventTypes: expect.arrayContaining([{ id: 3, slug: 'delo-40min', hidden: false, bookable: true }]),
      webhook: { ok: true, addresses: [URL] },
      rateLimit: { limit: 120, remaining: 117 },
      clockSkew: expect.any(Number),
      todo: [],
    })
  })

  it.each<[string, Omit<EventTypeSeed, 'slug'>]>([
    ['it costs money', { price: 100 }],
    ['it has seats', { seats: { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true } }],
    ['it recurs', { recurrence: { interval: 1, occurrences: 3, frequency: 'weekly' } }],
    ['the booker must log in or verify the e-mail', { bookingRequiresAuthentication: true }],
    ['the booker must log in or verify the e-mail', { requiresBookerEmailVerification: true }],
    ['the place is of an unknown kind', { locations: [{ type: 'hologram' } as never] }],
    ['a required question is of an unknown type', { fields: [{ type: 'signature', slug: 'sign', required: true }] }],
  ])('says that the widget cannot book an event type, since %s', async (why, fault) => {
    const { run } = await scene({ eventTypes: [{ slug: 'good' }, { slug: 'bad', ...fault }] })
    const { code, stdout } = await run('check')
    expect(code).toBe(1)
    expect(stdout).toContain('✗ The widget cannot book bad: ')
    expect(stdout).toContain(why)
    expect(stdout).toMatch(/^good +can book it$/m)
    expect(verdictOf(stdout)).toBe('Not ready: 1 to be done.')
  })

  it('minds no hidden event type', async () => {
    const { run } = await scene({ eventTypes: [{ slug: 'good' }, { slug: 'bad', price: 100, hidden: true }] })
    const { code, stdout } = await run('check')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^bad +cannot book it: it costs money +hidden on Cal\.com's page$/m)
  })

  it('minds those alone that EVENTS names', async () => {
    const eventTypes = [{ slug: 'good' }, { slug: 'bad', price: 100 }]
    expect((await (await scene({ eventTypes, env: { EVENTS: 'good' } })).run('check')).code).toBe(0)
    const { code, stdout } = await (await scene({ eventTypes, env: { EVENTS: 'good, gone' } })).run('check')
    expect(code).toBe(1)
    expect(stdout).toContain('✗ There is no event type gone, which EVENTS names.')
  })

  it.each<[string, Scene]>([
    ['does not tell of all', { triggers: NEEDED.slice(1) }],
    ['is switched off', { active: false }],
    ['words it in its own way', { payloadTemplate: '{{title}}' }],
    ['is of another address', { env: { PUBLIC_URL: 'https://other.example.com' } }],
  ])('misses a webhook when the one there %s', async (_, what) => {
    const { run } = await scene(what)
    const { code, stdout } = await run('check')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^Webhook +not set up$/m)
    expect(stdout).toMatch(/✗ No webhook tells .* of bookings: run gate webhooks install --url /)
  })

  it.each([URL, `${URL}/`, 'https://book.example.com'])('finds the webhook of %s', async (url) => {
    const { run } = await scene()
    expect((await run('check', '--url', url)).code).toBe(0)
    expect((await run('check', '--url', url.replace('book', 'other'))).code).toBe(1)
  })

  it.each([
    ['https://new.example.com', 'https://new.example.com/v1/webhooks/calcom'],
    ['https://new.example.com/own', 'https://new.example.com/own'],
  ])('tells by which command to subscribe %s', async (url, whole) => {
    const { run } = await scene()
    const { stdout } = await run('check', '--url', url)
    expect(stdout).toContain(`run gate webhooks install --url ${whole}.`)
  })

  it('finds two webhooks that tell the same', async () => {
    const { run, simulator } = await scene()
    const [one] = simulator.account.webhooks
    if (one) simulator.account.webhooks.push({ ...one, id: 'two', subscriberUrl: `${URL}?again` })
    const { code, stdout } = await run('check')
    expect(code).toBe(1)
    expect(stdout).toContain(`✗ Several webhooks tell ${URL}?again the same: run gate webhooks install --url ${URL}.`)
  })

  it.each([
    [120, 'ahead of'],
    [-120, 'behind'],
  ])('tells that the clock is wrong: %i s', async (ahead, words) => {
    const { run } = await scene({ ahead })
    const { code, stdout } = await run('check')
    expect(code).toBe(1)
    expect(stdout).toMatch(new RegExp(`✗ Set the clock of this machine: it is 1(19|20|21) s ${words} Cal\\.com's\\.`))
  })

  it('ends as a failure of Cal.com when there is one', async () => {
    const { run, simulator } = await scene()
    simulator.break({ kind: 'status', status: 502 })
    expect((await run('check')).code).toBe(3)
    const { code, stdout } = await (await scene({ env: { CAL_API_KEY: 'cal_test_wrong' } })).run('check')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  })
})
