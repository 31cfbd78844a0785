import { afterAll, describe, expect, it } from 'vitest'
import { entry, minutes, NOW } from '../../support/entries.ts'
import { closeStores, ENGINES, twoOf } from '../../support/stores.ts'

afterAll(closeStores)

describe.each(ENGINES)('the figures of $name', (engine) => {
  it('are none at first, with all calls left', async () => {
    const [store] = await twoOf(engine)
    expect(await store.figures(NOW)).toEqual({
      requests: {},
      oldestUnfinished: null,
      messages: 0,
      hooks: 0,
      callsLeft: 100,
    })
  })

  it('count what there is, whichever instance made it', async () => {
    const [one, other] = await twoOf(engine)
    const done = entry({ createdAt: minutes(-60) })
    await one.journal.record(done)
    await one.journal.change({ ref: done.ref, version: 0 }, { state: 'confirmed' }, NOW)
    for (const age of [5, 9, 7]) await one.journal.record(entry({ createdAt: minutes(-age) }))
    const message = { kind: 'queued', ref: 'X', channel: 'mail', createdAt: NOW }
    await one.messages.add(['a', 'b', 'c'].map((id) => ({ ...message, id })))
    await one.messages.sent('a', NOW)
    await one.messages.retry('b', null)
    const hook = { trigger: 'BOOKING_CREATED', uid: null, formerUid: null, receivedAt: NOW }
    for (const digest of ['d', 'e']) await one.inbox.add({ ...hook, digest })
    await one.inbox.done('d')
    for (let call = 0; call < 3; call++) await one.budget.take('booking', NOW)
    expect(await other.figures(minutes(0.5))).toEqual({
      requests: { confirmed: 1, received: 3 },
      oldestUnfinished: minutes(-9),
      messages: 1,
      hooks: 1,
      callsLeft: 97,
    })
    expect(await other.figures(minutes(1))).toMatchObject({ callsLeft: 100 })
  })
})
