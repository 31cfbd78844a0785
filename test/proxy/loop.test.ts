import { expect, it, vi } from 'vitest'
import { keepWorking } from '../../proxy/booking/loop.ts'
import { setup } from '../support/proxy.ts'

it('The owner is told while a request waits for Cal.com', async () => {
  const told: string[] = []
  const { book, heart, hold, simulator } = await setup({
    channels: [{ name: 'webhook', send: async ({ kind }) => void told.push(kind) }],
  })
  simulator.break({ kind: 'refuse', on: { method: 'POST' }, times: 1 })
  const { ref } = await (await book()).json()
  simulator.clock.advance(60_000)
  const { arrived, letGo } = hold('POST')
  const { stop } = keepWorking(heart, 10)
  await arrived
  await heart.notify.tell('conflict', ref)
  await vi.waitFor(() => expect(told).toContain('conflict'), { timeout: 4_000 })
  letGo()
  await stop()
})

it('A round that is under way ends before the work is stopped', async () => {
  const { book, heart, hold, simulator, store } = await setup()
  simulator.break({ kind: 'refuse', on: { method: 'POST' }, times: 1 })
  const { ref } = await (await book()).json()
  simulator.clock.advance(60_000)
  const { arrived, letGo } = hold('POST')
  const { stop } = keepWorking(heart, 10)
  await arrived
  const stopped = stop()
  letGo()
  await stopped
  expect(await store.journal.find(ref)).toMatchObject({ state: 'confirmed' })
})
