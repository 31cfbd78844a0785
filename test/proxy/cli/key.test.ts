import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { KEY, setup } from './setup.ts'

const FILE = 'olga.json'
const fileOf = (text: string, mode = 0o600) => ({ [FILE]: { text, mode } })

describe('the key', () => {
  it('is taken from the variable', async () => {
    const { json } = await setup()
    expect(await json('key', 'check')).toEqual({
      source: 'CAL_API_KEY',
      works: true,
      account: {
        id: 1,
        username: 'olgarozet',
        name: 'Olga Rozet',
        email: 'olga@example.com',
        timeZone: 'Europe/Moscow',
      },
    })
  })

  it.each(['api_key', 'apiKey'])('is taken from a file’s %s before the variable', async (name) => {
    const { json } = await setup({
      env: { CAL_API_KEY: 'cal_test_wrong' },
      files: fileOf(JSON.stringify({ [name]: KEY })),
    })
    expect(await json('key', 'check', '--credentials', FILE)).toMatchObject({ source: FILE, works: true })
  })

  it('is taken from the usual file when there is neither', async () => {
    const usual = '.gates/calcom/credentials.json'
    const files = { [usual]: { text: JSON.stringify({ api_key: KEY }), mode: 0o600 } }
    const { json } = await setup({ env: { CAL_API_KEY: '' }, files })
    expect(await json('key', 'check')).toMatchObject({ source: usual, works: true })
  })

  it.each([0o640, 0o604, 0o620])('is not taken from a file that others may touch: %o', async (mode) => {
    const { run, cwd, simulator } = await setup({ files: fileOf(JSON.stringify({ api_key: KEY }), mode) })
    await chmod(join(cwd, FILE), mode)
    const { code, stderr } = await run('me', 'get', '--credentials', FILE)
    expect(code).toBe(2)
    expect(stderr).toBe(`Others may read ${FILE}, and it holds a key. Run: chmod 600 ${FILE}\n`)
    expect(simulator.calls).toEqual([])
  })

  it.each([
    ['{', 'must be JSON like'],
    ['{"key":"cal_test_x"}', 'must be JSON like'],
    ['{"api_key":"two words"}', 'must be JSON like'],
    [undefined, 'There is no file'],
  ])('must be readable in its file: %s', async (text, words) => {
    const { run } = await setup({ files: text === undefined ? {} : fileOf(text) })
    const { code, stderr } = await run('me', 'get', '--credentials', FILE)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })

  it('may stand in a file with a mark of its encoding, as editors on Windows leave it', async () => {
    const files = fileOf(`\uFEFF${JSON.stringify({ api_key: KEY })}`)
    const { json } = await setup({ files })
    expect(await json('key', 'check', '--credentials', FILE)).toMatchObject({ works: true })
  })

  it('is not looked for in a folder', async () => {
    const { run } = await setup()
    expect(await run('me', 'get', '--credentials', '.')).toEqual({ code: 2, stdout: '', stderr: '. is no file.\n' })
  })

  it('is asked for, with what to do, when there is none', async () => {
    const { run } = await setup({ env: { CAL_API_KEY: undefined } })
    const { code, stderr } = await run('me', 'get')
    expect(code).toBe(2)
    expect(stderr).toMatch(/There is no key\..*CAL_API_KEY.*chmod 600/s)
  })

  it('that does not work is said not to, and from where it is', async () => {
    const { run } = await setup({ env: { CAL_API_KEY: 'cal_test_wrong' } })
    const { code, stdout, stderr } = await run('key', 'check')
    expect(code).toBe(1)
    expect(stdout).toBe('The key found in CAL_API_KEY does not work.\n')
    expect(stderr).toContain('Cal.com does not take the key (401, GET /v2/me)')
    expect(stderr).toContain('https://app.cal.com/settings/developer/api-keys')
    expect(JSON.parse((await run('key', 'check', '--json')).stdout)).toEqual({ source: 'CAL_API_KEY', works: false })
  })

  it.each(['http://api.cal.com', 'http://192.168.1.1', 'http://127.0.0.1.example.com', 'ftp://x', 'nonsense'])(
    'is not sent to %s',
    async (CAL_API_URL) => {
      const { run } = await setup({ env: { CAL_API_URL } })
      const { code, stderr } = await run('me', 'get')
      expect(code).toBe(2)
      expect(stderr).toBe('CAL_API_URL must be https://…; plain http only on this machine.\n')
    },
  )

  it('is never shown, whatever is said', async () => {
    const { run, simulator } = await setup({ isTTY: true })
    const said = [
      await run('key', 'check'),
      await run('key', 'check', '--json'),
      await run('me', 'get', '--dry-run'),
      await run('bookings', 'show', KEY),
      await run('event-types', 'show', KEY),
      await run('slots', 'list', '--event', '3', '--from', KEY),
    ]
    simulator.break({ kind: 'status', status: 503 })
    said.push(await run('me', 'get'))
    expect(said.map(({ code }) => code)).toEqual([0, 0, 0, 1, 1, 2, 3])
    expect(JSON.stringify(said)).not.toContain(KEY)
  })
})
