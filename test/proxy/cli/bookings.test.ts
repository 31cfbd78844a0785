import { describe, expect, it } from 'vitest'
import { booking, olga } from '../../../demo/simulator/index.ts'
import { setup } from './setup.ts'

const PERSON = ['--name', 'Иван', '--email', 'ivan@example.com']
const CREATE = ['bookings', 'create', '--event', 'delo-40min', '--start', '2026-11-25 10:00', ...PERSON]

const account = (status: 'accepted' | 'pending' = 'accepted') => ({
  ...olga(),
  bookings: [booking({ start: '2026-11-25T07:00:00Z', uid: 'first', status })],
})

describe('bookings create', () => {
  it('books by the clocks of the account', async () => {
    const { run, simulator } = await setup()
    const { code, stdout } = await run(...CREATE)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^When +Wed 2026-11-25 10:00–10:40\nZone +Europe\/Moscow \(the account's zone\)\n/)
    expect(simulator.account.bookings).toMatchObject([
      { start: '2026-11-25T07:00:00.000Z', eventTypeId: 3, attendees: [{ name: 'Иван', timeZone: 'Europe/Moscow' }] },
    ])
  })

  it('books by the clocks of the zone that is named', async () => {
    const { json } = await setup()
    expect(await json(...CREATE, '--time-zone', 'Europe/Berlin')).toMatchObject({ start: '2026-11-25T09:00:00.000Z' })
  })

  it('sends all that the options and --data say, and an option wins', async () => {
    const data = {
      location: { type: 'phone' },
      attendee: { name: 'Nobody', phoneNumber: '+79001234567' },
      guests: ['x'],
    }
    const { json } = await setup({ files: { 'more.json': { text: JSON.stringify(data), mode: 0o644 } } })
    const options = [
      '--attendee-time-zone',
      'Asia/Tokyo',
      '--language',
      'ru',
      '--duration',
      '60',
      '--guest',
      'a@example.com',
    ]
    const more = [
      '--guest',
      'b@example.com',
      '--answer',
      'topic=a=b',
      '--metadata',
      'from=phone',
      '--data',
      '@more.json',
    ]
    expect(await json(...CREATE, ...options, ...more, '--dry-run')).toMatchObject({
      body: {
        start: '2026-11-25T07:00:00.000Z',
        eventTypeId: 3,
        lengthInMinutes: 60,
        attendee: {
          name: 'Иван',
          email: 'ivan@example.com',
          phoneNumber: '+79001234567',
          timeZone: 'Asia/Tokyo',
          language: 'ru',
        },
        guests: ['a@example.com', 'b@example.com'],
        bookingFieldsResponses: { topic: 'a=b' },
        metadata: { from: 'phone' },
        location: { type: 'phone' },
      },
    })
  })

  it('tells in Cal.com’s words why a time cannot be had', async () => {
    const { run } = await setup()
    const { code, stderr } = await run('bookings', 'create', '--event', '3', '--start', '2026-11-28 10:00', ...PERSON)
    expect(code).toBe(1)
    expect(stderr).toContain('User either already has booking at this time or is not available')
    expect(stderr).toContain('\nThe free times: gate slots list --event …\n')
  })

  it('names the answers that are wrong, in plain words', async () => {
    const { run } = await setup()
    const who = ['--name', 'Иван', '--email', 'nope']
    const { code, stderr } = await run('bookings', 'create', '--event', '3', '--start', '2026-11-24 10:00', ...who)
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Cal.com refuses (400, POST /v2/bookings): email is invalid\n',
    })
  })
})

describe('bookings reschedule', () => {
  it('moves to a time by the clocks of the account', async () => {
    const { json, simulator } = await setup({ account: account() })
    const argv = ['bookings', 'reschedule', 'first', '--start', '2026-11-26 11:20', '--reason', 'заболела']
    expect(await json(...argv)).toMatchObject({
      start: '2026-11-26T08:20:00.000Z',
      rescheduledFromUid: 'first',
      reschedulingReason: 'заболела',
    })
    expect(simulator.account.bookings[0]?.status).toBe('cancelled')
  })
})

describe.each([
  ['cancel', 'accepted', 'cancelled', 'Cancel', { cancellationReason: 'заболела' }],
  ['decline', 'pending', 'rejected', 'Decline', { reason: 'заболела' }],
] as const)('bookings %s', (verb, before, after, Word, body) => {
  const argv = ['bookings', verb, 'first', '--reason', 'заболела']

  it('asks, and does it after a yes', async () => {
    const { run, asked, simulator } = await setup({ account: account(before), answer: 'y' })
    const { code, stdout } = await run(...argv)
    expect(asked).toEqual([`${Word} the booking of Иван Петров, Wed 2026-11-25 10:00–10:40 Europe/Moscow? [y/N] `])
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`^Status +${after}$`, 'm'))
    expect(simulator.account.bookings[0]).toMatchObject({ status: after })
  })

  it.each(['', 'n', 'yesterday'])('does nothing after «%s»', async (answer) => {
    const { run, writes } = await setup({ account: account(before), answer })
    expect(await run(...argv)).toEqual({ code: 2, stdout: '', stderr: 'Nothing was done.\n' })
    expect(writes()).toEqual([])
  })

  it('does not ask with --yes', async () => {
    const { run, asked, simulator } = await setup({ account: account(before), answer: 'n' })
    expect((await run(...argv, '--yes')).code).toBe(0)
    expect(asked).toEqual([])
    expect(simulator.account.bookings[0]?.status).toBe(after)
  })

  it('is refused where nobody can be asked', async () => {
    const { run, simulator } = await setup({ account: account(before) })
    const { code, stderr } = await run(...argv)
    expect(code).toBe(2)
    expect(stderr).toBe('This wants a yes, and there is no terminal to ask at: add --yes.\n')
    expect(simulator.calls).toEqual([])
  })

  it('asks nothing for a dry run', async () => {
    const { run, asked, writes } = await setup({ account: account(before), answer: 'y' })
    const { code, stdout } = await run(...argv, '--dry-run')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ method: 'POST', body })
    expect({ asked, writes: writes() }).toEqual({ asked: [], writes: [] })
  })
})

describe('bookings confirm', () => {
  it('accepts what waits', async () => {
    const { json, simulator } = await setup({ account: account('pending') })
    expect(await json('bookings', 'confirm', 'first')).toMatchObject({ status: 'accepted' })
    expect(simulator.account.bookings[0]?.status).toBe('accepted')
  })
})
