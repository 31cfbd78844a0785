import { expect, it, vi } from 'vitest'
import { keepWorking } from '../../proxy/booking/loop.ts'
import { setup } from '../support/proxy.ts'

/** The work goes on, and a request that waited is on its way to Cal.com. `tell` hears what the owner is told. */
async function underWay(tell: (kind: string) => void = () => undefined) {
  const all = await setup({ channels: [{ name: 'webhook', send: async ({ kind }) => tell(kind) }] })
  const { book, heart, hold, simulator } = all
  simulator.break({ kind: 'refuse', on: { method: 'POST' }, times: 1 })
  const { ref } = await (await book()).json()
  simulator.clock.advance(60_000)
  const { arrived, letGo } = hold('POST')
  const { stop } = keepWorking(heart, 10)
  await arrived
  return { ...all, ref, letGo, stop }
}

it('The owner is told while a request waits for Cal.com', async () => {
  const told: string[] = []
  const { heart, ref, letGo, stop } = await underWay((kind) => void told.push(kind))
  await heart.notify.tell('conflict', ref)
  await vi.waitFor(() => expect(told).toContain('conflict'), { timeout: 4_000 })
  letGo()
  await stop()
})

it('A round that is under way ends before the work is stopped', async () => {
  const { ref, letGo, stop, store } = await underWay()
  const stopped = stop()
  letGo()
  await stopped
  expect(await store.journal.find(ref)).toMatchObject({ state: 'confirmed' })
})
