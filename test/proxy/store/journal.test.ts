import { afterAll, describe, expect, it } from 'vitest'
import type { NewEntry, State, Store } from '../../../proxy/store/store.ts'
import { entry, limits, minutes, NOW } from '../../support/entries.ts'
import { closeStores, ENGINES, twoOf } from '../../support/stores.ts'

afterAll(closeStores)

/** Records a request and changes it as it would be by and by. */
async function ended(store: Store, state: State, changes: Partial<NewEntry> = {}) {
  const made = entry(changes)
  await store.journal.record(made)
  const changed = await store.journal.change({ ref: made.ref, version: 0 }, { state, dueAt: null }, NOW)
  if (!changed) throw new Error('it was not recorded')
  return changed
}

const refs = (entries: { ref: string }[]) => entries.map(({ ref }) => ref)

describe.each(ENGINES)('recording in $name', (engine) => {
  it('keeps what was given, word for word, and begins the rest', async () => {
    const [{ journal }, other] = await twoOf(engine)
    const made = entry({ title: `'"; drop table journal -- \\ 🙂`, page: null })
    expect(await journal.record(made)).toBe(true)
    const beginnings = { code: null, uid: null, icsUid: null, standing: null, sentAt: null, erasedAt: null }
    const numbers = { attempts: 0, looks: 0, version: 0 }
    const kept = { ...made, ...beginnings, ...numbers, updatedAt: NOW }
    expect(await journal.find(made.ref)).toEqual(kept)
    expect(await other.journal.findByKey(made.keyHash ?? '')).toEqual(kept)
    expect(await journal.find('nobody')).toBeUndefined()
    expect(await journal.findByKey('nobody')).toBeUndefined()
  })

  it('takes one request under a key, also when many come at once', async () => {
    const instances = await twoOf(engine)
    const records = Array.from({ length: 16 }, (_, index) =>
      instances[index % 2]?.journal.record(entry({ keyHash: 'one' }), limits()),
    )
    expect((await Promise.all(records)).filter(Boolean)).toHaveLength(1)
    expect(await instances[0].journal.list()).toHaveLength(1)
  })

  it('takes another one once the key is let go', async () => {
    const [store] = await twoOf(engine)
    const old = await ended(store, 'refused', { keyHash: 'one' })
    expect(await store.journal.record(entry({ keyHash: 'one' }))).toBe(false)
    await store.journal.change(old, { keyHash: null }, NOW)
    expect(await store.journal.record(entry({ keyHash: 'one' }))).toBe(true)
  })

  it.each([
    ['address', { address: { digest: 'digest of an address', since: minutes(-60), most: 3 } }],
    ['person', { contact: { email: 'ivan@example.com', phone: null, most: 3 } }],
    ['day', { day: { since: minutes(-1_440), most: 3 } }],
  ])('never takes more than the limit of one %s, also when many come at once', async (_, changes) => {
    const instances = await twoOf(engine)
    const records = Array.from({ length: 24 }, (_, index) =>
      instances[index % 2]?.journal.record(entry(), limits(changes)),
    )
    expect((await Promise.all(records)).filter(Boolean)).toHaveLength(3)
    expect(await instances[1].journal.list()).toHaveLength(3)
  })

  it('counts what there is', async () => {
    const [store] = await twoOf(engine)
    await ended(store, 'confirmed')
    await ended(store, 'refused')
    await ended(store, 'confirmed', { end: NOW })
    await ended(store, 'confirmed', { email: null, phone: null, address: null, createdAt: minutes(-60) })
    await ended(store, 'confirmed', { email: 'maria@example.com', createdAt: minutes(-1_440) })
    await ended(store, 'confirmed', { action: 'cancel', of: 'some' })
    expect(await store.journal.tally(limits())).toEqual({ ofAddress: 3, ofContact: 2, ofDay: 3 })
  })

  it('takes nobody who is unknown for one person', async () => {
    const [store] = await twoOf(engine)
    await store.journal.record(entry({ email: null, phone: null, address: null }))
    const nobody = limits({
      address: { digest: null, since: minutes(-60), most: 1 },
      contact: { email: null, phone: null, most: 1 },
    })
    expect(await store.journal.tally(nobody)).toMatchObject({ ofAddress: 0, ofContact: 0 })
    expect(await store.journal.record(entry({ email: null, phone: null, address: null }), nobody)).toBe(true)
  })
})

describe.each(ENGINES)('changing in $name', (engine) => {
  it('is done once to what was seen, also when many want to at once', async () => {
    const instances = await twoOf(engine)
    const made = entry()
    await instances[0].journal.record(made)
    const seen = await instances[1].journal.find(made.ref)
    const changes = Array.from({ length: 16 }, (_, index) =>
      instances[index % 2]?.journal.change(seen ?? { ref: '', version: 0 }, { code: `by ${index}` }, minutes(1)),
    )
    const [winner, ...others] = (await Promise.all(changes)).filter((one) => one !== undefined)
    expect(others).toEqual([])
    expect(winner).toEqual({ ...seen, code: winner?.code, version: 1, updatedAt: minutes(1) })
    expect(await instances[0].journal.find(made.ref)).toEqual(winner)
  })

  it('writes every kind of thing, and nothing where nothing is', async () => {
    const [store] = await twoOf(engine)
    const before = await ended(store, 'sent')
    const changes = {
      ...{ uid: 'u1', icsUid: 'u1@Cal.com', standing: 'pending' as const, attempts: 2, looks: 1, sentAt: NOW },
      ...{ start: minutes(9), end: minutes(49), wish: null, email: null, dueAt: minutes(5) },
    }
    const after = await store.journal.change(before, changes, minutes(1))
    expect(after).toEqual({ ...before, ...changes, version: before.version + 1, updatedAt: minutes(1) })
    expect(await store.journal.change({ ref: 'nobody', version: 0 }, { code: 'x' }, NOW)).toBeUndefined()
  })

  it('lets a booking be found by its uid, among many', async () => {
    const [store] = await twoOf(engine)
    const seen = await ended(store, 'confirmed')
    await store.journal.change(seen, { uid: 'u250' }, NOW)
    const uids = Array.from({ length: 300 }, (_, number) => `u${number}`)
    expect(refs(await store.journal.findByUids(uids))).toEqual([seen.ref])
    expect(await store.journal.findByUids([])).toEqual([])
  })
})

