import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { SECRET, setup } from './setup.ts'

const refs = (requests: { ref: string }[]) => requests.map(({ ref }) => ref)

describe('journal list', () => {
  it('is a table, the newest first, with who and how it ended', async () => {
    const { run } = await setup()
    const { code, stdout, stderr } = await run('list', '--time-zone', 'Europe/Moscow')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      '3 requests, times in Europe/Moscow',
      'Recorded | Ref | Action | State | When | Event | Who | E-mail or phone',
      'Sat 2026-11-21 21:40 | W8X9Y2Z3 | book | queued | Fri 2026-11-27 15:20–16:00 | delo-40min | Мария Иванова | +79160000001',
      'Sat 2026-11-21 11:00 | M3N4P5Q6 | move | refused, slot_taken | Thu 2026-11-26 10:00–10:40 | delo-40min | – | –',
      'Fri 2026-11-20 12:15 | K7M2PQRS | book | confirmed | Wed 2026-11-25 10:00–10:40 | delo-40min | Иван Петров | ivan@example.com',
      '',
    ])
  })

  it('filters by all there is', async () => {
    const { json } = await setup()
    expect(refs(await json('list', '--state', 'queued,refused'))).toEqual(['W8X9Y2Z3', 'M3N4P5Q6'])
    expect(refs(await json('list', '--action', 'book'))).toEqual(['W8X9Y2Z3', 'K7M2PQRS'])
    expect(refs(await json('list', '--since', '2026-11-21', '--before', '2026-11-21T18:40Z'))).toEqual(['M3N4P5Q6'])
    expect(refs(await json('list', '--before', '2026-11-21', '--time-zone', 'Asia/Vladivostok'))).toEqual(['K7M2PQRS'])
    expect(refs(await json('list', '--email', ' IVAN@example.com '))).toEqual(['M3N4P5Q6', 'K7M2PQRS'])
    expect(refs(await json('list', '--phone', '8 (916) 000-00-01'))).toEqual(['W8X9Y2Z3'])
    expect(refs(await json('list', '--take', '1'))).toEqual(['W8X9Y2Z3'])
    expect(await json('list', '--state', 'abandoned')).toEqual([])
  })

  it('says that there is none', async () => {
    const { run } = await setup({ requests: [] })
    expect((await run('list')).stdout).toBe('0 requests, times in UTC\n')
  })
})

describe('journal show', () => {
  it('tells all of one request, and what was asked to be done with it', async () => {
    const { run } = await setup()
    const { code, stdout } = await run('show', 'k7m2pqrs')
    expect(code).toBe(0)
    for (const words of ['Иван Петров', 'ivan@example.com', '+79161234567', 'maria@example.com', 'Europe/Moscow'])
      expect(stdout).toContain(words)
    expect(stdout).toMatch(/^Consent +Fri 2026-11-20 09:14, version v1$/m)
    expect(stdout).toMatch(/^Page +https:\/\/olgaroset\.ru\/$/m)
    expect(stdout).toMatch(/M3N4P5Q6 +move +refused, slot_taken/)
    expect(stdout).not.toContain('Advertising')
  })

  it('tells of the consent to advertising, where it was given', async () => {
    const consentAt = '2026-11-20T09:14:30.000Z'
    const { run, json } = await setup({ requests: [{ entry: { ref: 'K7M2PQRS', consentAt, adsVersion: 'a1' } }] })
    expect((await run('show', 'K7M2PQRS')).stdout).toMatch(/^Advertising +Fri 2026-11-20 09:14, version a1$/m)
    expect(await json('show', 'K7M2PQRS')).toMatchObject({ adsVersion: 'a1' })
  })

  it('gives programs the same', async () => {
    const { json } = await setup()
    const shown = await json('show', 'K7M2PQRS')
    expect(shown).toMatchObject({ ref: 'K7M2PQRS', state: 'confirmed', given: { answers: { name: 'Иван Петров' } } })
    expect(refs(shown.later)).toEqual(['M3N4P5Q6'])
  })

  it('ends with 1 for one that is not there', async () => {
    const { run } = await setup()
    expect(await run('show', 'NOPE')).toEqual({ code: 1, stdout: '', stderr: 'There is no request NOPE.\n' })
  })
})

