import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './root.ts'

const run = promisify(execFile)

/**
 * Unpacks the Chromium of `@sparticuz/chromium` below `node_modules/.cache`, once, and answers the path of a script
 * that starts it. The package itself would unpack into the temporary folder, where two test files that begin together
 * find each other's half-written browser, and would bring its libraries only on AWS Lambda.
 */
export async function unpackChromium(): Promise<string> {
  const home = join(root, 'node_modules', '.cache', `chromium-${await packageVersion()}`)
  const script = join(home, 'start.sh')
  if (!existsSync(script)) {
    await unpack(home)
    await rename(await writeScript(home), script)
  }
  return script
}

/** Whether the program at `path` is a Chrome or Chromium whose libraries are all there. */
export async function starts(path: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const answer = await run(path, ['--version'], { env, timeout: 10_000 }).catch(() => ({ stdout: '' }))
  return /Chrom/.test(answer.stdout)
}

async function packageVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(join(entry, '../../../package.json'), 'utf8'))
  return version
}

/** In a process of its own, since the package reads TMPDIR and AWS_EXECUTION_ENV from the environment. */
async function unpack(home: string) {
  await mkdir(join(home, '..'), { recursive: true })
  const draft = await mkdtemp(`${home}-`)
  const code = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  await run(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  })
  // Whoever comes second finds the folder taken, and drops its own.
  await rename(draft, home).catch(() => rm(draft, { recursive: true }))
}

async function writeScript(home: string) {
  const draft = join(home, `start-${process.pid}.sh`)
  await writeFile(join(home, 'fonts.conf'), FONTS)
  await writeFile(draft, startScript(await starts(join(home, 'chromium'))), { mode: 0o755 })
  if (!(await starts(draft))) throw new Error('The Chromium of @sparticuz/chromium does not start on this machine.')
  return draft
}

/**
 * The libraries that come with the package are taken only where the machine has none. The locale, because this Chromium
 * would tell pages `en-US@posix` where the machine has none, and `Intl` refuses that.
 */
const startScript = (hasLibraries: boolean) => `#!/bin/sh
here=$(dirname "$0")
${hasLibraries ? '' : 'export LD_LIBRARY_PATH="$here/al2023/lib"\n'}export FONTCONFIG_FILE="$here/fonts.conf" LC_ALL=en_US.UTF-8
exec "$here/chromium" "$@"
`

/** The fonts of the machine, and the one that comes with the package for a machine that has none. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`
