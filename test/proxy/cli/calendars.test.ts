import { describe, expect, it } from 'vitest'
import { setup } from './setup.ts'

const FEED = 'https://example.com/feed.ics'

async function connected() {
  const gate = await setup()
  gate.simulator.account.connections = [
    { credentialId: 1, type: 'ics-feed_calendar', calendars: [{ externalId: FEED, name: 'Holidays' }] },
  ]
  gate.simulator.account.busy = [
    { start: '2026-12-01T09:00:00Z', end: '2026-12-01T10:00:00Z' },
    { start: '2026-12-03T09:00:00Z', end: '2026-12-03T10:00:00Z' },
  ]
  return gate
}

describe('calendars list', () => {
  it('names each as `busy` takes it', async () => {
    const { run } = await connected()
    const { code, stdout } = await run('calendars', 'list')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^1:https:\/\/example\.com\/feed\.ics +Holidays +ICS Feed +yes$/m)
  })

  it('says that there is none', async () => {
    const { run } = await setup()
    expect((await run('calendars', 'list')).stdout).toBe('No calendar is connected.\n')
  })
})

describe('calendars busy', () => {
  it('lists the busy times of all that count, by the clocks of the account', async () => {
    const { run } = await connected()
    const { code, stdout } = await run('calendars', 'busy', '--from', '2026-12-01', '--to', '2026-12-01')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^Busy times in Europe\/Moscow \(the account's zone\)\nBusy +What\nTue 2026-12-01 12:00–13:00 +Busy\n$/,
    )
  })

  it('asks for the calendars that are named', async () => {
    const { json, simulator } = await connected()
    const argv = ['calendars', 'busy', '--from', '2026-12-01', '--to', '2026-12-03', '--calendar', `1:${FEED}`]
    expect(await json(...argv)).toHaveLength(2)
    expect(simulator.calls.some(({ path }) => path === '/v2/calendars')).toBe(false)
  })

  it.each([
    [[], 'No calendar is connected'],
    [['--calendar', FEED], 'It must be of the form 1:name.'],
  ])('has nothing to ask: %s', async (more, words) => {
    const { run } = await setup()
    const { code, stderr } = await run('calendars', 'busy', '--from', '2026-12-01', '--to', '2026-12-01', ...more)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })

  it('of a connection that is not hers are refused, which is no fault of the key', async () => {
    const { run } = await connected()
    const days = ['--from', '2026-12-01', '--to', '2026-12-01']
    const { code, stderr } = await run('calendars', 'busy', ...days, '--calendar', '9:x')
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Cal.com refuses (401, GET /v2/calendars/busy-times): These credentials do not belong to you\n',
    })
  })
})
