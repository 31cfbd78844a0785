import { createSecrets } from '../../../proxy/secret.ts'
import { sqliteStore } from '../../../proxy/store/sqlite.node.ts'
import type { Entry } from '../../../proxy/store/store.ts'
import { offeredFor, type ServedCalcom, serveCalcom } from '../fleet/calcom.ts'
import { type Database, sqliteDatabase } from '../fleet/database.ts'
import type { Fleet, Instance } from '../fleet/fleet.ts'
import type { Orders } from '../fleet/orders.ts'
import { letThemCome, type Story } from './crowd.ts'
import { nameOf, type Occasion } from './points.ts'
import { judge, type Verdict } from './verdict.ts'
import { CALM, createWeather } from './weather.ts'

const SECRET = 'bench-0123456789-abcdefghijklmnopqrstuvwxyz'
const LATENCY_MS = 40
const DAYS = 150
/** About a twentieth of what they are; still, a call is over long before it counts as absent. */
const ORDERS: Orders = {
  times: { answer: 500, lease: 2_500, late: 1_500, pause: 150, longestPause: 600, settled: 1_000 },
  timeouts: { read: 400, write: 600 },
  everyMs: 100,
}
/** How long one waits for a process to end itself. */
const WAIT_MS = 4_000

export interface Crash extends Verdict {
  kills: number
  stories: Story[]
  /** Where the process has died, as `after book received→sent`. */
  places: Set<string>
}

export interface CrashOptions {
  fleet: Fleet
  occasions: Occasion[]
  /** Whether it should be killed once more. */
  goesOn: (soFar: { kills: number; bookings: number; places: Set<string> }) => boolean
  /** Of every process. */
  orders?: Partial<Orders>
  /** How long visitors go on until they know, and the last process until nothing is left to do (default 90 s). */
  patienceMs?: number
}

/**
 * Visitors book, move and cancel while their proxy is killed and started again; at the end it is left in peace, and
 * judged.
 */
export async function crash({ fleet, occasions, goesOn, orders, patienceMs = 90_000 }: CrashOptions): Promise<Crash> {
  const database = await sqliteDatabase()
  const weather = createWeather(() => calcom.simulator)
  const calcom: ServedCalcom = await serveCalcom({ latencyMs: LATENCY_MS, before: weather.before })
  const env = { ...calcom.env, SECRET, DATABASE_URL: database.url, TRUST_PROXY: '1' }
  const start = (dieAt?: Occasion['point']) => fleet.start(env, { ...ORDERS, ...orders, ...(dieAt && { dieAt }) })
  const places = new Set<string>()
  let instance = await start()
  let kills = 0
  const crowd = letThemCome(await offeredFor(DAYS), () => instance.url, patienceMs)
  const left = queueOf(occasions)
  for (; goesOn({ kills, bookings: bookedIn(crowd.stories), places }); kills++) {
    await instance.kill()
    await timePasses(database)
    const { point, weather: outside } = left.next()
    weather.set(outside)
    instance = await start(point)
    if (await hasEnded(instance)) places.add(nameOf(point))
    // Not come that way in time: it is killed wherever it is.
    else left.again()
  }
  await instance.kill()
  weather.set(CALM)
  instance = await start()
  const stories = await crowd.stop()
  const journal = await journalAtRest(database, patienceMs)
  const verdict = await judge({ journal, live: calcom.live(), stories, secrets: createSecrets([SECRET]) })
  await instance.kill()
  await Promise.all([calcom.close(), database.drop()])
  return { ...verdict, kills, stories, places }
}

/** How many visitors were booked. */
export const bookedIn = (stories: Story[]) => stories.filter(({ booking }) => booking.is === 'done').length

const hasEnded = ({ ended }: Instance) =>
  Promise.race([ended.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), WAIT_MS))])

/** One after the other, those that were missed again after a few others; and all of it over and over. */
function queueOf(occasions: Occasion[]) {
  const left: Occasion[] = []
  let last: Occasion
  return {
    next() {
      if (!left.length) left.push(...occasions)
      last = left.shift() as Occasion
      return last
    },
    again: () => void left.splice(2, 0, last),
  }
}

/** What Cal.com offered is forgotten, as if it were long ago. */
async function timePasses(database: Database): Promise<void> {
  await database.run("delete from cache where key like 'slots %'")
}

/** The journal when nothing is left to be done in it, or when something still is after a long while. */
async function journalAtRest({ url }: Database, patienceMs: number): Promise<Entry[]> {
  const store = await sqliteStore(url)
  const end = Date.now() + patienceMs
  let journal = await store.journal.list()
  while (journal.some(({ dueAt }) => dueAt !== null) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    journal = await store.journal.list()
  }
  await store.close()
  return journal
}
