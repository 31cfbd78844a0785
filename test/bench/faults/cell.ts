import type { Action, Store } from '../../../proxy/store/store.ts'
import { memoryStore } from '../../support/memory-store.ts'
import { ACTS, type Act } from './acts.ts'
import { type Answer, type Column, type Row, SCALE, type Variant } from './table.ts'
import { createWorld, type Got, leaksOf, type World } from './world.ts'

const MINUTE = 60_000
/** So long a fault lasts. */
const LASTING_MS = 80_000
/** Between two rounds of work, and for how many at most. */
const ROUND_MS = 20_000
const MOST_ROUNDS = 60

interface Tried {
  row: Row
  column: Column
  variant: Variant
  right: Answer[]
}

/** Tries one way a fault may come, and says what was wrong. */
export async function tryOut(tried: Tried, spoil?: (store: Store) => Store): Promise<string[]> {
  const act = ACTS[tried.column]
  const world = await createWorld(spoil, await memoryStore())
  await prepare(act, tried, world)
  breakDown(act, tried, world)
  const got = await act.send(world)
  const answer = answerOf(got)
  const faults = [
    ...((tried.right as string[]).includes(answer) ? [] : [`answered ${answer}, not ${tried.right.join(' or ')}`]),
    ...leaksOf(got, world.simulator.account.bookings).map((leak) => `the answer holds ${leak.slice(0, 12)}`),
    ...(got.isLate ? [`answered after ${Math.round(got.ms / SCALE)} ms`] : []),
    ...toldInLog(tried, world),
    ...(await comeToRest(act, tried, answer, world)),
  ]
  await world.store.close()
  return faults
}

async function prepare(act: Act, { column, variant }: Tried, world: World): Promise<void> {
  const isRead = column === 'event' || column === 'slots'
  if (!isRead || variant.includes('known')) await act.prepare(world)
  // Of slots, the event type is not what is broken.
  if (column === 'slots') await world.ask('/v1/events/delo-40min')
  if (isRead || variant.includes('known')) world.simulator.clock.advance((variant.includes('long') ? 16 : 12) * MINUTE)
}

function breakDown({ on }: Act, { row, variant }: Tried, { simulator }: World): void {
  const times = variant.startsWith('once') ? { times: 1 } : {}
  const fault = { ...row.fault, ...times }
  simulator.break(variant === 'down' ? fault : { ...fault, on })
}

function answerOf({ status, body, headers }: Got): string {
  const { status: stands, stale } = JSON.parse(body)
  if (status === 202) return `202 ${stands}`
  if (status === 503) return headers.has('retry-after') ? '503 later' : '503'
  return stale ? `${status} stale` : String(status)
}

/** Answers that we cannot read as long as they come: somebody must hear of it. */
function toldInLog({ row, column, variant }: Tried, world: World): string[] {
  const isMute =
    row.fault.kind === 'shape' && (column === 'event' || column === 'slots') && variant.startsWith('lasting')
  return isMute && !world.log().includes('CalcomShapeError') ? ['the log does not tell of it'] : []
}

/** After a while Cal.com is mended; then what was promised must come about, and what was refused must not. */
async function comeToRest(
  { action, isDone }: Act,
  { variant }: Tried,
  answer: string,
  world: World,
): Promise<string[]> {
  if (!isDone || !action) return []
  if (!variant.startsWith('once')) await world.pass(LASTING_MS)
  world.simulator.mend()
  const rows = async () => (await world.journal()).filter((entry) => entry.action === action)
  for (let round = 0; round < MOST_ROUNDS && (await rows()).some(({ dueAt }) => dueAt !== null); round++)
    await world.pass(ROUND_MS)
  const [row, ...others] = await rows()
  if (!row || row.dueAt !== null) return [`the row stays ${row?.state ?? 'missing'}`]
  const done = isDone(world)
  const says = row.state === 'confirmed'
  const promised = promiseOf(answer, action) ?? says
  return [
    ...(others.length ? [`${others.length + 1} rows`] : []),
    ...(done === undefined ? [`Cal.com has ${world.live().length} bookings`] : []),
    ...(done === says ? [] : [`the row is ${row.state}, and Cal.com has ${done ? '' : 'not '}done it`]),
    ...(promised === says ? [] : [`told ${answer}, and then the row is ${row.state}`]),
    ...((await isSame(world)) ? [] : ['the booking in the journal is not as Cal.com has it']),
  ]
}

/** Whether it must be done by an answer, or must not; `undefined`: he will be told. */
function promiseOf(answer: string, action: Action): boolean | undefined {
  if (answer.startsWith('503')) return false
  return answer.startsWith('202') && action !== 'book' ? undefined : true
}

async function isSame(world: World): Promise<boolean> {
  const entry = (await world.journal()).find(({ action }) => action === 'book')
  const [booking] = world.live()
  if (!booking || entry?.state !== 'confirmed') return !booking && entry?.state !== 'confirmed'
  return entry.uid === booking.uid && entry.start === booking.start
}
