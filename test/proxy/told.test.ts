import { describe, expect, it, vi } from 'vitest'
import type { Channel, Notice } from '../../proxy/notify/channel.ts'
import { setup } from '../support/proxy.ts'

/** The proxy, with somebody to tell. */
async function starting() {
  const notices: Notice[] = []
  const channel: Channel = { name: 'webhook', send: async (notice) => void notices.push(notice) }
  const all = await setup({ channels: [channel] })
  return {
    ...all,
    notices,
    /** So many minutes later, what is due is done. */
    later: async (minutes: number) => {
      all.simulator.clock.set(new Date(all.simulator.clock.now().getTime() + minutes * 60_000).toISOString())
      await all.work()
    },
  }
}

describe('the owner', () => {
  it('is not told of a booking that goes well: Cal.com does that', async () => {
    const { book, later, notices } = await starting()
    expect((await book()).status).toBe(201)
    await later(5)
    expect(notices).toEqual([])
  })

  it('is told of a booking that waits for Cal.com, once', async () => {
    const { app, book, later, notices, simulator } = await starting()
    await app.request('/v1/slots?event=delo-40min&month=2026-11')
    simulator.break({ kind: 'refuse' })
    const res = await book()
    expect(res.status).toBe(202)
    const { ref } = await res.json()
    for (let minute = 0; minute < 5; minute++) await later(1)
    expect(notices.map(({ kind, ref, name }) => [kind, ref, name])).toEqual([['queued', ref, 'Иван']])
  })

  it('is told that a booking that waited came to nothing', async () => {
    const { app, book, later, notices, simulator } = await starting()
    await app.request('/v1/slots?event=delo-40min&month=2026-11')
    simulator.break({ kind: 'refuse' })
    await book()
    await later(1)
    // An hour before the meeting.
    await later(66 * 60)
    await later(1)
    expect(notices.map(({ kind }) => kind)).toEqual(['queued', 'refused'])
    expect(notices[1]?.text).toContain('календарь молчал до последнего')
  })

  it('is told of a request that fails here, time and again', async () => {
    const { book, later, notices, simulator, store } = await starting()
    simulator.break({ kind: 'reset', on: { method: 'POST' }, times: 1 })
    const { ref } = await (await book()).json()
    vi.spyOn(store.claims, 'take').mockRejectedValue(new Error('no such column'))
    for (let minute = 0; minute < 12; minute++) await later(1)
    expect(notices.map(({ kind, ref }) => [kind, ref])).toEqual([['stuck', ref]])
  })

  it('is told of a refusal even if it could not be noted at first', async () => {
    const { app, book, later, notices, simulator, store } = await starting()
    await app.request('/v1/slots?event=delo-40min&month=2026-11')
    simulator.break({ kind: 'refuse' })
    await book()
    const { add } = store.messages
    store.messages.add = async (messages) => {
      store.messages.add = add
      throw new Error(`the disk is full: ${messages.length}`)
    }
    await later(67 * 60)
    for (let minute = 0; minute < 3; minute++) await later(1)
    expect(notices.map(({ kind }) => kind)).toContain('refused')
  })

  it('is not told of a refusal that did not come to be', async () => {
    const { book, later, notices, heart, store } = await starting()
    const { ref } = await (await book()).json()
    await heart.notify.tell('refused', ref)
    await later(1)
    expect([notices, await store.messages.takeUp('2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 10)]).toEqual([
      [],
      [],
    ])
  })

  it('is not told when the visitor himself has seen the refusal', async () => {
    const { book, later, notices } = await starting()
    await book()
    expect((await book()).status).toBe(409)
    await later(5)
    expect(notices).toEqual([])
  })
})
