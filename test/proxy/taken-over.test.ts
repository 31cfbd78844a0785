import { expect, it } from 'vitest'
import { queue, refuse } from '../../proxy/booking/end.ts'
import { ProblemError } from '../../proxy/problem.ts'
import { memoryStore } from '../support/memory-store.ts'
import { newKey, setup } from '../support/proxy.ts'

it('leaves the time claimed when somebody else has gone on with the request meanwhile', async () => {
  const { heart, store, book, hold } = await setup()
  const { arrived, letGo } = hold('POST')
  const booking = book()
  await arrived
  const [entry] = await store.journal.list()
  if (!entry) throw new Error('nothing is recorded')
  // As one would who slept for longer than he had it to himself.
  await refuse(heart, { ...entry, state: 'received', version: entry.version - 1 }, new ProblemError('slot_taken'))
  expect(await store.claims.find(entry.ref, heart.now().toISOString())).toBeDefined()
  letGo()
  expect((await booking).status).toBe(201)
})

it('tells the owner of no wait when somebody else has brought the request to its end meanwhile', async () => {
  const told: string[] = []
  const { heart, store, book, work } = await setup({
    channels: [{ name: 'webhook', send: async ({ kind }) => void told.push(kind) }],
  })
  expect((await book()).status).toBe(201)
  const [entry] = await store.journal.list()
  if (!entry) throw new Error('nothing is recorded')
  const seen = { ...entry, state: 'received' as const, version: entry.version - 1 }
  const step = await queue(heart, seen, new ProblemError('upstream_unavailable'))
  expect(step.entry.state).toBe('confirmed')
  await work()
  expect(told).toEqual([])
  expect(await store.messages.takeUp('2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z', 10)).toEqual([])
})

it('says that it is looked after, not that it failed, when the database fails on a recorded request', async () => {
  const memory = await memoryStore()
  let changes = 0
  const change: typeof memory.journal.change = async (...given) => {
    if (++changes === 2) throw new Error('the disk is full')
    return memory.journal.change(...given)
  }
  const proxy = await setup({ store: { ...memory, journal: { ...memory.journal, change } } })
  const key = newKey()
  const res = await proxy.post(proxy.request(), { 'idempotency-key': key })
  expect([res.status, (await res.json()).status]).toEqual([202, 'processing'])
  expect(JSON.stringify(proxy.workLog)).toContain('the disk is full')
  proxy.simulator.clock.advance(46_000)
  await proxy.work()
  expect(await (await proxy.app.request(`/v1/bookings/status/${key}`)).json()).toMatchObject({ status: 'accepted' })
  expect(proxy.simulator.account.bookings).toHaveLength(1)
})
