import { type Database, postgresDatabase, sqliteDatabase } from '../fleet/database.ts'
import { createFleet, type Fleet } from '../fleet/fleet.ts'
import { table, thousands } from '../table.ts'
import { type Race, race } from './measure.ts'

/**
 * `npm run bench:race`: rounds of eight parallel bookings of overlapping starts, through two proxy processes on one
 * database, against the simulator, which lets such bookings through as Cal.com does: first a few rounds with the claims
 * switched off, to show that. On SQLite, and on PostgreSQL when `TEST_POSTGRES_URL` is set; as many rounds as fit
 * into 50 s, with `--full` 1,000 on each. `--json` prints one line.
 *
 * Lifted, as they are not what is measured: the limits of a day, the budget of calls, and the simulator's limit of
 * requests. Between the rounds the calendar is cleared.
 */
const isFull = process.argv.includes('--full')
const ROUNDS = 1_000
const ROUNDS_WITHOUT_CLAIMS = 10
const IN_ALL_MS = 44_000

const databases: (() => Promise<Database>)[] = [sqliteDatabase]
const { TEST_POSTGRES_URL } = process.env
if (TEST_POSTGRES_URL) databases.push(() => postgresDatabase(TEST_POSTGRES_URL))

async function runOn(fleet: Fleet, open: () => Promise<Database>, until: number): Promise<Race[]> {
  const goesOn = isFull ? (rounds: number) => rounds < ROUNDS : () => performance.now() < until
  const without = await onOwn(open, (database) =>
    race(fleet, database, { withClaims: false, goesOn: (rounds) => rounds < ROUNDS_WITHOUT_CLAIMS }),
  )
  return [without, await onOwn(open, (database) => race(fleet, database, { withClaims: true, goesOn }))]
}

async function onOwn<T>(open: () => Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await open()
  return work(database).finally(() => database.drop())
}

function report(races: Race[]): string {
  const rows = races.map(({ engine, withClaims, rounds, booked, doubled, wronglyTold, other }) => [
    `${engine}${withClaims ? '' : ', claims switched off'}`,
    ...[rounds, booked, doubled, wronglyTold, other].map(thousands),
  ])
  return table([['', 'rounds', 'booked', 'double booked', 'wrongly told', 'other answers'], ...rows])
}

const fleet = await createFleet()
const races: Race[] = []
try {
  for (const [at, open] of databases.entries()) {
    races.push(...(await runOn(fleet, open, (IN_ALL_MS * (at + 1)) / databases.length)))
  }
} finally {
  await fleet.close()
}
const [without, measured] = [races.filter((one) => !one.withClaims), races.filter((one) => one.withClaims)]
const sum = (of: Race[], name: 'rounds' | 'booked' | 'doubled' | 'wronglyTold' | 'other') =>
  of.reduce((total, one) => total + one[name], 0)
const result = {
  rounds: sum(measured, 'rounds'),
  double_booked: sum(measured, 'doubled'),
  booked: sum(measured, 'booked'),
  wrongly_told: sum(measured, 'wronglyTold'),
  other_answers: sum(measured, 'other'),
  without_claims: sum(without, 'doubled'),
  engine: measured.map(({ engine }) => engine).join(', '),
}
console.log(process.argv.includes('--json') ? JSON.stringify(result) : report(races))
if (!TEST_POSTGRES_URL) console.error('PostgreSQL was left out: TEST_POSTGRES_URL is not set.')
const isRight = !result.double_booked && !result.wrongly_told && !result.other_answers
// A measure that sees nothing, even where there must be something, says nothing.
if (!isRight || !result.booked || !result.without_claims) process.exitCode = 1
