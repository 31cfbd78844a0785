import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Account, olga, booking as stored } from '../../../../demo/simulator/index.ts'
import { SubstanceBooking } from '../../../../proxy/cli/export/substance.ts'
import { root } from '../../../support/root.ts'
import { KEY, setup } from '../setup.ts'

/** Olga's account with a booking of hers on each of so many days. */
function busy(days: number): Account {
  const bookings = Array.from({ length: days }, (_, day) =>
    stored({
      start: new Date(Date.UTC(2026, 10, 23 + day, 7)).toISOString(),
      uid: `b${day}`,
      createdAt: new Date(Date.UTC(2026, 0, 1, 0, day)).toISOString(),
    }),
  )
  return { ...olga(), bookings }
}

const uidsIn = (jsonl: string) =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => SubstanceBooking.parse(JSON.parse(line)).uid)

describe('gate bookings export', () => {
  it('writes all bookings for the archive, with the titles of their event types', async () => {
    const { run } = await setup({ account: busy(600) })
    const { code, stdout, stderr } = await run('bookings', 'export', '--format', 'jsonl')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(uidsIn(stdout)).toEqual(busy(600).bookings.map(({ uid }) => uid))
    expect(stdout).toContain('"title":"40 минут с Ольгой Розет"')
  })

  it('takes days by the clocks of the account, the last one too', async () => {
    const { run } = await setup({ account: busy(9) })
    const argv = ['bookings', 'export', '--format', 'jsonl', '--from', '2026-11-25', '--to', '2026-11-26']
    expect(uidsIn((await run(...argv)).stdout)).toEqual(['b2', 'b3'])
  })

  it('keeps to a status', async () => {
    const account = busy(3)
    Object.assign(account.bookings[1] ?? {}, { status: 'cancelled' })
    const { run } = await setup({ account })
    expect(uidsIn((await run('bookings', 'export', '--format', 'jsonl', '--status', 'cancelled')).stdout)).toEqual([
      'b1',
    ])
  })

  it('has the times of a table in the zone of the account, or in the one that is named', async () => {
    const { run } = await setup({ account: busy(1) })
    const argv = ['bookings', 'export', '--format', 'csv']
    expect((await run(...argv)).stdout).toMatch(/^\uFEFFНачало \(Europe\/Moscow\);.*\r\n2026-11-23 10:00;/)
    const english = await run(...argv, '--lang', 'en', '--time-zone', 'Asia/Omsk')
    expect(english.stdout).toMatch(/^\uFEFFStart \(Asia\/Omsk\),.*\r\n2026-11-23 13:00,/)
  })

  it('writes a calendar', async () => {
    const { run } = await setup({ account: busy(2) })
    const { stdout } = await run('bookings', 'export', '--format', 'ics')
    expect(stdout.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(2)
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s)
  })

  it.each([
    ['stderr', 1],
    [true, 0],
    [false, 0],
  ] as const)('tells how far it is where the result goes elsewhere: %s', async (isTTY, told) => {
    const { run } = await setup({ account: busy(300), isTTY })
    const { stdout, stderr } = await run('bookings', 'export', '--format', 'jsonl')
    expect(uidsIn(stdout)).toHaveLength(300)
    expect(stderr.match(/250 of 300 bookings…/g) ?? []).toHaveLength(told)
    expect(stderr.endsWith('\r\u001b[2K')).toBe(told > 0)
  })

  it('asks for nothing but pages of bookings, titles and the zone', async () => {
    const { run, simulator } = await setup({ account: busy(600) })
    await run('bookings', 'export', '--format', 'csv')
    expect(simulator.calls.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).toEqual([
      ...['GET /v2/event-types', 'GET /v2/me', 'GET /v2/bookings', 'GET /v2/bookings', 'GET /v2/bookings'],
    ])
  })

  it('sends nothing in a dry run, and makes no file', async () => {
    const { run, cwd } = await setup()
    const { code, stdout } = await run('bookings', 'export', '--format', 'ics', '--out', 'x.ics', '--dry-run')
    expect(code).toBe(0)
    expect(JSON.parse(stdout).url).toContain('/v2/bookings?sortCreated=asc&take=250&skip=0')
    expect(await readdir(cwd)).toEqual([])
  })
})

