import { describe, expect, it } from 'vitest'
import { mainType, OLGA, refusal, setup } from './over.ts'

const HOOK = { subscriberUrl: 'https://example.com/hook', triggers: ['BOOKING_CREATED'], active: true, secret: 's' }
const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

describe('me', () => {
  it('tells whose key it is', async () => {
    const { calcom } = setup()
    expect(await calcom.me.get()).toMatchObject({ username: OLGA, timeZone: 'Europe/Moscow' })
  })

  it('changes what is given and nothing else', async () => {
    const { calcom } = setup()
    const before = await calcom.me.get()
    expect(await calcom.me.update({ bio: 'Консультации', timeFormat: 12 })).toEqual({
      ...before,
      bio: 'Консультации',
      timeFormat: 12,
    })
    expect(await calcom.me.get()).toMatchObject({ bio: 'Консультации' })
  })

  it('is refused to a wrong key', async () => {
    const { calcom } = setup({ apiKey: 'cal_test_wrong' })
    expect(await refusal(calcom.me.get())).toMatchObject({ status: 401 })
  })

  it('is not moved to a zone that is none', async () => {
    const { calcom } = setup()
    expect(await refusal(calcom.me.update({ timeZone: 'Mars/X' }))).toMatchObject({ status: 400 })
    expect(await calcom.me.get()).toMatchObject({ timeZone: 'Europe/Moscow' })
  })
})

describe('event types', () => {
  const COACHING = { title: 'Разбор', slug: 'razbor', lengthInMinutes: 90, minimumBookingNotice: 60 }

  it('are listed, got by id and found by slug', async () => {
    const { calcom } = setup()
    const found = await mainType(calcom)
    expect(found).toMatchObject({ slug: 'delo-40min', lengthInMinutes: 40 })
    expect(await calcom.eventTypes.get(found.id)).toMatchObject({ id: found.id, slug: 'delo-40min' })
    expect((await calcom.eventTypes.list()).map(({ slug }) => slug)).toEqual(['15min', '30min', 'delo-40min'])
  })

  it('are created, changed and deleted', async () => {
    const { calcom } = setup()
    const made = await calcom.eventTypes.create(COACHING)
    expect(await calcom.eventTypes.get(made.id)).toMatchObject(COACHING)
    await calcom.eventTypes.update(made.id, { lengthInMinutes: 60, hidden: true })
    expect(await calcom.eventTypes.get(made.id)).toMatchObject({ ...COACHING, lengthInMinutes: 60, hidden: true })
    expect(await calcom.eventTypes.delete(made.id)).toMatchObject({ id: made.id, slug: 'razbor' })
    expect(await refusal(calcom.eventTypes.get(made.id))).toMatchObject({ status: 404 })
  })

  it('are refused to a wrong key', async () => {
    const { calcom } = setup({ apiKey: 'cal_test_wrong' })
    expect(await refusal(calcom.eventTypes.list())).toMatchObject({ status: 401 })
    expect(await refusal(calcom.eventTypes.find({ username: OLGA, eventSlug: '15min' }))).toMatchObject({ status: 401 })
  })

  it('do not share a slug', async () => {
    const { calcom } = setup()
    expect(await refusal(calcom.eventTypes.create({ ...COACHING, slug: '15min' }))).toEqual({
      status: 400,
      reason: 'User already has an event type with this slug.',
    })
  })

  it('that are not there cannot be got, changed or deleted', async () => {
    const { eventTypes } = setup().calcom
    for (const call of [eventTypes.get(999), eventTypes.update(999, { title: 'x' }), eventTypes.delete(999)])
      expect(await refusal(call)).toMatchObject({ status: 404 })
  })
})