describe.each(ENGINES)('what is due in $name', (engine) => {
  it('is given out earliest first, and again when the taker does not come back', async () => {
    const [{ journal }] = await twoOf(engine)
    const [later, sooner, never] = [entry({ dueAt: minutes(2) }), entry({ dueAt: minutes(1) }), entry({ dueAt: null })]
    for (const one of [later, sooner, never]) await journal.record(one)
    expect(await journal.takeUp(NOW, minutes(9), 10)).toEqual([])
    expect(refs(await journal.takeUp(minutes(3), minutes(9), 1))).toEqual([sooner.ref])
    expect(refs(await journal.takeUp(minutes(3), minutes(9), 10))).toEqual([later.ref])
    expect(await journal.takeUp(minutes(3), minutes(9), 10)).toEqual([])
    expect(refs(await journal.takeUp(minutes(9), minutes(19), 10)).sort()).toEqual([later.ref, sooner.ref].sort())
  })

  it('is given to one taker each', async () => {
    const instances = await twoOf(engine)
    for (let index = 0; index < 20; index++) await instances[0].journal.record(entry())
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, index) => instances[index % 2]?.journal.takeUp(minutes(1), minutes(9), 5)),
    )
    const all = refs(taken.flatMap((some) => some ?? []))
    expect(new Set(all).size).toBe(all.length)
    const rest = await instances[0].journal.takeUp(minutes(1), minutes(9), 20)
    expect(all.length + rest.length).toBe(20)
  })

  it('is seen as changed by who saw it before it was taken', async () => {
    const [{ journal }] = await twoOf(engine)
    const made = entry()
    await journal.record(made)
    const seen = await journal.find(made.ref)
    const [taken] = await journal.takeUp(minutes(1), minutes(9), 1)
    expect(seen && (await journal.change(seen, { state: 'sent' }, NOW))).toBeUndefined()
    expect(taken && (await journal.change(taken, { state: 'sent' }, NOW))).toMatchObject({ state: 'sent', version: 2 })
  })
})

describe.each(ENGINES)('the list in $name', (engine) => {
  it('is the newest first, and of what is asked for', async () => {
    const [store] = await twoOf(engine)
    const first = await ended(store, 'confirmed', { createdAt: minutes(0) })
    const second = await ended(store, 'refused', { createdAt: minutes(1), email: 'maria@example.com', phone: null })
    const third = await ended(store, 'confirmed', { createdAt: minutes(2), action: 'cancel', of: first.ref })
    const fourth = await ended(store, 'queued', { createdAt: minutes(3), email: null, phone: '+79160000000' })
    const list = async (filter: Parameters<Store['journal']['list']>[0]) => refs(await store.journal.list(filter))
    expect(await list({})).toEqual(refs([fourth, third, second, first]))
    expect(await list({ most: 2 })).toEqual(refs([fourth, third]))
    expect(await list({ states: ['refused', 'queued'] })).toEqual(refs([fourth, second]))
    expect(await list({ action: 'cancel' })).toEqual([third.ref])
    expect(await list({ of: first.ref })).toEqual([third.ref])
    expect(await list({ of: second.ref })).toEqual([])
    expect(await list({ since: minutes(1), before: minutes(3) })).toEqual(refs([third, second]))
    expect(await list({ email: 'maria@example.com' })).toEqual([second.ref])
    expect(await list({ email: 'maria@example.com', phone: '+79160000000' })).toEqual(refs([fourth, second]))
    expect(await list({ email: '' })).toEqual([])
  })

  it('has, of a person, also what was asked to be done with her bookings', async () => {
    const [store] = await twoOf(engine)
    const booking = await ended(store, 'confirmed')
    const nobody = { email: null, phone: null, of: booking.ref, createdAt: minutes(1) }
    const cancel = await ended(store, 'confirmed', { ...nobody, action: 'cancel' })
    expect(refs(await store.journal.list({ email: 'ivan@example.com' }))).toEqual(refs([cancel, booking]))
    expect(refs(await store.journal.list({ phone: '+79161234567' }))).toEqual(refs([cancel, booking]))
  })
})

describe.each(ENGINES)('purging in $name', (engine) => {
  it('deletes what ended and is over for long, and says how many', async () => {
    const [store] = await twoOf(engine)
    const old = { start: minutes(-90), end: minutes(-60), createdAt: minutes(-99) }
    for (const state of ['confirmed', 'refused', 'cancelled', 'abandoned'] as const) await ended(store, state, old)
    const kept = [
      await ended(store, 'queued', old),
      await ended(store, 'sent', old),
      await ended(store, 'confirmed', { ...old, end: NOW }),
      await ended(store, 'refused', { ...old, createdAt: NOW }),
    ]
    expect(await store.journal.purge(NOW)).toBe(4)
    expect(refs(await store.journal.list()).sort()).toEqual(refs(kept).sort())
    expect(await store.journal.purge(NOW)).toBe(0)
  })
})
