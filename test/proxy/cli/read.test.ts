import { describe, expect, it } from 'vitest'
import { booking, eventType, olga } from '../../../demo/simulator/index.ts'
import { setup } from './setup.ts'

const withBooking = (changes: Partial<Parameters<typeof booking>[0]> = {}) => ({
  ...olga(),
  bookings: [booking({ start: '2026-11-25T07:00:00Z', uid: 'first', ...changes })],
})

describe('me', () => {
  it('tells the account', async () => {
    const { run } = await setup()
    const { code, stdout } = await run('me', 'get')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Name +Olga Rozet$/m)
    expect(stdout).toMatch(/^Zone +Europe\/Moscow$/m)
  })

  it('does so without a verb, too', async () => {
    const { run, json } = await setup()
    expect(await run('me')).toEqual(await run('me', 'get'))
    expect(await json('me')).toMatchObject({ username: 'olgarozet' })
    expect(await run('me', 'nope')).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('event-types', () => {
  it('lists them', async () => {
    const { run } = await setup()
    const { stdout } = await run('event-types', 'list')
    expect(stdout.split('\n')[0]).toMatch(/^ID +Slug +Title +Minutes +Notes$/)
    expect(stdout).toMatch(/^3 +delo-40min +40 минут с Ольгой Розет +40$/m)
  })

  it.each(['delo-40min', '3'])('shows one by its slug or id: %s', async (wanted) => {
    const { json } = await setup()
    expect(await json('event-types', 'show', wanted)).toMatchObject({ id: 3, slug: 'delo-40min' })
  })

  it('takes a number for a slug first', async () => {
    const account = { ...olga(), eventTypes: [eventType({ id: 3, slug: 'a' }), eventType({ id: 4, slug: '3' })] }
    const { json } = await setup({ account })
    expect(await json('event-types', 'show', '3')).toMatchObject({ id: 4 })
  })

  it('names those that there are when one is not found', async () => {
    const { run } = await setup()
    const { code, stdout, stderr } = await run('event-types', 'show', 'nope')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toBe('There is no event type nope. There are: 15min, 30min, delo-40min.\n')
  })
})

describe('slots', () => {
  it('lists the free starts day by day, in the account’s zone, which the heading names', async () => {
    const { run } = await setup()
    const { stdout } = await run('slots', 'list', '--event', 'delo-40min', '--from', '2026-11-24', '--to', '2026-11-25')
    const [heading, first, second, ...rest] = stdout.trimEnd().split('\n')
    expect(heading).toBe("Free times in Europe/Moscow (the account's zone)")
    expect(first).toMatch(/^Tue 2026-11-24 {2}10:00 10:40 11:20 .* 17:20$/)
    expect(second).toMatch(/^Wed 2026-11-25 {2}10:00 /)
    expect(rest).toEqual([])
  })

  it('means a day in the zone that is named, and shows it there', async () => {
    const { run, json } = await setup()
    const query = ['--event', 'delo-40min', '--from', '2026-11-24', '--to', '2026-11-24', '--time-zone', 'Asia/Tokyo']
    expect((await run('slots', 'list', ...query)).stdout).toMatch(
      /^Free times in Asia\/Tokyo\nTue 2026-11-24 {2}16:00 /,
    )
    const starts = (await json('slots', 'list', ...query)) as string[]
    expect([starts[0], starts.at(-1)]).toEqual(['2026-11-24T07:00:00.000Z', '2026-11-24T14:20:00.000Z'])
  })

  it('takes a time with its zone as it is', async () => {
    const { json, simulator } = await setup()
    const span = ['--from', '2026-11-24T10:00+03:00', '--to', '2026-11-24T07:40Z']
    expect(await json('slots', 'list', '--event', '3', ...span)).toEqual(['2026-11-24T07:00:00.000Z'])
    expect(simulator.calls.some(({ path }) => path === '/v2/me')).toBe(false)
  })

  it('begins now and looks a week ahead', async () => {
    const { json } = await setup()
    const starts = (await json('slots', 'list', '--event', '3')) as string[]
    expect(starts[0]).toBe('2026-11-23T07:00:00.000Z')
    expect(starts.at(-1)?.slice(0, 10)).toBe('2026-11-27')
  })

  it('tells the ends, too', async () => {
    const { run } = await setup()
    const { stdout } = await run('slots', 'range', '--event', '3', '--from', '2026-11-24', '--to', '2026-11-24')
    expect(stdout).toMatch(/^Free times in Europe\/Moscow .*\nFree\nTue 2026-11-24 10:00–10:40\n/)
  })

  it('tells how many seats are left, where there are seats', async () => {
    const seats = { seatsPerTimeSlot: 5, showAttendeeInfo: true, showAvailabilityCount: true }
    const { run } = await setup({ account: { ...olga(), eventTypes: [eventType({ slug: 'group', seats })] } })
    const { stdout } = await run('slots', 'range', '--event', 'group', '--from', '2026-11-24', '--to', '2026-11-24')
    expect(stdout).toMatch(/\nFree +Seats left\nTue 2026-11-24 10:00–10:30 +5\n/)
  })

  it('says that there is none', async () => {
    const { run } = await setup()
    const { stdout } = await run('slots', 'list', '--event', '3', '--from', '2026-11-28', '--to', '2026-11-29')
    expect(stdout).toBe("Free times in Europe/Moscow (the account's zone)\nNone.\n")
  })
})

describe('bookings', () => {
  it('lists them by the clocks of the account', async () => {
    const { run } = await setup({ account: withBooking() })
    const { code, stdout } = await run('bookings', 'list')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^1 booking, times in Europe\/Moscow \(the account's zone\)\nWhen +Status +Event/)
    expect(stdout).toMatch(/^Wed 2026-11-25 10:00–10:40 +accepted +delo-40min +Иван Петров +ivan@example.com +first$/m)
  })

  it('asks for exactly what the options say', async () => {
    const { json, simulator } = await setup({ account: withBooking() })
    const filter = {
      ...{ '--status': 'upcoming,past', '--event': '30min,delo-40min', '--attendee-email': 'ivan@example.com' },
      ...{ '--attendee-name': 'Иван Петров', '--uid': 'first', '--after-start': '2026-11-25' },
      ...{ '--before-end': '2026-11-25', '--after-created': '2026-01-01T00:00Z', '--before-created': '2026-01-01' },
      ...{ '--after-updated': '2026-01-01 02:00', '--before-updated': '2026-01-02', '--sort-start': 'desc' },
      ...{ '--take': '10', '--skip': '0' },
    }
    expect(await json('bookings', 'list', ...Object.entries(filter).flat())).toMatchObject([{ uid: 'first' }])
    const { path = '' } = simulator.calls.at(-1) ?? {}
    expect(Object.fromEntries(new URL(path, 'http://localhost').searchParams)).toEqual({
      ...{ status: 'upcoming,past', eventTypeIds: '2,3', attendeeEmail: 'ivan@example.com' },
      ...{ attendeeName: 'Иван Петров', bookingUid: 'first', sortStart: 'desc', take: '10', skip: '0' },
      ...{ afterStart: '2026-11-24T21:00:00.000Z', beforeEnd: '2026-11-25T21:00:00.000Z' },
      ...{ afterCreatedAt: '2026-01-01T00:00:00.000Z', beforeCreatedAt: '2026-01-01T21:00:00.000Z' },
      ...{ afterUpdatedAt: '2025-12-31T23:00:00.000Z', beforeUpdatedAt: '2026-01-02T21:00:00.000Z' },
    })
  })

  it.each([
    ['--sort-start', 'sortStart'],
    ['--sort-end', 'sortEnd'],
    ['--sort-created', 'sortCreated'],
    ['--sort-updated', 'sortUpdatedAt'],
  ])('are in the order of %s, all of them and a page', async (option, parameter) => {
    const at = (month: number, day: number) => `2027-0${month}-0${day}T07:00:00.000Z`
    const bookings = [
      booking({ uid: 'a', start: at(1, 2), end: at(2, 3), createdAt: at(3, 1), updatedAt: at(4, 2) }),
      booking({ uid: 'b', start: at(1, 3), end: at(2, 1), createdAt: at(3, 2), updatedAt: at(4, 1) }),
      booking({ uid: 'c', start: at(1, 1), end: at(2, 2), createdAt: at(3, 3), updatedAt: at(4, 3) }),
    ]
    const { json, simulator } = await setup({ account: { ...olga(), bookings } })
    const uids = async (...more: string[]) =>
      ((await json('bookings', 'list', option, ...more)) as { uid: string }[]).map(({ uid }) => uid)
    const ascending = await uids('asc')
    expect(await uids('desc')).toEqual(ascending.toReversed())
    expect(await uids('asc', '--take', '5')).toEqual(ascending)
    expect(simulator.calls.at(-1)?.path).toContain(`${parameter}=asc`)
  })

  it('are in the order of their starts when nothing else is asked for', async () => {
    const bookings = ['2027-01-02', '2027-01-03', '2027-01-01'].map((day) => booking({ start: `${day}T07:00:00Z` }))
    const { json } = await setup({ account: { ...olga(), bookings } })
    const found = (await json('bookings', 'list')) as { start: string }[]
    expect(found.map(({ start }) => start.slice(0, 10))).toEqual(['2027-01-01', '2027-01-02', '2027-01-03'])
  })

  it('lists them all, page after page, and tells how far it is', async () => {
    const bookings = Array.from({ length: 600 }, (_, day) => {
      const start = new Date(Date.UTC(2027, 0, day)).toISOString()
      return booking({ start, createdAt: start })
    })
    const { run } = await setup({ account: { ...olga(), bookings }, isTTY: true })
    const { stdout, stderr } = await run('bookings', 'list', '--json')
    expect(new Set(JSON.parse(stdout).map(({ uid }: { uid: string }) => uid)).size).toBe(600)
    expect(stderr).toMatch(/250 of 600 bookings….*500 of 600 bookings…/s)
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true)
  })

  it('keeps its progress to itself where nobody looks', async () => {
    const { run } = await setup({ account: withBooking() })
    expect((await run('bookings', 'list')).stderr).toBe('')
  })

  it('shows one with all that is known', async () => {
    const { run } = await setup({ account: withBooking() })
    const { stdout } = await run('bookings', 'show', 'first', '--time-zone', 'Europe/Berlin')
    expect(stdout).toMatch(/^When +Wed 2026-11-25 08:00–08:40$/m)
    expect(stdout).toMatch(/^Zone +Europe\/Berlin$/m)
    expect(stdout).toMatch(/^Attendees +Иван Петров \(ivan@example.com, Europe\/Moscow\)$/m)
  })

  it('names the seat of each, by which one alone is cancelled or moved', async () => {
    const one = {
      name: 'Иван',
      email: 'ivan@example.com',
      timeZone: 'Europe/Moscow',
      language: 'ru',
      seatUid: 'seat-1',
    }
    const seats = { seatsPerTimeSlot: 5, showAttendeeInfo: true, showAvailabilityCount: true }
    const account = {
      ...withBooking({ attendees: [one], eventTypeId: 1 }),
      eventTypes: [eventType({ id: 1, slug: 'group', seats })],
    }
    const { run } = await setup({ account })
    const { stdout } = await run('bookings', 'show', 'first')
    expect(stdout).toMatch(/^Attendees +Иван \(ivan@example.com, Europe\/Moscow, seat seat-1\)$/m)
  })

  it('lets nobody steer the terminal by his name', async () => {
    const attendees = [{ name: 'Mal\u001b[2J\u202elory\n1', email: 'm@example.com', timeZone: 'UTC', language: 'en' }]
    const { run } = await setup({ account: withBooking({ attendees }), isTTY: true, env: { NO_COLOR: '1' } })
    for (const verb of [['list'], ['show', 'first']]) {
      const { stdout } = await run('bookings', ...verb)
      expect(stdout).toContain('Mal [2J lory 1')
      expect([...stdout].filter((letter) => '\u001b\u202e'.includes(letter))).toEqual([])
    }
  })
})
