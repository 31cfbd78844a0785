import { afterAll, describe, expect, it } from 'vitest'
import type { Hook, Message } from '../../../proxy/store/store.ts'
import { minutes, NOW } from '../../support/entries.ts'
import { closeStores, ENGINES, twoOf } from '../../support/stores.ts'

afterAll(closeStores)

const hook = (digest: string, changes: Partial<Hook> = {}): Hook => ({
  digest,
  trigger: 'BOOKING_RESCHEDULED',
  uid: 'new',
  formerUid: 'old',
  receivedAt: NOW,
  ...changes,
})

describe.each(ENGINES)('the inbox in $name', (engine) => {
  it('takes a delivery once, also when it comes often at once', async () => {
    const instances = await twoOf(engine)
    const adds = Array.from({ length: 8 }, (_, index) => instances[index % 2]?.inbox.add(hook('one')))
    expect((await Promise.all(adds)).filter(Boolean)).toHaveLength(1)
    expect(await instances[0].inbox.takeUp(NOW, minutes(1), 10)).toEqual([hook('one')])
  })

  it('gives each to one taker, and again when he does not come back', async () => {
    const instances = await twoOf(engine)
    const [{ inbox }] = instances
    for (let index = 0; index < 10; index++) await inbox.add(hook(String(index), { uid: null, formerUid: null }))
    const taken = await Promise.all(instances.map((one) => one.inbox.takeUp(NOW, minutes(1), 6)))
    const digests = taken.flat().map(({ digest }) => digest)
    expect(new Set(digests).size).toBe(digests.length)
    const rest = await inbox.takeUp(NOW, minutes(1), 10)
    expect(digests.length + rest.length).toBe(10)
    expect(await inbox.takeUp(minutes(1), minutes(2), 20)).toHaveLength(10)
  })

  it('knows what was worked on when it comes again, until it is forgotten', async () => {
    const [{ inbox }] = await twoOf(engine)
    for (const digest of ['done', 'open']) await inbox.add(hook(digest))
    await inbox.done('done')
    expect(await inbox.add(hook('done'))).toBe(false)
    expect(await inbox.takeUp(minutes(1), minutes(2), 10)).toEqual([hook('open')])
    await inbox.forget(NOW)
    expect(await inbox.add(hook('done'))).toBe(false)
    await inbox.forget(minutes(1))
    expect(await inbox.add(hook('done'))).toBe(true)
    expect(await inbox.add(hook('open'))).toBe(false)
  })
})

const message = (id: string): Omit<Message, 'attempts'> => ({
  id,
  kind: 'queued',
  ref: 'REF00001',
  channel: 'mail',
  createdAt: NOW,
})

describe.each(ENGINES)('the messages in $name', (engine) => {
  it('say the same thing once', async () => {
    const [first, second] = await twoOf(engine)
    await Promise.all([first.messages.add([message('a'), message('b')]), second.messages.add([message('a')])])
    await first.messages.add([])
    const taken = await second.messages.takeUp(NOW, minutes(1), 10)
    expect(taken.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { ...message('a'), attempts: 1 },
      { ...message('b'), attempts: 1 },
    ])
    await first.messages.sent('a', NOW)
    await first.messages.add([message('a')])
    expect((await second.messages.takeUp(minutes(1), minutes(2), 10)).map(({ id }) => id)).toEqual(['b'])
  })

  it('go to one courier each', async () => {
    const instances = await twoOf(engine)
    await instances[0].messages.add(Array.from({ length: 10 }, (_, index) => message(String(index))))
    const taken = await Promise.all(instances.map((one) => one.messages.takeUp(NOW, minutes(1), 10)))
    expect(new Set(taken.flat().map(({ id }) => id)).size).toBe(taken.flat().length)
  })

  it('are tried again when they are due, and never again when there is no hope', async () => {
    const [{ messages }] = await twoOf(engine)
    await messages.add([message('a')])
    await messages.takeUp(NOW, minutes(1), 10)
    await messages.retry('a', minutes(5))
    expect(await messages.takeUp(minutes(4), minutes(9), 10)).toEqual([])
    expect(await messages.takeUp(minutes(5), minutes(9), 10)).toEqual([{ ...message('a'), attempts: 2 }])
    await messages.retry('a', null)
    expect(await messages.takeUp(minutes(99), minutes(100), 10)).toEqual([])
  })

  it('are forgotten when they are old and there is nothing to do', async () => {
    const [{ messages }] = await twoOf(engine)
    await messages.add([message('sent'), message('open')])
    await messages.sent('sent', NOW)
    await messages.forget(minutes(1))
    await messages.add([message('sent'), message('open')])
    expect((await messages.takeUp(NOW, minutes(1), 10)).map(({ id }) => id).sort()).toEqual(['open', 'sent'])
  })
})
