import { describe, expect, it } from 'vitest'
import { hours, setup } from './setup.ts'

interface ScheduleData {
  id: number
  name: string
  isDefault: boolean
  availability: object[]
  overrides: object[]
}

const NINE_TO_FIVE = [
  { days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], startTime: '09:00', endTime: '17:00' },
]
const VERSION = '2024-06-11'
const NEW = { name: 'Summer', timeZone: 'Europe/Moscow', isDefault: false }

/** A simulator with a caller for schedules, and the hours on offer on the Tuesday and after. */
function schedules(event = {}) {
  const { send, slots, account, sim } = setup({ types: [{ id: 9, slug: 'hour', lengthInMinutes: 60, ...event }] })
  const ask = <Data = ScheduleData>(method: string, path = '', body?: unknown, version: string | undefined = VERSION) =>
    send<Data>(method, `/v2/schedules${path}`, version, body)
  async function free(day = '2026-11-24') {
    sim.clock.advance(2000)
    return hours(await slots(`eventTypeId=9&start=${day}&end=${day}&timeZone=Europe/Moscow`))
  }
  return { ask, free, account }
}

describe('schedules', () => {
  it('are listed once made, with nine to five unless told otherwise', async () => {
    const { ask } = schedules()
    const made = await ask('POST', '', { ...NEW, foo: 1 })
    expect(made.status).toBe(201)
    const schedule = { id: 2, ownerId: 1, ...NEW, availability: NINE_TO_FIVE, overrides: [] }
    expect(made.body.data).toEqual(schedule)
    expect((await ask<ScheduleData[]>('GET')).body.data[1]).toEqual(schedule)
    expect((await ask('GET', '/2')).body.data).toEqual(schedule)
  })

  it('become the default when asked to, and then set the hours', async () => {
    const { ask, free } = schedules()
    expect((await free())[0]).toBe('10:00')
    await ask('POST', '', { ...NEW, isDefault: true })
    expect((await ask('GET', '/default')).body.data).toMatchObject({ id: 2, isDefault: true })
    expect((await ask('GET', '/1')).body.data.isDefault).toBe(false)
    expect((await free())[0]).toBe('09:00')
    expect((await ask('PATCH', '/1', { isDefault: true })).body.data.isDefault).toBe(true)
    expect((await ask('PATCH', '/1', { isDefault: false })).body.data.isDefault).toBe(true)
    expect((await free())[0]).toBe('10:00')
  })

  it('change the slots by hours, overrides and zone', async () => {
    const { ask, free } = schedules()
    await ask('PATCH', '/1', { availability: [{ days: ['Tuesday'], startTime: '12:00', endTime: '14:00' }] })
    expect([await free(), await free('2026-11-25')]).toEqual([['12:00', '13:00'], []])
    const override = { date: '2026-11-25', startTime: '20:00', endTime: '21:00' }
    const changed = await ask('PATCH', '/1', { overrides: [{ ...override, date: '2026-11-25T00:00:00Z', foo: 1 }] })
    expect(changed.body.data.overrides).toEqual([override])
    expect([await free(), await free('2026-11-25')]).toEqual([['12:00', '13:00'], ['20:00']])
    await ask('PATCH', '/1', { timeZone: 'Asia/Yekaterinburg', overrides: [] })
    expect([await free(), await free('2026-11-25')]).toEqual([['10:00', '11:00'], []])
  })

  it('keep what a change does not name', async () => {
    const { ask } = schedules()
    const { availability } = (await ask('GET', '/1')).body.data
    expect((await ask('PATCH', '/1', { name: 'Other' })).body.data).toMatchObject({ name: 'Other', availability })
  })

  it('are gone once deleted; then there is no default, and Cal.com takes nine to five', async () => {
    const { ask, free, account } = schedules({ scheduleId: 1 })
    const { status, body } = await ask('DELETE', '/1')
    expect([status, body]).toEqual([200, { status: 'success' }])
    expect((await ask('GET')).body.data).toEqual([])
    expect((await ask('GET', '/default')).body.data).toBeNull()
    expect(account.eventTypes.find(({ id }) => id === 9)?.scheduleId).toBeNull()
    expect((await free()).at(0)).toBe('09:00')
  })

  it('without a default stand in for it', async () => {
    const { free, account } = schedules()
    account.user.defaultScheduleId = null
    expect((await free())[0]).toBe('10:00')
  })

  it.each([
    ['GET', 404],
    ['PATCH', 404],
    ['DELETE', 400],
  ])('that are unknown are refused: %s with %i', async (method, expected) => {
    const { status, body } = await schedules().ask(method, '/77', method === 'PATCH' ? {} : undefined)
    expect([status, body.error.message]).toEqual([expected, 'Schedule with ID=77 does not exist.'])
  })

  it('want days of the week, real hours and real dates', async () => {
    const availability = [{ days: ['Funday'], startTime: '9:00', endTime: '17:00' }]
    const overrides = [{ date: '2026-02-30', startTime: '10:00' }]
    const { status, body } = await schedules().ask('PATCH', '/1', { availability, overrides, name: 1, foo: 1 })
    expect([status, body.error.message]).toEqual([400, 'Bad Request Exception'])
    const target = { availability, overrides, name: 1 }
    const isIn =
      'each value in days must be one of the following values: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday'
    const ofDay = { children: [], property: 'days', target: availability[0], value: ['Funday'], constraints: { isIn } }
    const errors = (body.error.details as { errors: { property: string; children: { children: unknown[] }[] }[] })
      .errors
    expect(errors.map(({ property }) => property)).toEqual(['name', 'availability', 'overrides'])
    expect(errors[0]).toEqual({
      ...{ target, value: 1, property: 'name', children: [] },
      constraints: { isString: 'name must be a string' },
    })
    expect(errors[1]?.children[0]?.children[0]).toEqual(ofDay)
    expect(errors[2]?.children[0]?.children).toMatchObject([
      { property: 'date', constraints: { isIso8601: 'date must be a valid ISO 8601 date string' } },
      {
        property: 'endTime',
        constraints: {
          matches: 'endTime must be a valid time format HH:MM',
          isString: 'endTime must be a string',
        },
      },
    ])
  })

  it('are deleted, but not written, in the old version', async () => {
    const { ask } = schedules()
    expect((await ask('POST', '', NEW, '2020-01-01')).status).toBe(400)
    expect((await ask('PATCH', '/1', { name: 'x' }, '2020-01-01')).status).toBe(400)
    expect((await ask('DELETE', '/1', undefined, '2020-01-01')).status).toBe(200)
  })
})
