import { describe, expect, it } from 'vitest'
import { KEY, setup } from './setup.ts'

const CREATE = [
  ...['bookings', 'create', '--event', '3', '--start', '2026-11-25 10:00', '--name', 'Иван'],
  ...['--email', 'ivan@example.com'],
]

describe('the exit code', () => {
  it('is 1 when Cal.com refuses, with its words', async () => {
    const { run } = await setup()
    const { code, stdout, stderr } = await run('bookings', 'show', 'nope')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^Cal\.com refuses \(404, GET \/v2\/bookings\/:uid\): .*nope.* not found.*\n$/)
  })

  it.each([
    ['an unknown area', ['nope'], "unknown command 'nope'"],
    ['no verb', ['slots'], 'Usage: gate slots'],
    ['nothing at all', [], 'Usage: gate'],
    ['an unknown option', ['me', 'get', '--nope'], "unknown option '--nope'"],
    ['a missing argument', ['bookings', 'show'], "missing required argument 'uid'"],
    ['a missing option', ['bookings', 'cancel', 'x'], "required option '--reason <text>' not specified"],
    ['one argument too many', ['me', 'get', 'x'], 'too many arguments'],
    ['a zone that is none', ['bookings', 'list', '--time-zone', 'Mars/X'], 'IANA zone'],
    ['a number that is none', ['bookings', 'list', '--take', 'x'], 'whole number'],
    ['a status that is none', ['bookings', 'list', '--status', 'past,nope'], 'upcoming, past, cancelled'],
    [
      'a time that is none',
      ['bookings', 'list', '--after-start', '2026-02-30'],
      '--after-start: "2026-02-30" is no time',
    ],
    ['a day for a time', ['bookings', 'reschedule', 'x', '--start', '2026-12-01'], '--start: a day is not enough'],
    ['data that is none', [...CREATE, '--data', '[]'], '--data must be a JSON object'],
    ['a file that is none', [...CREATE, '--data', '@nope.json'], '--data: nope.json cannot be read (ENOENT)'],
  ])('is 2 for %s', async (_, argv, words) => {
    const { run, writes } = await setup()
    const { code, stdout, stderr } = await run(...argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(writes()).toEqual([])
  })

  it.each([
    ['2026-03-29 02:30', 'Europe/Berlin'],
    ['2026-10-25 02:30', 'Europe/Berlin'],
  ])('is 2 for a time that clocks skip or show twice: %s', async (start, zone) => {
    const { run } = await setup()
    const { code, stderr } = await run('bookings', 'reschedule', 'x', '--start', start, '--time-zone', zone)
    expect(code).toBe(2)
    expect(stderr).toContain(`the clocks of ${zone} are changed`)
  })

  it('is 3 when nobody answers', async () => {
    const { run, server } = await setup()
    await server.close()
    const { code, stderr } = await run('me', 'get')
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'Cal.com cannot be reached (GET /v2/me).\n' })
  })

  it('is 3 when the answer takes too long', async () => {
    const { run, simulator } = await setup({ timeouts: { read: 100, write: 100 } })
    simulator.break({ kind: 'never' })
    const { code, stderr } = await run('me', 'get')
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'Cal.com does not answer: it takes too long (GET /v2/me).\n' })
  })

  it('is 3 when Cal.com is broken', async () => {
    const { run, simulator } = await setup()
    simulator.break({ kind: 'status', status: 502 })
    const { code, stderr } = await run('me', 'get')
    expect({ code, stderr }).toEqual({ code: 3, stderr: 'Cal.com is broken: it answers 502 to GET /v2/me.\n' })
  })

  it('is 3 when the answer cannot be read', async () => {
    const { run, simulator } = await setup()
    simulator.account.user.timeZone = 7 as unknown as string
    const { code, stderr } = await run('me', 'get')
    expect(code).toBe(3)
    expect(stderr).toMatch(/^Cal\.com's answer to GET \/v2\/me is unreadable: .*timeZone: not string/)
  })

  it('is 3 for a write without an answer, which may have been done', async () => {
    const { run, simulator } = await setup()
    simulator.break({ kind: 'status', status: 503, on: { method: 'POST' } })
    const { code, stderr } = await run(...CREATE)
    expect(code).toBe(3)
    expect(stderr).toContain('It may have been done all the same: look before you repeat it.')
  })

  it('is 1 when Cal.com blocks, and tells for how long', async () => {
    const { run, simulator } = await setup({ patience: { maxWaitMs: 0 } })
    simulator.break({ kind: 'status', status: 429 })
    const { code, stderr } = await run('me', 'get')
    expect(code).toBe(1)
    expect(stderr).toBe('Too many requests: Cal.com refuses all of them for 60 s.\n')
  })
})

