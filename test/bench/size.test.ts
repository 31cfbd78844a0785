import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { root } from '../support/root.ts'
import { widgetFolder } from '../support/widget.ts'

// Each starts a Node; the machine may have much else to do.
vi.setConfig({ testTimeout: 60_000 })

/** What `npm run size` says of a house, and how it ends. */
function size(house: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = ['--import', 'tsx', join(house, 'test/bench/size.ts'), ...args]
  return new Promise((done) =>
    execFile(process.execPath, command, { cwd: house }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), stdout, stderr }),
    ),
  )
}

describe('the weight of the widget', () => {
  it('F089 is within its budgets, before the first times and as a whole', async () => {
    const { code, stdout } = await size(root, '--json')
    const { first_br, whole_br } = JSON.parse(stdout)
    expect(first_br).toBeGreaterThan(1_000)
    expect(first_br).toBeLessThanOrEqual(14_336)
    expect(whole_br).toBeGreaterThan(first_br)
    expect(whole_br).toBeLessThanOrEqual(25_600)
    expect(code).toBe(0)
  })

  it('F089 is told by file, beside its budgets', async () => {
    const { stdout } = await size(root)
    for (const words of ['olga-booking.js', 'later: ', 'before the first times', '14,336', '25,600'])
      expect(stdout.replaceAll('\u00a0', ',').replaceAll('\u202f', ',')).toContain(words)
  })
})

describe('a widget that is too heavy', () => {
  let house: string
  let packed: string
  beforeEach(async () => {
    house = await mkdtemp(join(tmpdir(), 'size-'))
    packed = join(house, 'dist/widget')
    for (const name of ['node_modules', 'package.json', 'tsconfig.json'])
      await symlink(join(root, name), join(house, name))
    for (const folder of ['test/bench', 'test/support', 'dist/widget/assets'])
      await mkdir(join(house, folder), { recursive: true })
    for (const file of ['bench/size.ts', 'bench/table.ts', 'support/widget.ts', 'support/root.ts'])
      await copyFile(join(root, 'test', file), join(house, 'test', file))
    for (const file of await readdir(widgetFolder, { recursive: true }))
      if (file.includes('.js')) await copyFile(join(widgetFolder, file), join(packed, file))
  })
  afterEach(() => rm(house, { recursive: true }))

  it('F089 fails, in words, by one byte more than it may have before the first times, or in all', async () => {
    const scripts = (await readdir(packed, { recursive: true })).filter((file) => file.endsWith('.br'))
    const later = scripts.find((file) => file.includes('later-')) ?? ''
    const pack = (file: string, bytes: number) => writeFile(join(packed, file), new Uint8Array(bytes))
    for (const file of scripts) await pack(file, 0)
    await pack('olga-booking.js.br', 14_336)
    await pack(later, 25_600 - 14_336)
    expect((await size(house, '--json')).code).toBe(0)
    await pack(later, 25_601 - 14_336)
    const { code, stderr } = await size(house, '--json')
    expect([code, stderr.trim()]).toEqual([1, 'The widget is over its budget of brotli bytes.'])
    await pack(later, 0)
    await pack('olga-booking.js.br', 14_337)
    expect((await size(house, '--json')).code).toBe(1)
  })
})
