import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { booking, olga } from '../../../demo/simulator/index.ts'
import { root } from '../../support/root.ts'
import { KEY, setup } from './setup.ts'

const bookings = Array.from({ length: 240 }, (_, day) =>
  booking({ start: new Date(Date.UTC(2027, 0, day)).toISOString(), uid: `uid-${day}` }),
)

/** The gate as a process of its own, whose output nobody looks at, and the simulator it speaks to. */
async function gate() {
  const { simulator, url, server } = await setup({
    account: { ...olga(), bookings: bookings.map((one) => ({ ...one })) },
  })
  const { CAL_API_KEY: _, ...env } = process.env
  const start = (...argv: string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'proxy/cli/gate.ts', ...argv], {
      cwd: root,
      env: { ...env, CAL_API_KEY: KEY, CAL_API_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const endOf = (child: ReturnType<typeof start>) => new Promise((resolve) => child.once('close', resolve))
  async function run(...argv: string[]) {
    const child = start(...argv)
    const [code, stdout, stderr] = await Promise.all([endOf(child), text(child.stdout), text(child.stderr)])
    return { code, stdout, stderr }
  }
  return { run, start, endOf, simulator, server }
}

describe('the process', () => {
  it('gives programs JSON, the whole of it and nothing else', async () => {
    const { run } = await gate()
    const { code, stdout, stderr } = await run('bookings', 'list', '--json')
    expect({ code, stderr, length: JSON.parse(stdout).length }).toEqual({ code: 0, stderr: '', length: 240 })
  })

  it('gives people words without colours, since it is no terminal', async () => {
    const { run } = await gate()
    const { code, stdout, stderr } = await run('me', 'get')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Name +Olga Rozet\n/)
  })

  it('ends with 1 when Cal.com refuses, with 2 when it is not typed right, with 3 when nobody answers', async () => {
    const { run, server } = await gate()
    const refused = await run('bookings', 'show', 'nope')
    const wrong = await run('bookings', 'shwo', 'nope')
    await server.close()
    const silent = await run('bookings', 'confirm', 'uid-1')
    expect([refused, wrong, silent].map(({ code, stdout }) => ({ code, stdout }))).toEqual([
      { code: 1, stdout: '' },
      { code: 2, stdout: '' },
      { code: 3, stdout: '' },
    ])
    expect(wrong.stderr).toContain('Did you mean show?')
    expect(silent.stderr).toBe('Cal.com cannot be reached (POST /v2/bookings/:uid/confirm).\n')
  })

  it('cancels nothing without a terminal and without --yes', async () => {
    const { run, simulator } = await gate()
    const { code, stderr } = await run('bookings', 'cancel', 'uid-1', '--reason', 'заболела')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'This wants a yes, and there is no terminal to ask at: add --yes.\n',
    })
    expect(simulator.account.bookings[1]?.status).toBe('accepted')
  })

  it('takes it well when its reader has had enough', async () => {
    const { start, endOf } = await gate()
    const child = start('bookings', 'list', '--json')
    const said = text(child.stderr)
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await endOf(child)).toBe(0)
    expect(await said).toBe('')
  })

  it('goes on when nobody reads what it says beside the result', async () => {
    const { start, endOf } = await gate()
    const child = start('bookings', 'shwo')
    child.stderr.destroy()
    expect(await endOf(child)).toBe(2)
  })
})