describe('a read that failed', () => {
  it('is tried again, and that is told', async () => {
    const { run, simulator } = await setup({ patience: { attempts: 2 } })
    simulator.break({ kind: 'status', status: 502, times: 1 })
    const { code, stderr } = await run('me', 'get')
    expect(code).toBe(0)
    expect(stderr).toBe('Cal.com did not answer well: trying again in 1 s.\n')
  })
})

describe('--dry-run', () => {
  it('prints the write as it would be sent, and sends what is read first alone', async () => {
    const { run, simulator, url } = await setup()
    const { code, stdout, stderr } = await run(...CREATE, '--dry-run')
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Nothing was sent: this is a dry run.\n' })
    expect(JSON.parse(stdout)).toEqual({
      method: 'POST',
      url: `${url}/v2/bookings`,
      headers: {
        accept: 'application/json',
        authorization: '***',
        'cal-api-version': '2024-08-13',
        'content-type': 'application/json',
      },
      body: {
        start: '2026-11-25T07:00:00.000Z',
        eventTypeId: 3,
        attendee: { name: 'Иван', timeZone: 'Europe/Moscow', email: 'ivan@example.com' },
      },
    })
    expect(new Set(simulator.calls.map(({ method }) => method))).toEqual(new Set(['GET']))
  })

  it('prints a read, too', async () => {
    const { run, simulator, url } = await setup()
    const { code, stdout } = await run('bookings', 'list', '--status', 'upcoming', '--dry-run')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      method: 'GET',
      url: `${url}/v2/bookings?status=upcoming&sortCreated=asc&take=250&skip=0`,
    })
    expect(simulator.calls).toEqual([])
  })
})

describe('what is said', () => {
  it.each([[[]], [['--json']]])('is coloured on a terminal alone: %s', async (more) => {
    const isColoured = async (options: Parameters<typeof setup>[0]) => {
      const { run } = await setup(options)
      return (await run('key', 'check', ...more)).stdout.includes('\u001b[')
    }
    const isWords = !more.length
    expect(await isColoured({})).toBe(false)
    expect(await isColoured({ isTTY: true })).toBe(isWords)
    expect(await isColoured({ isTTY: true, env: { NO_COLOR: '1' } })).toBe(false)
    expect(await isColoured({ isTTY: true, env: { TERM: 'dumb' } })).toBe(false)
    expect(await isColoured({ isTTY: true, env: { FORCE_COLOR: '0' } })).toBe(false)
    expect(await isColoured({ env: { FORCE_COLOR: '1' } })).toBe(isWords)
    expect(await isColoured({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(false)
  })
})

describe('--help', () => {
  const verbsOf = (help: string) =>
    (/\nCommands:\n(.*?)\n\n/s.exec(`${help}\n\n`)?.[1] ?? '')
      .split('\n')
      .flatMap((line) => /^ {2}([a-z-]+)/.exec(line)?.[1] ?? [])
      .filter((name) => name !== 'help')

  it('has examples at every level, and wants no key', async () => {
    const { run, simulator } = await setup({ env: { CAL_API_KEY: undefined } })
    const help = async (...path: string[]) => {
      const { code, stdout, stderr } = await run(...path, '--help')
      expect({ path, code, stderr }).toEqual({ path, code: 0, stderr: '' })
      expect({ path, teaches: stdout.includes('\nExamples:\n  ') }).toEqual({ path, teaches: true })
      return verbsOf(stdout)
    }
    const seen: string[] = []
    for (const area of await help()) {
      seen.push(area)
      for (const verb of await help(area)) {
        seen.push(`${area} ${verb}`)
        await help(area, verb)
      }
    }
    expect(seen).toEqual(
      expect.arrayContaining(['bookings list', 'key check', 'schedules set', 'webhooks install', 'check']),
    )
    expect(simulator.calls).toEqual([])
  })

  it('tells what may not be left out', async () => {
    const { run } = await setup()
    const { stdout } = await run('bookings', 'cancel', '--help')
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/--reason <text> [^-]*\(required\)/)
  })

  it('names no key', async () => {
    const { run } = await setup()
    expect((await run('--help')).stdout).not.toContain(KEY)
  })
})
