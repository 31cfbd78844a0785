import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findEngines } from './support/engines.ts'
import { root } from './support/root.ts'
import { leash } from './support/webkit/leash.ts'

/** A machine that has a Chrome, and nothing else. */
const BARE = { CHROME_PATH: process.execPath, PATH: '' }

const ids = (env: NodeJS.ProcessEnv) => findEngines(env).then(({ engines }) => engines.map(({ id }) => id))

describe('the engines for the tests of the widget', () => {
  it('are those that the machine has, and the others are named', async () => {
    expect(await ids({ ...BARE, FIREFOX_PATH: process.execPath })).toEqual(['chromium', 'firefox'])
    const { engines, leftOut } = await findEngines(BARE)
    expect(engines.map(({ name }) => name)).toEqual(['Chromium'])
    expect(leftOut).toEqual([
      'Firefox: not installed, left out',
      expect.stringMatching(/^WebKit: (not installed|runs on Linux alone), left out$/),
    ])
  })

  it('are those that ENGINES names', async () => {
    const env = { ...BARE, FIREFOX_PATH: process.execPath, ENGINES: 'firefox' }
    expect(await ids(env)).toEqual(['firefox'])
    expect((await findEngines(env)).leftOut).toEqual([
      'Chromium: not among ENGINES, left out',
      'WebKit: not among ENGINES, left out',
    ])
  })

  it('must be there if they are named', async () => {
    await expect(ids({ ...BARE, ENGINES: 'chromium, firefox' })).rejects.toThrow('Firefox: not installed')
    await expect(ids({ ...BARE, ENGINES: 'safari' })).rejects.toThrow('not safari')
    await expect(ids({ ...BARE, FIREFOX_PATH: '/nowhere/firefox' })).rejects.toThrow('/nowhere/firefox')
  })
})

/** Starts another program, and stays, as it does. */
const PARENT = ['/bin/sh', '-c', 'sleep 1000 & echo $! >&3; exec sleep 1000']

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

// Who adopts what has no parent any more may take his time to see that it has died.
const SOON = { timeout: 10_000 }

const numberIn = async (told: NodeJS.ReadableStream) => Number(String((await once(told, 'data'))[0]))

describe.runIf(process.platform !== 'win32')('a program on a leash', () => {
  it('ends with all that it has started', async () => {
    const { told, end } = leash(PARENT)
    const grandchild = await numberIn(told)
    expect(isAlive(grandchild)).toBe(true)
    await end()
    await expect.poll(() => isAlive(grandchild), SOON).toBe(false)
  })

  it('ends with us, even if we are killed', async () => {
    const module = pathToFileURL(join(root, 'test/support/webkit/leash.ts'))
    const code = `import { leash } from '${module}'
      leash(${JSON.stringify(PARENT)}).told.pipe(process.stdout)`
    const us = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], { cwd: root })
    const grandchild = await numberIn(us.stdout)
    expect(isAlive(grandchild)).toBe(true)
    us.kill('SIGKILL')
    await expect.poll(() => isAlive(grandchild), SOON).toBe(false)
  })

  it('leaves behind what it complained about', async () => {
    const { told, complaint, end } = leash(['/bin/sh', '-c', 'echo no display >&2; exit 1'])
    await once(told.resume(), 'end')
    await expect.poll(complaint).toBe('no display')
    await end()
  })
})
