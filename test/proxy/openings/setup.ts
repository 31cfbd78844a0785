import { expect } from 'vitest'
import type { Simulator } from '../../../demo/simulator/index.ts'
import type { Store } from '../../../proxy/store/store.ts'
import { START, setup } from '../../support/proxy.ts'

export type Proxy = Awaited<ReturnType<typeof setup>>

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const PATH = '/v1/slots?event=delo-40min&month=2026-11'

export const asked = ({ calls }: Simulator) => calls.filter(({ path }) => path.startsWith('/v2/slots')).length

export async function times({ app }: Pick<Proxy, 'app'>, path = PATH) {
  const res = await app.request(path)
  expect(res.status).toBe(200)
  return res.json()
}

/** Asks until it is so; a second later each time, as an answer is given again for so long. */
export function until(proxy: Proxy, what: object) {
  const ask = () => {
    proxy.simulator.clock.advance(SECOND)
    return times(proxy)
  }
  return expect.poll(ask, { interval: 5 }).toMatchObject(what)
}

/** Two instances of the proxy on one store, for one Cal.com. */
export async function two() {
  const one = await setup()
  const { store, simulator } = one
  return { one, other: await setup({ store, simulator }), store, simulator }
}

/** Olga has something else at `START`, which Cal.com knows from its own calendars. */
export function busyAtStart({ account }: Simulator) {
  account.busy.push({ start: START, end: '2026-11-25T07:40:00.000Z' })
}

export const offerOf = (proxy: Proxy) => proxy.heart.catalog.get('delo-40min')

/** The store, and how often it was asked for anything. */
export function counting(store: Store) {
  let asks = 0
  const counted = new Proxy(store, {
    get(target, part: keyof Store) {
      asks++
      return target[part]
    },
  })
  return { store: counted, count: () => asks }
}
