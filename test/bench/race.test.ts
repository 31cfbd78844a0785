import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sqliteDatabase } from './fleet/database.ts'
import { createFleet, type Fleet } from './fleet/fleet.ts'
import { race } from './race/measure.ts'

/** A few seconds, unless the machine has much else to do. */
const TIME_LIMIT_MS = 60_000

let fleet: Fleet
beforeAll(async () => {
  fleet = await createFleet()
}, TIME_LIMIT_MS)
afterAll(() => fleet.close())

async function rounds(most: number, withClaims: boolean) {
  const database = await sqliteDatabase()
  return race(fleet, database, { withClaims, goesOn: (done) => done < most }).finally(() => database.drop())
}

describe('the race', () => {
  it(
    'finds every visitor told as it is, and nobody booked twice',
    async () => {
      const result = await rounds(3, true)
      expect(result).toMatchObject({ rounds: 3, doubled: 0, wronglyTold: 0, other: 0 })
      expect(result.booked).toBeGreaterThan(0)
    },
    TIME_LIMIT_MS,
  )

  it(
    'finds double bookings where nobody claims a time',
    async () => {
      expect((await rounds(8, false)).doubled).toBeGreaterThan(0)
    },
    TIME_LIMIT_MS,
  )
})
