import { describe, expect, it } from 'vitest'
import { planSubscription } from '../../../proxy/cli/subscription.ts'
import { setup } from './setup.ts'

const URL = 'https://book.example.com/webhooks'
const NEEDED = ['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED', 'BOOKING_REQUESTED', 'BOOKING_REJECTED']
const INSTALL = ['webhooks', 'install', '--url', URL]

interface Hook {
  id: string
  subscriberUrl: string
  triggers: string[]
  active: boolean
  secret: string | null
  payloadTemplate: string | null
}

const hook = (changes: Partial<Hook> = {}): Hook => ({
  id: crypto.randomUUID(),
  subscriberUrl: URL,
  triggers: NEEDED,
  active: true,
  secret: 's3cret',
  payloadTemplate: null,
  ...changes,
})

async function withHooks(hooks: Hook[], env: Record<string, string> = {}) {
  const gate = await setup({ env })
  gate.simulator.account.webhooks = hooks
  return gate
}

describe('webhooks', () => {
  it('are made, shown, changed and deleted, and their secret is never shown', async () => {
    const { run, json } = await setup()
    const made = (await json('webhooks', 'create', '--url', URL, '--secret', 's3cret')) as { id: string }
    expect(made).toMatchObject({ subscriberUrl: URL, triggers: NEEDED, active: true, hasSecret: true })
    expect(await json('webhooks', 'update', made.id, '--active', 'no')).toMatchObject({
      active: false,
      triggers: NEEDED,
    })
    const said = [
      await run('webhooks', 'list'),
      await run('webhooks', 'show', made.id),
      await run('webhooks', 'list', '--json'),
    ]
    expect(said.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(JSON.stringify([made, said])).not.toContain('s3cret')
    expect((await run('webhooks', 'delete', made.id)).code).toBe(2)
    expect((await run('webhooks', 'delete', made.id, '--yes')).code).toBe(0)
    expect(await json('webhooks', 'list')).toEqual([])
  })
})

describe('webhooks install', () => {
  it('makes the subscription, with a secret that is told once', async () => {
    const { run, simulator, writes } = await setup()
    const first = await run(...INSTALL)
    const secret = /^WEBHOOK_SECRET=([0-9a-f]{64})$/m.exec(first.stdout)?.[1]
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('created') })
    expect(simulator.account.webhooks).toMatchObject([{ subscriberUrl: URL, triggers: NEEDED, active: true, secret }])

    const second = await run(...INSTALL)
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing to do') })
    expect(second.stdout).not.toContain(secret)
    expect(writes()).toHaveLength(1)
  })

  it('takes the secret that is given, and does not tell it', async () => {
    const { run, simulator } = await setup({ env: { WEBHOOK_SECRET: 'from-the-environment' } })
    expect((await run(...INSTALL)).stdout).not.toContain('from-the-environment')
    expect(simulator.account.webhooks[0]?.secret).toBe('from-the-environment')
    await run(...INSTALL, '--secret', 'from-the-option')
    expect(simulator.account.webhooks[0]?.secret).toBe('from-the-option')
  })

  it.each([
    ['what it is told of', { triggers: ['BOOKING_CREATED'] }],
    ['what it is told of', { triggers: [...NEEDED, 'MEETING_ENDED'] }],
    ['that it was switched off', { active: false }],
    ['its secret', { secret: null }],
    ['what a delivery looks like', { payloadTemplate: '{"name":"{{title}}"}' }],
    ['its address', { subscriberUrl: `${URL}/?old` }],
    ['its address', { subscriberUrl: URL.replace('https', 'http') }],
  ])('repairs %s: %o', async (what, fault) => {
    const { run, simulator, writes } = await withHooks([hook(fault)])
    const { code, stdout } = await run(...INSTALL)
    expect(code).toBe(0)
    expect(stdout).toContain(`repaired: ${what}\n`)
    expect(simulator.account.webhooks).toMatchObject([
      { subscriberUrl: URL, active: true, secret: expect.any(String), payloadTemplate: null },
    ])
    expect(simulator.account.webhooks[0]?.triggers.toSorted()).toEqual(NEEDED.toSorted())
    expect(writes()).toHaveLength(1)
    await run(...INSTALL)
    expect(writes()).toHaveLength(1)
  })

  it('makes one of several, and leaves those of other addresses alone', async () => {
    const other = hook({ subscriberUrl: 'https://book.example.com/other' })
    const foreign = hook({ subscriberUrl: 'https://other.example.com/webhooks' })
    const old = hook({ subscriberUrl: `${URL}?v=1` })
    const right = hook({ triggers: [] })
    const { run, simulator, writes } = await withHooks([other, old, right, foreign])
    expect(await run(...INSTALL)).toMatchObject({ code: 2, stderr: expect.stringContaining('add --yes') })
    expect(writes()).toEqual([])
    const { stdout } = await run(...INSTALL, '--yes')
    expect(stdout).toMatch(
      /repaired: what it is told of\n +deleted one more: https:\/\/book\.example\.com\/webhooks\?v=1\n/,
    )
    expect(simulator.account.webhooks.map(({ id }) => id)).toEqual([other.id, right.id, foreign.id])
  })

  it('prints what it would do first, without the secret', async () => {
    const { run, writes } = await withHooks([], { WEBHOOK_SECRET: 'from-the-environment' })
    const { stdout } = await run(...INSTALL, '--dry-run')
    expect(JSON.parse(stdout)).toMatchObject({ method: 'POST', body: { subscriberUrl: URL, secret: '***' } })
    expect(writes()).toEqual([])
  })

  it('prints nothing when there is nothing to do', async () => {
    const { run } = await withHooks([hook()])
    expect(await run(...INSTALL, '--dry-run')).toEqual({ code: 0, stdout: '', stderr: 'There is nothing to send.\n' })
  })

  it('keeps a secret that Cal.com does not show, unless another is given', () => {
    const { secret: _, ...unshown } = hook()
    const newSecret = () => 'new'
    expect(planSubscription([unshown], URL, undefined, newSecret).steps).toEqual([])
    expect(planSubscription([unshown], URL, 'given', newSecret).steps).toEqual([
      { do: 'update', id: unshown.id, patch: { secret: 'given' }, faults: ['secret'] },
    ])
  })
})
