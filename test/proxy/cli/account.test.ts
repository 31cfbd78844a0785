import { describe, expect, it } from 'vitest'
import { olga, schedule } from '../../../demo/simulator/index.ts'
import { setup } from './setup.ts'

describe('me update', () => {
  it('changes what is named alone', async () => {
    const { json, simulator } = await setup()
    const argv = [
      'me',
      'update',
      '--name',
      'Ольга',
      '--time-zone',
      'Asia/Tbilisi',
      '--time-format',
      '12',
      '--week-start',
      'Sunday',
    ]
    expect(await json(...argv)).toMatchObject({
      name: 'Ольга',
      timeZone: 'Asia/Tbilisi',
      timeFormat: 12,
      weekStart: 'Sunday',
    })
    expect(simulator.account.user.email).toBe('olga@example.com')
  })

  it('wants something to change', async () => {
    const { run, simulator } = await setup()
    const { code, stderr } = await run('me', 'update')
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'Nothing to change is named: see --help.\n' })
    expect(simulator.calls).toEqual([])
  })
})

describe('event-types', () => {
  it('are made with all that the options say', async () => {
    const { json } = await setup()
    const what = ['--slug', 'call', '--title', 'Звонок', '--length', '20', '--lengths', '20,30', '--description', 'd']
    const when = [
      '--interval',
      '15',
      '--notice',
      '60',
      '--buffer-before',
      '5',
      '--buffer-after',
      '10',
      '--schedule',
      '1',
    ]
    const how = ['--hidden', 'yes', '--confirm', 'yes', '--data', '{"locations":[{"type":"attendeePhone"}]}']
    expect(await json('event-types', 'create', ...what, ...when, ...how, '--dry-run')).toMatchObject({
      method: 'POST',
      body: {
        ...{ slug: 'call', title: 'Звонок', lengthInMinutes: 20, lengthInMinutesOptions: [20, 30], description: 'd' },
        ...{ slotInterval: 15, minimumBookingNotice: 60, beforeEventBuffer: 5, afterEventBuffer: 10, scheduleId: 1 },
        ...{ hidden: true, confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: true } },
        locations: [{ type: 'attendeePhone' }],
      },
    })
  })

  it.each(['long', '20,long', '20,,x'])('tell which lengths are none: %s', async (lengths) => {
    const { run, simulator } = await setup()
    const { code, stderr } = await run('event-types', 'update', '30min', '--lengths', lengths)
    expect(code).toBe(2)
    expect(stderr).toContain("option '--lengths <minutes>' argument")
    expect(simulator.calls).toEqual([])
  })

  it('are made, changed and deleted', async () => {
    const { json, run, asked, simulator } = await setup({ answer: 'yes' })
    await json('event-types', 'create', '--slug', 'call', '--title', 'Звонок', '--length', '20')
    expect(await json('event-types', 'update', 'call', '--notice', '240')).toMatchObject({
      title: 'Звонок',
      minimumBookingNotice: 240,
    })
    expect((await run('event-types', 'delete', 'call')).code).toBe(0)
    expect(asked).toEqual(['Delete the event type call (Звонок)? [y/N] '])
    expect(simulator.account.eventTypes.map(({ slug }) => slug)).toEqual(['15min', '30min', 'delo-40min'])
  })

  it('are not changed by nothing', async () => {
    const { run, writes } = await setup()
    expect((await run('event-types', 'update', 'delo-40min')).code).toBe(2)
    expect(writes()).toEqual([])
  })

  it('are not deleted where nobody can be asked', async () => {
    const { run, writes } = await setup()
    expect((await run('event-types', 'delete', 'delo-40min')).code).toBe(2)
    expect(writes()).toEqual([])
  })
})

describe('schedules', () => {
  it('are listed, and shown in short', async () => {
    const { run } = await setup()
    expect((await run('schedules', 'list')).stdout).toMatch(
      /^1 +Working hours +Europe\/Moscow +yes +Mon–Fri 10:00–18:00$/m,
    )
    expect((await run('schedules', 'default')).stdout).toMatch(/^Hours +Mon–Fri 10:00–18:00$/m)
  })

  it('get their hours and the days that differ', async () => {
    const { json, simulator } = await setup()
    const hours = ['--hours', 'Пн-Чт 10:00-18:00', '--hours', 'Sat 11:00-14:00']
    await json('schedules', 'set', 'default', ...hours, '--override', '2026-12-31=12:00-13:00', '--close', '2027-01-01')
    expect(simulator.account.schedules[0]).toMatchObject({
      name: 'Working hours',
      availability: [
        { days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday'], startTime: '10:00', endTime: '18:00' },
        { days: ['Saturday'], startTime: '11:00', endTime: '14:00' },
      ],
      overrides: [
        { date: '2026-12-31', startTime: '12:00', endTime: '13:00' },
        { date: '2027-01-01', startTime: '00:00', endTime: '00:00' },
      ],
    })
  })

  it('keep the days that are not named', async () => {
    const day = (date: string) => ({ date, startTime: '12:00', endTime: '13:00' })
    const overrides = [day('2026-12-29'), day('2026-12-30'), day('2026-12-31')]
    const { json, simulator } = await setup({ account: { ...olga(), schedules: [schedule({ overrides })] } })
    await json('schedules', 'set', '1', '--override', '2026-12-30=9-10', '--reset', '2026-12-31')
    expect(simulator.account.schedules[0]?.overrides).toEqual([
      day('2026-12-29'),
      { date: '2026-12-30', startTime: '09:00', endTime: '10:00' },
    ])
    expect(simulator.account.schedules[0]?.availability).toHaveLength(1)
  })

  it('are made in the account’s zone, and deleted after a yes', async () => {
    const { json, run, asked, simulator } = await setup({ answer: 'да' })
    const made = (await json('schedules', 'create', '--name', 'Summer', '--hours', 'Mon 10-12')) as { id: number }
    expect(made).toMatchObject({ name: 'Summer', timeZone: 'Europe/Moscow', isDefault: false })
    expect((await run('schedules', 'delete', String(made.id))).code).toBe(0)
    expect(asked).toEqual(['Delete the schedule Summer? [y/N] '])
    expect(simulator.account.schedules).toHaveLength(1)
  })

  it.each([
    [['set', 'default'], 'Nothing to change is named'],
    [['set', 'x', '--name', 'y'], '"x" is no schedule'],
    [['set', '1', '--hours', 'Mon'], '--hours: "Mon" is not understood'],
  ])('are not changed by %s', async (argv, words) => {
    const { run, simulator } = await setup()
    const { code, stderr } = await run('schedules', ...argv)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
    expect(simulator.calls).toEqual([])
  })
})