describe('journal export', () => {
  it('writes a line a request, complete, for its owner alone', async () => {
    const { run, json, cwd } = await setup()
    const { code, stdout } = await run('export', '--format', 'jsonl', '--out', 'all.jsonl')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '3 requests in all.jsonl\n' })
    const lines = (await readFile(join(cwd, 'all.jsonl'), 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(await json('list'))
    expect(((await stat(join(cwd, 'all.jsonl'))).mode & 0o777).toString(8)).toBe('600')
  })

  it('gives a person all there is of her', async () => {
    const { run } = await setup()
    const { stdout } = await run('export', '--format', 'jsonl', '--email', 'ivan@example.com')
    expect(
      refs(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ),
    ).toEqual(['M3N4P5Q6', 'K7M2PQRS'])
    const none = await run('export', '--format', 'jsonl', '--email', 'nobody@example.com')
    expect(none).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it.each([
    ['ru', ';', 'Записана (Europe/Moscow)', 'Имя'],
    ['en', ',', 'Recorded (Europe/Moscow)', 'Name'],
  ])('writes a table for Excel: %s', async (lang, delimiter, recorded, name) => {
    const { run } = await setup()
    const { stdout } = await run('export', '--format', 'csv', '--lang', lang, '--time-zone', 'Europe/Moscow')
    const rows: Record<string, string>[] = parse(stdout, { bom: true, columns: true, delimiter })
    expect(rows.map((row) => [row[recorded], row[name]])).toEqual([
      ['2026-11-21 21:40', 'Мария Иванова'],
      ['2026-11-21 11:00', ''],
      ['2026-11-20 12:15', 'Иван Петров'],
    ])
    // Nothing runs as a formula.
    expect(Object.values(rows[0] ?? {})).toContain("'+79160000001")
  })
})

describe('what nobody may see', () => {
  it.each([
    [['list']],
    [['list', '--json']],
    [['show', 'K7M2PQRS']],
    [['show', 'K7M2PQRS', '--json']],
    [['export', '--format', 'jsonl']],
    [['export', '--format', 'csv']],
  ])('is not in: %s', async (argv) => {
    const { run } = await setup()
    const { code, stdout, stderr } = await run(...argv)
    expect(code).toBe(0)
    expect(`${stdout}${stderr}`).not.toContain(SECRET)
  })
})

describe('where the journal is', () => {
  it('is said by --database, else by DATABASE_URL', async () => {
    const { cwd } = await setup()
    const other = await setup({ requests: [], env: { DATABASE_URL: `file:${join(cwd, 'data', 'olga.db')}` } })
    expect(await other.json('list')).toHaveLength(3)
    expect(await other.json('list', '--database', join(other.cwd, 'data', 'olga.db'))).toEqual([])
  })

  it('is not made where there is none', async () => {
    const { run, cwd } = await setup()
    const { code, stderr } = await run('list', '--database', 'nope.db')
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'There is no journal at nope.db: see --database.\n' })
    await expect(stat(join(cwd, 'nope.db'))).rejects.toThrow('ENOENT')
  })

  it('must be said right, and is not repeated', async () => {
    const { run } = await setup({ env: { DATABASE_URL: 'mysql://u:secret@host/db' } })
    const { code, stderr } = await run('list')
    expect(code).toBe(2)
    expect(stderr).toContain('--database, or DATABASE_URL, must be a file')
    expect(stderr).not.toContain('secret')
  })

  it('ends with 3 when it cannot be used', async () => {
    const { run } = await setup()
    const { code, stderr } = await run('list', '--database', 'postgres://u:secret@127.0.0.1:1/db')
    expect(code).toBe(3)
    expect(stderr).toBe('DATABASE_URL: the database does not answer: nothing listens there (ECONNREFUSED).\n')
  })
})

describe('what is not typed right', () => {
  it.each([
    [['list', '--state', 'nope'], 'received, sent, queued'],
    [['list', '--action', 'nope'], 'book, cancel, move'],
    [['list', '--email', 'ivan'], 'an e-mail address'],
    [['list', '--phone', '12'], 'a phone number'],
    [['list', '--since', 'yesterday'], '--since: "yesterday" is no time'],
    [['list', '--since', '2026-12-02', '--before', '2026-12-01'], '--before must be later than --since'],
    [['export'], '--format'],
    [['export', '--format', 'jsonl', '--json'], '--out'],
    [['erase', '--yes'], 'Whom?'],
    [['purge', '--yes'], '--older-than'],
    [['nope'], "unknown command 'nope'"],
    [[], 'Usage: journal'],
  ])('ends with 2: %s', async (argv, words) => {
    const { run, json } = await setup()
    const { code, stdout, stderr } = await run(...argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(words)
    expect(await json('list')).toHaveLength(3)
  })

  it.each([[], ['list'], ['show'], ['export'], ['erase'], ['purge']])('has help that teaches: %s', async (...path) => {
    const { run } = await setup({ requests: [], env: { DATABASE_URL: 'nowhere' } })
    const { code, stdout } = await run(...path, '--help')
    expect(code).toBe(0)
    expect(stdout).toContain('\nExamples:\n  journal ')
  })
})
