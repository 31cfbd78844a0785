import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { booking } from '../../demo/simulator/index.ts'
import { sha256 } from '../../proxy/digest.ts'
import type { Story } from './crash/crowd.ts'
import { crash } from './crash/measure.ts'
import type { Occasion } from './crash/points.ts'
import { judge, type Row } from './crash/verdict.ts'
import { CALM } from './crash/weather.ts'
import { createFleet, type Fleet } from './fleet/fleet.ts'

/** A few seconds, unless the machine has much else to do. */
const TIME_LIMIT_MS = 60_000

let fleet: Fleet
beforeAll(async () => {
  fleet = await createFleet()
}, TIME_LIMIT_MS)
afterAll(() => fleet.close())

const occasions: Occasion[] = [
  { point: { step: 'book received→sent', when: 'after' }, weather: CALM },
  { point: { step: 'POST /v2/bookings', when: 'after' }, weather: CALM },
]

describe('the crashes', () => {
  it(
    'lose, double and misreport nothing',
    async () => {
      const result = await crash({ fleet, occasions, goesOn: ({ kills }) => kills < 2 })
      expect(result).toMatchObject({ kills: 2, lost: [], doubled: [], wronglyReported: [] })
      expect([...result.places]).toEqual(['after book received→sent', 'after POST /v2/bookings'])
      expect(result.stories.filter(({ booking }) => booking.is === 'done').length).toBeGreaterThan(0)
    },
    TIME_LIMIT_MS,
  )

  it(
    'are seen where nobody takes up what they left behind',
    async () => {
      const orders = { without: 'taking up' as const }
      const result = await crash({ fleet, occasions, goesOn: ({ kills }) => kills < 1, orders, patienceMs: 3_000 })
      expect(result.lost.length).toBeGreaterThan(0)
    },
    TIME_LIMIT_MS,
  )
})

const KEY = 'a'.repeat(32)
const UID = 'uid'
const START = '2026-11-25T07:00:00.000Z'
const secrets = { mark: async (key: string) => `mark of ${key}` }
const booked = { key: KEY, is: 'done' as const, refs: new Set(['REF']), said: [] }
const story: Story = { start: START, booking: booked }
const live = booking({ start: START, uid: UID, metadata: { ref: 'REF', request: `mark of ${KEY}` } })

async function confirmed(changes: Partial<Row> = {}): Promise<Row> {
  return {
    ref: 'REF',
    action: 'book',
    state: 'confirmed',
    keyHash: await sha256(KEY),
    uid: UID,
    dueAt: null,
    ...changes,
  }
}

describe('the verdict', () => {
  it('is content when journal, Cal.com and visitor agree', async () => {
    expect(await judge({ journal: [await confirmed()], live: [live], stories: [story], secrets })).toEqual({
      lost: [],
      doubled: [],
      wronglyReported: [],
    })
  })

  it('counts a row that does not end, and a visitor who never knew, as lost', async () => {
    const journal = [await confirmed({ state: 'sent', uid: null, dueAt: START })]
    const { lost } = await judge({
      journal,
      live: [],
      stories: [{ start: START, booking: { ...booked, is: 'never known' } }],
      secrets,
    })
    expect(lost).toHaveLength(2)
  })

  it('counts two bookings of one key, and two that overlap, as doubled', async () => {
    const again = { ...live, uid: 'other' }
    const { doubled } = await judge({ journal: [await confirmed()], live: [live, again], stories: [story], secrets })
    expect(doubled).toHaveLength(2)
  })

  it('counts a booking that a visitor was told of and nobody has', async () => {
    const { wronglyReported } = await judge({ journal: [await confirmed()], live: [], stories: [story], secrets })
    expect(wronglyReported).toHaveLength(2)
  })

  it('counts a booking that a visitor was told is refused', async () => {
    const journal = [await confirmed({ state: 'refused', uid: null })]
    const { wronglyReported } = await judge({
      journal,
      live: [live],
      stories: [{ start: START, booking: { ...booked, is: 'refused' } }],
      secrets,
    })
    expect(wronglyReported).toHaveLength(2)
  })

  it('counts a change that a visitor was told of and Cal.com knows nothing of', async () => {
    const moved: Story = { ...story, change: { start: '2026-11-26T07:00:00.000Z', told: booked } }
    const cancelled: Story = { ...story, change: { told: booked } }
    const { wronglyReported } = await judge({
      journal: [await confirmed()],
      live: [live],
      stories: [moved, cancelled],
      secrets,
    })
    expect(wronglyReported).toHaveLength(2)
  })
})
