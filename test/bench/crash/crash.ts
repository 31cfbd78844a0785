import { createFleet } from '../fleet/fleet.ts'
import { table, thousands } from '../table.ts'
import { bookedIn, crash } from './measure.ts'
import { nameOf, OCCASIONS } from './points.ts'

/**
 * `npm run bench:crash`: visitors book, move and cancel while their proxy is killed with SIGKILL and started again: at
 * every turn that a journal row takes, at other steps on the way, and wherever it happens to be. Cal.com is unwell
 * meanwhile: some calls break, with the work done or not, some find no connection, and sometimes the owner takes the
 * time herself. At the end the journal, the simulator and what each visitor was told are compared. As many kills as fit
 * into 50 s; with `--full` at least 60, 500 bookings, and every place. `--json` prints one line.
 *
 * Lifted, as they are not what is measured: the budget of calls and the limits of a day.
 */
const isFull = process.argv.includes('--full')
const KILLS = 60
const BOOKINGS = 500
const MOST_KILLS = 300
const WORK_MS = 36_000

const began = performance.now()
const fleet = await createFleet()
const result = await crash({
  fleet,
  occasions: OCCASIONS,
  goesOn({ kills, bookings, places }) {
    if (!isFull) return performance.now() - began < WORK_MS
    const isDone = kills >= KILLS && bookings >= BOOKINGS && places.size === OCCASIONS.length
    return !isDone && kills < MOST_KILLS
  },
}).finally(() => fleet.close())

const { kills, stories, places, ...verdict } = result
const told = stories.flatMap(({ booking, change }) => (change ? [booking, change.told] : [booking]))
const missed = OCCASIONS.map(({ point }) => nameOf(point)).filter((place) => !places.has(place))
const counts = {
  kills,
  requests: told.reduce((sum, { said }) => sum + said.length, 0),
  visits: stories.length,
  bookings: bookedIn(stories),
  changes: stories.filter(({ change }) => change?.told.is === 'done').length,
  lost: verdict.lost.length,
  doubled: verdict.doubled.length,
  wrongly_reported: verdict.wronglyReported.length,
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ ...counts, transitions: [...places], missed }))
else {
  const rows = Object.entries(counts).map(([name, count]) => [name.replace('_', ' '), thousands(count)])
  console.log(table(rows))
  console.log(`\nKilled\n  ${[...places].join('\n  ')}`)
  if (missed.length) console.log(`\nNot come by\n  ${missed.join('\n  ')}`)
}
const troubles = Object.entries(verdict).flatMap(([kind, all]) => all.map((one: string) => `${kind}: ${one}`))
for (const trouble of troubles) console.error(trouble)
// Where nothing was booked, nothing was measured.
if (troubles.length || !counts.bookings) process.exitCode = 1
