import { afterAll, describe, expect, it } from 'vitest'
import type { KeptConsent } from '../../../proxy/store/store.ts'
import { minutes, NOW } from '../../support/entries.ts'
import { closeStores, ENGINES, twoOf } from '../../support/stores.ts'

afterAll(closeStores)

describe.each(ENGINES)('the cache in $name', (engine) => {
  it('keeps the newest answer, for all', async () => {
    const [{ cache }, other] = await twoOf(engine)
    expect(await cache.get('slots')).toBeUndefined()
    await cache.put('slots', { value: '[1]', asOf: NOW })
    expect(await other.cache.get('slots')).toEqual({ value: '[1]', asOf: NOW })
    await cache.put('slots', { value: '[0]', asOf: minutes(-1) })
    expect(await cache.get('slots')).toEqual({ value: '[1]', asOf: NOW })
    await cache.put('slots', { value: '[2]', asOf: minutes(1) })
    expect(await cache.get('slots')).toEqual({ value: '[2]', asOf: minutes(1) })
    expect(await cache.get('other')).toBeUndefined()
  })

  it('lets one of many ask', async () => {
    const instances = await twoOf(engine)
    const asks = Array.from({ length: 12 }, (_, index) => instances[index % 2]?.cache.ask('slots', NOW, minutes(1)))
    expect((await Promise.all(asks)).filter(Boolean)).toHaveLength(1)
    // That somebody asks is no answer.
    expect(await instances[0].cache.get('slots')).toBeUndefined()
  })

  it('lets another one ask when the first one is late, has given up, or has brought an answer', async () => {
    const [{ cache }] = await twoOf(engine)
    const ask = (at: number) => cache.ask('slots', minutes(at), minutes(at + 1))
    expect(await ask(0)).toBe(true)
    expect(await ask(0.5)).toBe(false)
    expect(await ask(1)).toBe(true)
    await cache.giveUp('slots')
    expect(await ask(1)).toBe(true)
    await cache.put('slots', { value: '[]', asOf: minutes(1) })
    expect(await ask(1)).toBe(true)
    expect(await cache.get('slots')).toEqual({ value: '[]', asOf: minutes(1) })
  })

  it('forgets old answers, and not who is asking', async () => {
    const [{ cache }] = await twoOf(engine)
    await cache.put('old', { value: '[]', asOf: minutes(-1) })
    await cache.put('new', { value: '[]', asOf: NOW })
    await cache.ask('asked', NOW, minutes(1))
    await cache.forget(NOW)
    expect(await cache.get('old')).toBeUndefined()
    expect(await cache.get('new')).toBeDefined()
    expect(await cache.ask('asked', NOW, minutes(1))).toBe(false)
  })
})

describe.each(ENGINES)('consents in $name', (engine) => {
  it('are kept by their version, the first words for good', async () => {
    const [{ consents }, other] = await twoOf(engine)
    const first: KeptConsent = { version: 'v1', text: '{"ru":"Согласен"}', url: null, since: NOW }
    const second = { ...first, version: 'v2', url: 'https://olgaroset.ru/privacy', since: minutes(-1) }
    await Promise.all([consents.keep(first), other.consents.keep(first), consents.keep(second)])
    await consents.keep({ ...first, text: '{}', since: minutes(5) })
    expect(await other.consents.list()).toEqual([second, first])
  })
})

describe.each(ENGINES)('marks in $name', (engine) => {
  it('are set and read by name', async () => {
    const [{ marks }, other] = await twoOf(engine)
    expect(await marks.get('synced')).toBeUndefined()
    await marks.set('synced', NOW)
    await other.marks.set('synced', minutes(1))
    expect(await marks.get('synced')).toBe(minutes(1))
  })

  it('give a turn to one of many, and the next one when it is due', async () => {
    const instances = await twoOf(engine)
    const turns = (at: number) =>
      Promise.all(
        Array.from({ length: 8 }, (_, index) => instances[index % 2]?.marks.turn('sync', minutes(at), minutes(at + 5))),
      )
    const count = async (at: number) => (await turns(at)).filter(Boolean).length
    expect([await count(0), await count(4), await count(5), await count(9)]).toEqual([1, 0, 1, 0])
    // A clock that was wrong, and is put back.
    expect([await count(600), await count(10), await count(11)]).toEqual([1, 1, 0])
  })
})

describe.each(ENGINES)('the store in $name', (engine) => {
  it('can be asked, by every instance', async () => {
    for (const store of await twoOf(engine)) await expect(store.ping()).resolves.toBeUndefined()
  })
})
