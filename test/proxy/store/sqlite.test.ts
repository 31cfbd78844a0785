import { execFile } from 'node:child_process'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Libsql from 'libsql'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../proxy/store/open.node.ts'
import { openFile } from '../../../proxy/store/sqlite.node.ts'
import type { Store } from '../../../proxy/store/store.ts'
import { entry } from '../../support/entries.ts'
import { root } from '../../support/root.ts'
import { temporaryFolder } from '../../support/stores.ts'

async function opened(url: string): Promise<Store> {
  const store = await openDatabase(url)
  onTestFinished(() => store.close())
  return store
}

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
const FILES = ['', '-wal', '-shm']

describe('the file', () => {
  it('waits for other writers, writes ahead, and outlives a power cut', async () => {
    const file = join(await temporaryFolder(), 'olga.db')
    const database = openFile(file)
    onTestFinished(() => void database.close())
    const setting = (name: string) => database.prepare(`pragma ${name}`).get()
    expect(setting('journal_mode')).toMatchObject({ journal_mode: 'wal' })
    // 2 is FULL.
    expect(setting('synchronous')).toMatchObject({ synchronous: 2 })
    expect(setting('busy_timeout')).toMatchObject({ timeout: 5_000 })
  })

  it('is readable by its owner alone, with what stands beside it, in a folder that is too', async () => {
    const folder = join(await temporaryFolder(), 'data', 'deep')
    const store = await opened(`file:${join(folder, 'olga.db')}`)
    await store.journal.record(entry())
    for (const beside of FILES) expect(await modeOf(join(folder, `olga.db${beside}`))).toBe('600')
    expect(await modeOf(folder)).toBe('700')
    expect(await modeOf(join(folder, '..'))).toBe('700')
  })

  it('is never readable by others, not even while it is made', async () => {
    const file = join(await temporaryFolder(), 'olga.db')
    // No look at the file would be quick enough: how it is made is seen in the calls.
    const script = `import fs from 'node:fs'
      const told = []
      for (const name of ['openSync', 'chmodSync', 'fchmodSync']) {
        const real = fs[name]
        fs[name] = (...given) => { told.push([name, ...given.slice(1)]); return real(...given) }
      }
      const { syncBuiltinESMExports } = await import('node:module')
      syncBuiltinESMExports()
      const { openFile } = await import('./proxy/store/sqlite.node.ts')
      process.umask(0)
      openFile(${JSON.stringify(file)}).close()
      console.log(JSON.stringify(told.filter(([name]) => name === 'openSync')))`
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: root,
    })
    expect(JSON.parse(stdout)).toEqual([['openSync', 'a', 0o600]])
    expect(await modeOf(file)).toBe('600')
  })

  it('is closed to others when it was open to them', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'olga.db')
    await (await openDatabase(file)).close()
    const reader = new Libsql(file)
    onTestFinished(() => void reader.close())
    reader.exec('select * from marks')
    for (const beside of FILES) await chmod(`${file}${beside}`, 0o644)
    await opened(file)
    for (const beside of FILES) expect(await modeOf(`${file}${beside}`)).toBe('600')
  })

  it('is still there when it is opened again', async () => {
    const file = join(await temporaryFolder(), 'olga.db')
    const made = entry()
    const first = await openDatabase(file)
    await first.journal.record(made)
    await first.close()
    expect(await (await opened(`file://${file}`)).journal.find(made.ref)).toMatchObject({ ref: made.ref })
    expect((await readFile(file)).subarray(0, 15).toString()).toBe('SQLite format 3')
  })

  it('may be none, and then nobody shares it', async () => {
    const [first, second] = [await opened(':memory:'), await opened('file::memory:')]
    await first.journal.record(entry())
    expect(await second.journal.list()).toEqual([])
  })
})

describe('a file that cannot be used is told in plain words:', () => {
  it('a folder that cannot be made', async () => {
    const file = join(await temporaryFolder(), 'note.txt')
    await writeFile(file, 'no folder')
    const opening = openDatabase(join(file, 'data', 'olga.db'))
    await expect(opening).rejects.toThrow('DATABASE_URL: the database cannot be opened (ENOTDIR).')
  })

  it('a folder in its place', async () => {
    const folder = join(await temporaryFolder(), 'olga.db')
    await mkdir(folder)
    await expect(openDatabase(folder)).rejects.toThrow('DATABASE_URL: the database cannot be opened (EISDIR).')
  })

  it('something else in it', async () => {
    const file = join(await temporaryFolder(), 'olga.db')
    await writeFile(file, 'Dear diary, '.repeat(1_000))
    await expect(openDatabase(file)).rejects.toThrow('is no database of SQLite: the file holds something else')
    expect(await readFile(file, 'utf8')).toContain('Dear diary')
  })
})

describe('DATABASE_URL', () => {
  it.each([
    'mysql://u:secret@host/db',
    'https://example.com',
    'libsql:secret',
    'postgres:secret',
    'postgres://u:secret@[',
    '',
    'file:',
    'file:a.db?mode=secret',
    'data/',
  ])('is refused, and not repeated: %s', async (url) => {
    const message = await openDatabase(url).catch((error: Error) => error.message)
    expect(message).toBe(
      'DATABASE_URL: must be a file, like file:data/olga.db, or like postgres://user:password@host/database',
    )
  })
})