describe('schedules', () => {
  const SUMMER = {
    name: 'Лето',
    timeZone: 'Europe/Moscow',
    isDefault: false,
    availability: [{ days: [...WEEK], startTime: '12:00', endTime: '16:00' }],
    overrides: [{ date: '2026-11-25', startTime: '18:00', endTime: '20:00' }],
  }

  it('are listed, got by id, and one is the default', async () => {
    const { calcom } = setup()
    const [first] = await calcom.schedules.list()
    expect(first).toMatchObject({ isDefault: true, timeZone: 'Europe/Moscow' })
    expect(await calcom.schedules.default()).toEqual(first)
    expect(await calcom.schedules.get(first?.id ?? 0)).toEqual(first)
  })

  it('are created, changed and deleted', async () => {
    const { calcom } = setup()
    const { id } = await calcom.schedules.create(SUMMER)
    expect(await calcom.schedules.get(id)).toEqual({ id, ...SUMMER })
    await calcom.schedules.update(id, { overrides: [] })
    expect(await calcom.schedules.get(id)).toEqual({ id, ...SUMMER, overrides: [] })
    await calcom.schedules.delete(id)
    expect(await refusal(calcom.schedules.get(id))).toMatchObject({ status: 404 })
  })

  it('of the account may be none', async () => {
    const { calcom, simulator } = setup()
    simulator.account.schedules = []
    simulator.account.user.defaultScheduleId = null
    expect(await calcom.schedules.default()).toBeNull()
    expect(await calcom.schedules.list()).toEqual([])
  })

  it('are refused to a wrong key', async () => {
    const { schedules } = setup({ apiKey: 'cal_test_wrong' }).calcom
    expect(await refusal(schedules.list())).toMatchObject({ status: 401 })
    expect(await refusal(schedules.default())).toMatchObject({ status: 401 })
  })

  it('are refused in a zone that is none, and with hours that are none', async () => {
    const { schedules } = setup().calcom
    expect(await refusal(schedules.create({ ...SUMMER, timeZone: 'Mars/X' }))).toMatchObject({ status: 400 })
    const hours = [{ days: [...WEEK], startTime: '9:00', endTime: '25:00' }]
    expect(await refusal(schedules.update(1, { availability: hours }))).toMatchObject({ status: 400 })
  })

  it('that are not there cannot be got, changed or deleted', async () => {
    const { schedules } = setup().calcom
    expect(await refusal(schedules.get(999))).toMatchObject({ status: 404 })
    expect((await refusal(schedules.update(999, { name: 'x' }))).status).toBeGreaterThanOrEqual(400)
    expect(await refusal(schedules.delete(999))).toMatchObject({ status: 400 })
  })
})

describe('webhooks', () => {
  it('are created, listed, changed and deleted', async () => {
    const { calcom } = setup()
    const made = await calcom.webhooks.create(HOOK)
    expect(made).toMatchObject(HOOK)
    expect(await calcom.webhooks.list()).toEqual([made])
    await calcom.webhooks.update(made.id, { active: false })
    expect(await calcom.webhooks.get(made.id)).toMatchObject({ ...HOOK, active: false })
    await calcom.webhooks.delete(made.id)
    expect(await calcom.webhooks.list()).toEqual([])
  })

  it('are listed in parts', async () => {
    const { calcom } = setup()
    const urls = ['a', 'b', 'c'].map((name) => `https://example.com/${name}`)
    for (const subscriberUrl of urls) await calcom.webhooks.create({ ...HOOK, subscriberUrl })
    const part = await calcom.webhooks.list({ take: 1, skip: 1 })
    expect(part.map(({ subscriberUrl }) => subscriberUrl)).toEqual([urls[1]])
  })

  it('are one for an address', async () => {
    const { calcom } = setup()
    await calcom.webhooks.create(HOOK)
    expect(await refusal(calcom.webhooks.create(HOOK))).toMatchObject({ status: 409 })
  })

  it('that are not there cannot be got, changed or deleted', async () => {
    const { webhooks } = setup().calcom
    for (const call of [webhooks.get('nope'), webhooks.update('nope', { active: true }), webhooks.delete('nope')])
      expect(await refusal(call)).toMatchObject({ status: 404 })
  })

  it('are refused to a wrong key', async () => {
    const { calcom } = setup({ apiKey: 'cal_test_wrong' })
    expect(await refusal(calcom.webhooks.list())).toMatchObject({ status: 401 })
  })
})
