import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { root } from '../support/root.ts'
import { titlesOf } from '../support/titles.ts'

// Each starts a Node or two; the machine may have much else to do.
vi.setConfig({ testTimeout: 60_000 })

const WANTED = `# Wanted

| feature | theirs | ours |
|---|---|---|
| F001 Inline | Y | P0 |
| Week view | Y | P2 |
| F002 Popup / modal by API | N | P0 \`open()\` |
| F100 Unknown outcome | N | **P0** |
`

const TESTS = `
// it('F100 is but a comment', () => {})
describe('the widget', () => {
  it('F001 stands in the page, F002 or before it', async () => {})
})
`

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'features-'))
  await writeFile(join(folder, 'wanted.md'), WANTED)
  await writeFile(join(folder, 'a.test.ts'), TESTS)
})
afterEach(() => rm(folder, { recursive: true }))

/** What `npm run features` says, and how it ends. */
function features(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const of = ['--file', join(folder, 'wanted.md'), '--tests', folder]
  const command = ['--import', 'tsx', join(root, 'test/bench/features.ts'), ...of, ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

describe('the wanted features', () => {
  it('stand beside the tests that hold them', async () => {
    const { code, stdout } = await features()
    expect(stdout.trimEnd().split('\n')).toEqual([
      'F001  Inline                a.test.ts: the widget > F001 stands in the page, F002 or before it',
      'F002  Popup / modal by API  a.test.ts: the widget > F001 stands in the page, F002 or before it',
      'F100  Unknown outcome       –',
      '2 of 3 are held',
    ])
    expect(code).toBe(1)
  })

  it('are two numbers for programs', async () => {
    expect(await features('--json')).toMatchObject({ code: 1, stdout: '{"rows":3,"held":2}\n' })
    await writeFile(join(folder, 'b.test.ts'), `it('F100 is found out', () => {})`)
    expect(await features('--json')).toMatchObject({ code: 0, stdout: '{"rows":3,"held":3}\n' })
  })

  it('are nobody’s where nobody has listed them', async () => {
    await rm(join(folder, 'wanted.md'))
    expect(await features('--json')).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('no list') })
  })
})

describe('the titles of tests', () => {
  it.each([
    [`it('one', () => {})`, ['one']],
    [`test.each([['x']])('of %s', async (x) => {})`, ['of %s']],
    [`for (const a of b) it(\`is \${a}, too\`, function () {})`, ['is …, too']],
    [
      `describe('out', () => { describe.runIf(here)('in', () => { it('a', f, () => {}) }); it('b', () => {}) })`,
      ['out > in > a', 'out > b'],
    ],
    [`itIf(can.emulateMedia, 'follows', async () => {})`, ['follows']],
    [`describe('empty', () => {})`, []],
    [`const text = "it('quoted', () => {})"; audit('x', () => {}); split('it')`, []],
  ])('are found in: %s', (source, titles) => {
    expect(titlesOf('a.test.ts', source)).toEqual(titles)
  })
})
