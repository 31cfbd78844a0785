import { afterAll, describe, expect, it } from 'vitest'
import { withoutPerson } from '../../../proxy/store/without-person.ts'
import { entry, minutes, NOW } from '../../support/entries.ts'
import { closeStores, ENGINES, twoOf } from '../../support/stores.ts'

afterAll(closeStores)

const IVAN = { email: 'ivan@example.com' }

describe.each(ENGINES)('erasing in $name', (engine) => {
  it('leaves when, what and how it ended, and no way to the person', async () => {
    const [{ journal }] = await twoOf(engine)
    const made = entry()
    await journal.record(made)
    const known = { state: 'confirmed', standing: 'accepted', uid: 'u1', icsUid: 'u1@Cal.com', dueAt: null } as const
    await journal.change({ ref: made.ref, version: 0 }, known, NOW)
    expect(await journal.erase(IVAN, minutes(1))).toBe(1)
    expect(await journal.find(made.ref)).toEqual({
      ...{ ref: made.ref, action: 'book', of: null, state: 'confirmed', code: null, standing: 'accepted' },
      ...{ event: 'delo-40min', eventTypeId: 3, title: made.title, start: made.start, end: made.end },
      ...{ keyHash: null, bodyHash: '', mark: made.mark, wish: null, email: null, phone: null, address: null },
      ...{ consentVersion: 'v1', consentAt: NOW, adsVersion: null, page: null, uid: null, icsUid: null },
      ...{ attempts: 0, looks: 0, sentAt: null, dueAt: null, version: 2 },
      ...{ createdAt: NOW, updatedAt: minutes(1), erasedAt: minutes(1) },
    })
    expect(await journal.list(IVAN)).toEqual([])
    expect(await journal.erase(IVAN, minutes(2))).toBe(0)
  })

  it('takes with a booking what was asked to be done with it, and leaves the others', async () => {
    const [{ journal }] = await twoOf(engine)
    const booking = entry()
    const nobody = { email: null, phone: null, of: booking.ref, wish: '{"reason":"заболел"}' }
    const [cancel, move] = [entry({ ...nobody, action: 'cancel' }), entry({ ...nobody, action: 'move' })]
    const other = entry({ email: 'maria@example.com', phone: null, wish: '{"answers":{"name":"Мария"}}' })
    for (const one of [booking, cancel, move, other]) await journal.record(one)
    expect(await journal.erase(IVAN, NOW)).toBe(3)
    for (const { ref } of [booking, cancel, move]) expect(await journal.find(ref)).toMatchObject({ wish: null })
    expect(await journal.find(other.ref)).toMatchObject({ wish: other.wish, email: other.email, erasedAt: null })
  })

  it('goes by either, and by both', async () => {
    const [{ journal }] = await twoOf(engine)
    for (const phone of ['+79160000001', '+79160000002']) await journal.record(entry({ phone }))
    await journal.record(entry({ email: null, phone: '+79160000003' }))
    expect(await journal.erase({}, NOW)).toBe(0)
    expect(await journal.erase({ email: '', phone: '' }, NOW)).toBe(0)
    expect(await journal.erase({ phone: '+79160000001' }, NOW)).toBe(1)
    expect(await journal.erase({ ...IVAN, phone: '+79160000003' }, NOW)).toBe(2)
  })

  it('ends what was not begun, and lets the outcome of a call be found out', async () => {
    const [{ journal }] = await twoOf(engine)
    const made = (['received', 'queued', 'sent'] as const).map((state) => entry({ state }))
    for (const one of made) await journal.record(one)
    await journal.erase(IVAN, NOW)
    const left = await Promise.all(made.map(({ ref }) => journal.find(ref)))
    expect(left).toMatchObject([
      { state: 'refused', code: 'erased', dueAt: null },
      { state: 'refused', code: 'erased', dueAt: null },
      { state: 'sent', code: null, dueAt: minutes(1) },
    ])
  })

  it('is not undone by who comes back with what he saw, nor by an outcome that is written later', async () => {
    const [{ journal }] = await twoOf(engine)
    const made = entry({ state: 'sent' })
    await journal.record(made)
    const seen = await journal.find(made.ref)
    await journal.erase(IVAN, NOW)
    expect(seen && (await journal.change(seen, { state: 'confirmed', uid: 'u1' }, NOW))).toBeUndefined()
    const erased = await journal.find(made.ref)
    const found = {
      state: 'confirmed',
      standing: 'accepted',
      uid: 'u1',
      icsUid: 'u1@Cal.com',
      email: IVAN.email,
    } as const
    expect(erased && (await journal.change(erased, found, NOW))).toEqual({
      ...erased,
      ...{ state: 'confirmed', standing: 'accepted', uid: null, icsUid: null, email: null, version: 2 },
    })
  })

  it('frees the key, and nobody learns by it', async () => {
    const [{ journal }] = await twoOf(engine)
    const made = entry()
    await journal.record(made)
    await journal.erase(IVAN, NOW)
    expect(await journal.findByKey(made.keyHash ?? '')).toBeUndefined()
  })

  it('takes a guest out of the requests of others, which stay', async () => {
    const [{ journal }] = await twoOf(engine)
    const answers = { name: 'Мария', guests: ['ivan@example.com', 'ann@example.com'], notes: 'с Ivan@Example.com' }
    const hers = entry({ email: 'maria@example.com', phone: null, wish: JSON.stringify({ answers, minutes: 40 }) })
    const other = entry({ email: 'joivan@example.com', phone: null, wish: '{"email": "joivan@example.com"}' })
    for (const one of [hers, other]) await journal.record(one)
    expect(await journal.erase(IVAN, minutes(1))).toBe(1)
    const rest = { answers: { name: 'Мария', guests: ['ann@example.com'], notes: 'с ***' }, minutes: 40 }
    const after = await journal.find(hers.ref)
    expect(JSON.parse(after?.wish ?? '')).toEqual(rest)
    expect(after).toMatchObject({ state: 'received', email: 'maria@example.com', erasedAt: null, version: 1 })
    expect(await journal.find(other.ref)).toMatchObject({ wish: other.wish, version: 0 })
  })
})

describe('a person in a JSON text', () => {
  it.each([
    ['{"a":"ann@example.com"}', '{"a":"***"}'],
    ['{"a":["ann@example.com","bob@example.com"]}', '{"a":["bob@example.com"]}'],
    ['{"a":[{"b":"ann@example.com"}]}', '{"a":[{"b":"***"}]}'],
    ['{"a":"ANN@Example.com, +79161234567."}', '{"a":"***, ***."}'],
    ['{"a":"ann@example.com."}', '{"a":"***."}'],
    ['{"a":"<ann@example.com>","b":1,"c":null,"d":true}', '{"a":"<***>","b":1,"c":null,"d":true}'],
  ])('is hidden: %s', (json, rest) => {
    expect(withoutPerson(json, { email: 'ann@example.com', phone: '+79161234567' })).toBe(rest)
  })

  it.each([
    '{"a":"joann@example.com"}',
    '{"a":"jo.ann@example.com"}',
    '{"a":"ann@example.community"}',
    '{"a":"ann@example.com.au"}',
    '{"a":"annXexample.com"}',
    '{"a":"+791612345678"}',
    '{"a": "ann@"}',
    'null',
  ])('is not in: %s', (json) => {
    expect(withoutPerson(json, { email: 'ann@example.com', phone: '+79161234567' })).toBeUndefined()
  })
})
