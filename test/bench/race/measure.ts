import { type Offered, offeredFor, type ServedCalcom, serveCalcom } from '../fleet/calcom.ts'
import type { Database } from '../fleet/database.ts'
import type { Fleet } from '../fleet/fleet.ts'
import type { Orders } from '../fleet/orders.ts'
import { overlapsOf } from '../fleet/overlaps.ts'
import { type Round, runRound } from './round.ts'

/** How long Cal.com takes to write a booking: as long may others slip in. */
const LATENCY_MS = 100
const DAYS = 120
const SECRET = 'bench-0123456789-abcdefghijklmnopqrstuvwxyz'
/** Times come round again after some hundred rounds: by then they are nobody's. */
const ORDERS: Orders = { times: { settled: 5_000 }, timeouts: { read: 5_000, write: 10_000 }, everyMs: 500 }

/** What the rounds on one database came to. */
export interface Race extends Round {
  engine: Database['engine']
  rounds: number
  withClaims: boolean
}

interface RaceOptions {
  withClaims: boolean
  /** Goes on as long as this says so. */
  goesOn: (rounds: number) => boolean
}

/**
 * Rounds of parallel bookings of overlapping starts, through two processes on one database. Between the rounds the
 * calendar is cleared.
 */
export async function race(fleet: Fleet, database: Database, { withClaims, goesOn }: RaceOptions): Promise<Race> {
  const calcom = await serveCalcom({ latencyMs: LATENCY_MS })
  const env = { ...calcom.env, SECRET, DATABASE_URL: database.url, TRUST_PROXY: '1' }
  const orders: Orders = { ...ORDERS, ...(!withClaims && { without: 'claims' }) }
  const instances = await Promise.all([fleet.start(env, orders), fleet.start(env, orders)])
  try {
    return { engine: database.engine, withClaims, ...(await runRounds(instances, calcom, goesOn)) }
  } finally {
    await Promise.all(instances.map((instance) => instance.kill()))
    await calcom.close()
  }
}

async function runRounds(
  instances: Parameters<typeof runRound>[0],
  calcom: ServedCalcom,
  goesOn: RaceOptions['goesOn'],
) {
  const groups = groupsOf(await offeredFor(DAYS))
  const sum = { rounds: 0, booked: 0, doubled: 0, wronglyTold: 0, other: 0 }
  for (; goesOn(sum.rounds); sum.rounds++) {
    const round = await runRound(instances, calcom, groups[sum.rounds % groups.length] as Offered[])
    for (const name of ['booked', 'doubled', 'wronglyTold', 'other'] as const) sum[name] += round[name]
  }
  return sum
}

/** Times that overlap with one of the longest event type's; every other one of those, so that no two groups meet. */
function groupsOf(offered: Offered[]): Offered[][] {
  const longest = offered.filter(({ event }) => event === 'delo-40min')
  return longest
    .filter((_, at) => at % 2 === 0)
    .map((one) => offered.filter((other) => overlapsOf([one, other]).length))
}
