import { describe, expect, it } from 'vitest'
import { follow } from '../../proxy/reconcile/follow.ts'
import { sighted } from '../../proxy/reconcile/sighted.ts'
import { LATER, setupBooked } from '../support/managed.ts'

async function setupTold() {
  const all = await setupBooked()
  const told: string[] = []
  all.heart.notify = { ...all.heart.notify, tell: async (kind, ref) => void told.push(`${kind} ${ref}`) }
  const uid = (await all.entry()).uid ?? ''
  return { ...all, told, uid, look: (one: string | undefined = uid) => all.heart.calcom.reads.bookings.get(one) }
}

describe("Cal.com's word on a booking", () => {
  it('changes nothing when it is told again', async () => {
    const { heart, entry, look, byOlga, uid } = await setupTold()
    await byOlga('cancel', uid, { cancellationReason: 'Заболела' })
    await sighted(heart, await look())
    const once = await entry()
    await sighted(heart, await look())
    expect(await entry()).toEqual(once)
  })

  it('is passed over when it is old: of what was called off since', async () => {
    const { heart, entry, look, cancel } = await setupTold()
    const old = await look()
    await cancel()
    await sighted(heart, old)
    expect(await entry()).toMatchObject({ state: 'cancelled' })
  })

  it('is passed over when it is old: of what was moved since', async () => {
    const { heart, entry, look, move, live } = await setupTold()
    const old = await look()
    await move(LATER)
    await sighted(heart, old)
    await sighted(heart, await look())
    expect(await entry()).toMatchObject({ state: 'confirmed', start: LATER, uid: live()[0]?.uid })
  })

  it('holds when two tell different things at the same time: in the end the journal has what is so', async () => {
    const { heart, entry, look, byOlga, uid, live } = await setupTold()
    const first = await look()
    await byOlga('reschedule', uid, { start: '2026-11-25T09:00:00Z' })
    const second = await look(live()[0]?.uid)
    await byOlga('reschedule', live()[0]?.uid ?? '', { start: LATER })
    const third = await look(live()[0]?.uid)
    await Promise.all([third, first, second, third, first, second].map((one) => sighted(heart, one)))
    expect(await entry()).toMatchObject({ start: LATER, uid: live()[0]?.uid })
  })

  it('tells Olga of a meeting whose visitor was told that there is none', async () => {
    const { heart, store, entry, look, told, booked } = await setupTold()
    const refused = { state: 'refused', code: 'too_late', uid: null, standing: null } as const
    await store.journal.change(await entry(), refused, heart.now().toISOString())
    await sighted(heart, await look())
    expect(told).toEqual([`conflict ${booked.ref}`])
    expect(await entry()).toMatchObject({ state: 'confirmed', standing: 'accepted' })
  })

  it('tells Olga of two meetings that are one request, and of two requests that are one meeting', async () => {
    const { heart, store, simulator, look, told, uid, booked, book } = await setupTold()
    const [real] = simulator.account.bookings
    if (!real) throw new Error('There is no booking')
    simulator.account.bookings.push({ ...real, id: 77, uid: 'double', start: LATER, end: '2026-11-26T09:40:00.000Z' })
    await sighted(heart, await look('double'))
    expect(told).toEqual([`conflict ${booked.ref}`])
    const { ref } = await (await book({ start: '2026-11-27T09:00:00.000Z' })).json()
    const other = await store.journal.find(ref)
    if (other) await store.journal.change(other, { uid }, heart.now().toISOString())
    await sighted(heart, await look())
    expect(told).toEqual([`conflict ${booked.ref}`, `conflict ${ref}`])
  })

  it('takes nobody for ours who only knows a reference', async () => {
    const { heart, simulator, entry, look, booked } = await setupTold()
    const before = await entry()
    const [real] = simulator.account.bookings
    if (!real) throw new Error('There is no booking')
    const metadata = { ref: booked.ref, request: 'guessed' }
    simulator.account.bookings.push({ ...real, id: 78, uid: 'forged', icsUid: 'forged', metadata, start: LATER })
    expect(await sighted(heart, await look('forged'))).toBeUndefined()
    expect(await entry()).toEqual(before)
  })
})

it('does not run in circles, should links lead in one', async () => {
  const { heart, simulator, uid } = await setupTold()
  const [real] = simulator.account.bookings
  if (!real) throw new Error('There is no booking')
  real.rescheduledToUid = 'other'
  simulator.account.bookings.push({ ...real, id: 79, uid: 'other', rescheduledToUid: uid })
  const before = simulator.calls.length
  expect((await follow(heart.calcom.reads, uid)).uid).toBe('other')
  expect(simulator.calls.slice(before)).toHaveLength(2)
})
