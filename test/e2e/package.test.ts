import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../support/root.ts'

const run = promisify(execFile)

const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')

/** A project of somebody else's, with our package in it as npm would pack it. */
let project: string
let installed: string

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'their-project-'))
  installed = join(project, 'node_modules', 'olga-booking')
  await mkdir(installed, { recursive: true })
  for (const part of ['proxy/calcom', 'proxy/cli']) await run(process.execPath, [tsc, '-p', part], { cwd: root })
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], {
    cwd: root,
  })
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
  await run('tar', ['xzf', join(project, filename), '--strip-components=1', '-C', installed])
  await writeFile(join(project, 'package.json'), '{"type": "module"}')
  const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
  for (const name of Object.keys(dependencies)) {
    const link = join(project, 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(join(root, 'node_modules', name), link)
  }
}, 60_000)

afterAll(() => rm(project, { recursive: true }))

const SCRIPT = `
import { type CalcomBooking, CalcomRefused, createCalcom } from 'olga-booking/calcom'

const answer = { error: { code: 'UnauthorizedException', message: 'Invalid API Key' } }
const calcom = createCalcom({ apiKey: 'cal_test_key', fetch: async () => Response.json(answer, { status: 401 }) })
const uids: string[] = []
try {
  for await (const booking of calcom.bookings.all({ status: ['upcoming'] })) uids.push((booking satisfies CalcomBooking).uid)
} catch (error) {
  if (error instanceof CalcomRefused) console.log(error.status, error.reason)
}
`

const STRICT = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom']

describe('the packed package', () => {
  it('gives the client to a project in TypeScript, and to plain Node', async () => {
    await writeFile(join(project, 'theirs.ts'), SCRIPT)
    await run(process.execPath, [tsc, ...STRICT, 'theirs.ts'], { cwd: project })
    const { stdout } = await run(process.execPath, ['theirs.js'], { cwd: project })
    expect(stdout).toBe('401 Invalid API Key\n')
  })

  it('is used as the README shows it', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8')
    const sample = /(?<=^```ts\n)import .* from 'olga-booking\/calcom'.*?(?=^```$)/ms.exec(readme)?.[0]
    await writeFile(join(project, 'sample.ts'), sample ?? '')
    expect(sample).toContain('createCalcom(')
    await run(process.execPath, [tsc, ...STRICT, '--noEmit', 'sample.ts'], { cwd: project })
  })

  it('brings the command line, which runs without anything of ours beside it', async () => {
    const { bin } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
    const { stdout } = await run(process.execPath, [join(installed, bin['calcom-gate']), '--help'], { cwd: project })
    expect(stdout).toContain('Usage: gate [options] [command]')
  })
})
