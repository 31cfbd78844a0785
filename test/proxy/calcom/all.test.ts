import { describe, expect, it } from 'vitest'
import { type Booking, createSimulator, booking as stored } from '../../../demo/simulator/index.ts'
import { type BookingsPage, createCalcom, type UnsortedFilter } from '../../../proxy/calcom/index.ts'
import { KEY, NOW } from '../../support/proxy.ts'

const DAY = 86_400_000
/** Bookings of as many days to come, one made a second after the other. */
const many = (count: number, changes: (at: number) => Partial<Booking> = () => ({})) =>
  Array.from({ length: count }, (_, at) =>
    stored({
      start: new Date(Date.parse(NOW) + (count - at) * DAY).toISOString(),
      uid: `b${at}`,
      createdAt: new Date(Date.parse('2026-01-01T00:00:00Z') + at * 1000).toISOString(),
      ...changes(at),
    }),
  )

/** The uids in the order they come. `meanwhile` happens once, behind the first page. */
async function walk(bookings: Booking[], filter: UnsortedFilter = {}, meanwhile?: (bookings: Booking[]) => void) {
  const simulator = createSimulator({ apiKey: KEY })
  simulator.clock.set(NOW)
  simulator.account.bookings.push(...bookings)
  const calcom = createCalcom({ apiKey: KEY, fetch: simulator.fetch })
  const pages: string[] = []
  const onPage = ({ bookings, total }: BookingsPage) => pages.push(`${bookings.length} of ${total}`)
  const uids: string[] = []
  for await (const { uid } of calcom.bookings.all(filter, { onPage })) {
    if (uids.length === 0) meanwhile?.(simulator.account.bookings)
    uids.push(uid)
  }
  return { uids, pages, requests: simulator.calls.length }
}

const uidsOf = (bookings: Booking[]) => bookings.map(({ uid }) => uid)

describe('the walk over all bookings', () => {
  it.each([0, 1, 249, 250, 251, 499, 500, 750])('gives each of %i once, in the order they were made', async (count) => {
    const bookings = many(count)
    expect((await walk([...bookings].reverse())).uids).toEqual(uidsOf(bookings))
  })

  it('asks once for what fits on one page, and tells of every page', async () => {
    expect(await walk(many(249))).toMatchObject({ requests: 1, pages: ['249 of 249'] })
    expect((await walk(many(600))).pages[0]).toBe('250 of 600')
  })

  it('misses none when those it has given leave the filter', async () => {
    const bookings = many(700)
    const { uids } = await walk(bookings, { status: ['upcoming'] }, (all) => {
      for (const booking of all.slice(0, 200)) booking.status = 'cancelled'
    })
    expect(uids).toEqual(uidsOf(bookings))
  })

  it('gives none twice when others come in, and takes along what is made meanwhile', async () => {
    const bookings = many(700, (at) => ({ status: at < 100 ? 'pending' : 'accepted' }))
    const made = stored({ start: NOW, uid: 'new', createdAt: '2026-06-01T00:00:00Z', end: '2027-01-01T00:00:00Z' })
    const { uids } = await walk(bookings, { status: ['upcoming'] }, (all) => {
      for (const booking of all.slice(0, 100)) booking.status = 'accepted'
      all.push(made)
    })
    expect(uids).toEqual([...uidsOf(bookings.slice(100)), 'new'])
  })

  it('gets past bookings that were all made at one instant', async () => {
    const createdAt = '2026-01-01T00:00:00.000Z'
    const bookings = many(900, (at) => (at < 50 || at >= 850 ? {} : { createdAt }))
    const { uids } = await walk(bookings)
    expect([...uids].sort()).toEqual(uidsOf(bookings).sort())
  })

  it('gives none of one instant twice, though Cal.com keeps to no order among them', async () => {
    const bookings = many(900, () => ({ createdAt: '2026-01-01T00:00:00.000Z' }))
    let asked = 0
    const simulator = createSimulator({ apiKey: KEY, account: { ...createSimulator().account, bookings } })
    const calcom = createCalcom({ apiKey: KEY, fetch: simulator.fetch })
    const uids: string[] = []
    const onPage = () => {
      // As if the second page came in another order than the first.
      if (++asked === 2) for (const booking of bookings) booking.id = -booking.id
    }
    for await (const { uid } of calcom.bookings.all({}, { onPage })) uids.push(uid)
    expect(uids.length).toBe(new Set(uids).size)
  })

  it('keeps to the filter', async () => {
    const bookings = many(400, (at) => ({ eventTypeId: (at % 2) + 1 }))
    const filter = {
      eventTypeIds: [2],
      afterCreatedAt: '2026-01-01T00:01:00Z',
      beforeCreatedAt: '2026-01-01T00:06:00Z',
    }
    const { uids } = await walk(bookings, filter)
    expect(uids).toEqual(uidsOf(bookings.filter((_, at) => at % 2 && at >= 60 && at <= 360)))
  })
})
