import { describe, expect, it } from 'vitest'
import { type Channel, type Notice, Undelivered } from '../../../proxy/notify/channel.ts'
import { record, telling } from './setup.ts'

/** A channel that keeps what it is sent, and fails as long as it is told to. */
function keeping(name: Channel['name'] = 'webhook') {
  const notices: Notice[] = []
  const channel = { name, notices, failures: 0, tries: 0, send }
  async function send(notice: Notice) {
    channel.tries++
    if (channel.failures-- > 0) throw new Undelivered('status 500')
    notices.push(notice)
  }
  return channel
}

describe('what the owner is told', () => {
  it('goes out once by every channel, however often it is said', async () => {
    const [one, two] = [keeping('webhook'), keeping('telegram')]
    const { store, notify } = await telling([one, two])
    const ref = await record(store)
    await notify.tell('queued', ref)
    await notify.tell('queued', ref)
    await notify.work()
    await notify.tell('queued', ref)
    await notify.work()
    expect([one.notices, two.notices].map((notices) => notices.map(({ kind }) => kind))).toEqual([
      ['queued'],
      ['queued'],
    ])
  })

  it('is told of each kind apart', async () => {
    const channel = keeping()
    const { store, notify } = await telling([channel])
    const ref = await record(store)
    await notify.tell('queued', ref)
    await notify.tell('conflict', ref)
    await notify.work()
    expect(channel.notices.map(({ kind }) => kind).sort()).toEqual(['conflict', 'queued'])
  })

  it('is sent once by two instances that work at the same time', async () => {
    const channel = keeping()
    const { store, notify, another } = await telling([channel])
    for (const ref of ['ABCD2345', 'BCDE3456', 'CDEF4567']) await notify.tell('queued', await record(store, { ref }))
    await Promise.all([notify.work(), another().work(), notify.work(), another().work()])
    expect(channel.notices.map(({ ref }) => ref).sort()).toEqual(['ABCD2345', 'BCDE3456', 'CDEF4567'])
  })

  it('is left alone by others as long as somebody is sending it', async () => {
    let arrived = () => {}
    let answer = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let sent = 0
    const slow: Channel = {
      name: 'webhook',
      send: () => {
        sent++
        arrived()
        return new Promise((resolve) => {
          answer = resolve
        })
      },
    }
    const { store, notify, another, pass } = await telling([slow])
    await notify.tell('queued', await record(store))
    const working = notify.work()
    await arrival
    pass(1)
    await another().work()
    answer()
    await working
    expect(sent).toBe(1)
  })

  it('is sent again when whoever had it is gone', async () => {
    const channel = keeping()
    const { store, notify, pass } = await telling([channel])
    await notify.tell('queued', await record(store))
    await store.messages.takeUp('2026-11-22T12:00:00.000Z', '2026-11-22T12:02:00.000Z', 10)
    await notify.work()
    expect(channel.notices).toEqual([])
    pass(2)
    await notify.work()
    expect(channel.notices).toHaveLength(1)
  })
})

describe('what did not get through', () => {
  it('is sent again after one minute, two, four', async () => {
    const channel = keeping()
    channel.failures = 3
    const { store, notify, pass } = await telling([channel])
    await notify.tell('queued', await record(store))
    const tries = []
    for (let minute = 0; minute <= 8; minute++) {
      await notify.work()
      tries.push(channel.tries)
      pass(1)
    }
    expect(tries).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 4])
    expect(channel.notices).toHaveLength(1)
  })

  it('does not hold up the other channels', async () => {
    const [broken, whole] = [keeping('webhook'), keeping('telegram')]
    broken.failures = 1
    const { store, notify } = await telling([broken, whole])
    await notify.tell('queued', await record(store))
    await notify.work()
    expect(whole.notices).toHaveLength(1)
  })

  it('is given up after three days of tries, an hour apart at most', async () => {
    const channel = keeping()
    channel.failures = Number.POSITIVE_INFINITY
    const { store, notify, pass, log } = await telling([channel])
    await notify.tell('queued', await record(store))
    for (let quarter = 0; quarter < 5 * 24 * 4; quarter++) {
      await notify.work()
      pass(15)
    }
    expect(channel.tries).toBeGreaterThan(70)
    expect(channel.tries).toBeLessThan(80)
    expect(log.at(-1)).toMatchObject({ work: 'tell queued:ABCD2345:webhook', cause: 'status 500, given up' })
    expect(log.filter((line) => 'cause' in line && line.cause?.includes('given up'))).toHaveLength(1)
  })

  it('is given up when it takes too long, and sent again', async () => {
    const hanging: Channel = { name: 'webhook', send: () => new Promise(() => {}) }
    const { store, notify, log } = await telling([hanging], { timeoutMs: 20 })
    await notify.tell('queued', await record(store))
    await notify.work()
    expect(log).toMatchObject([{ work: 'tell queued:ABCD2345:webhook', cause: 'too slow' }])
  })

  it('is dropped when its channel is no longer set, or the request is gone from the journal', async () => {
    const channel = keeping()
    const { store, notify, pass } = await telling([channel])
    await notify.tell('queued', 'GONE2345')
    const old = { id: 'queued:X:telegram', kind: 'queued', ref: await record(store), channel: 'telegram' }
    await store.messages.add([{ ...old, createdAt: '2026-11-22T12:00:00.000Z' }])
    await notify.work()
    pass(10_000)
    expect(await store.messages.takeUp('2027-01-01T00:00:00.000Z', '2027-01-01T00:02:00.000Z', 10)).toEqual([])
    expect(channel.tries).toBe(0)
  })
})