describe('the file of an export', () => {
  const EXPORT = ['bookings', 'export', '--format', 'jsonl', '--out', 'all.jsonl']

  it('is whole, and for its owner alone', async () => {
    const { run, cwd } = await setup({ account: busy(300) })
    expect(await run(...EXPORT)).toEqual({ code: 0, stdout: '300 bookings in all.jsonl\n', stderr: '' })
    expect(uidsIn(await readFile(join(cwd, 'all.jsonl'), 'utf8'))).toHaveLength(300)
    expect((await stat(join(cwd, 'all.jsonl'))).mode & 0o777).toBe(0o600)
    expect(await readdir(cwd)).toEqual(['all.jsonl'])
  })

  it('of a calendar is told of by what is in it, where a moved booking is once', async () => {
    const [first, second, third] = busy(3).bookings
    const moved = { ...first, status: 'cancelled', rescheduledToUid: second?.uid }
    const { run, cwd } = await setup({
      account: { ...olga(), bookings: [moved, second, third] as Account['bookings'] },
    })
    const { stdout } = await run('bookings', 'export', '--format', 'ics', '--out', 'all.ics')
    expect((await readFile(join(cwd, 'all.ics'), 'utf8')).match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(stdout).toBe('2 bookings in all.ics\n')
  })

  it('is told of to programs, who find nothing else on stdout', async () => {
    const { run, json } = await setup({ account: busy(1) })
    expect(await json(...EXPORT)).toEqual({ file: 'all.jsonl', bookings: 1 })
    expect(await run('bookings', 'export', '--format', 'csv', '--json')).toMatchObject({ code: 2, stdout: '' })
  })

  it('is left as it was when the export fails half-way', async () => {
    const { run, cwd, simulator } = await setup({
      account: busy(600),
      files: { 'all.jsonl': { text: 'old', mode: 0o600 } },
    })
    simulator.break({ kind: 'cut', on: { path: /afterCreatedAt/ } })
    expect(await run(...EXPORT)).toMatchObject({ code: 3, stdout: '' })
    expect(await readFile(join(cwd, 'all.jsonl'), 'utf8')).toBe('old')
    expect(await readdir(cwd)).toEqual(['all.jsonl'])
  })

  it('is not begun when Cal.com refuses', async () => {
    const { run, cwd, simulator } = await setup()
    simulator.break({ kind: 'status', status: 400, on: { path: /bookings/ } })
    expect(await run(...EXPORT)).toMatchObject({ code: 1, stdout: '' })
    expect(await readdir(cwd)).toEqual([])
  })

  it('may be a link, which stays one', async () => {
    const { run, cwd } = await setup({ account: busy(1), files: { 'archive/real.jsonl': { text: '', mode: 0o600 } } })
    await symlink('archive/real.jsonl', join(cwd, 'all.jsonl'))
    await run(...EXPORT)
    expect(uidsIn(await readFile(join(cwd, 'archive/real.jsonl'), 'utf8'))).toEqual(['b0'])
  })

  it('is refused where it cannot be', async () => {
    const { run, cwd } = await setup({ account: busy(1) })
    const to = (file: string) => run('bookings', 'export', '--format', 'ics', '--out', file)
    await mkdir(join(cwd, 'folder'))
    expect(await to('folder')).toEqual({ code: 2, stdout: '', stderr: 'folder is no file.\n' })
    expect(await to('/dev/null')).toMatchObject({ code: 2, stderr: '/dev/null is no file.\n' })
    expect(await to('nope/x.ics')).toMatchObject({ code: 2, stderr: 'nope/x.ics cannot be written (ENOENT).\n' })
  })
})

describe('the process of an export', () => {
  it('ends quietly when its reader has had enough', async () => {
    const { url } = await setup({ account: busy(2_000) })
    const env = { ...process.env, CAL_API_KEY: KEY, CAL_API_URL: url }
    const argv = ['--import', 'tsx', join(root, 'proxy/cli/gate.ts'), 'bookings', 'export', '--format', 'jsonl']
    const gate = spawn(process.execPath, argv, { cwd: root, env })
    let stderr = ''
    gate.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    await once(gate.stdout, 'data')
    gate.stdout.destroy()
    const [code] = await once(gate, 'close')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})
