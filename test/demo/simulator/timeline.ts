import { dataOf, type Exchange, isRecord, type Json, type Line } from '../../support/recording.ts'

const DAY_MS = 24 * 60 * 60_000

/** Where a request stood in its caller's minute: what was left of the allowance tells the order. */
interface Point {
  line: Exchange
  caller: string
  remaining: number
  /** Seconds to the end of the minute. */
  reset: number
}

type Told = Point & { at: number }

/**
 * When each line was recorded, in epoch milliseconds. Most answers say so themselves. The others are put between
 * their neighbours: within a caller's minute the allowance only falls, so it numbers the requests.
 */
export function timelineOf(lines: Line[]): Map<Line, number> {
  const times = new Map<Line, number>()
  for (const line of lines) {
    const at = 'parallel' in line ? firstWin(line.parallel.map(dataOf)) : toldBy(line)
    if (at !== undefined) times.set(line, at)
  }
  const points = lines.flatMap(pointOf)
  const minutes = minutesOf(points.flatMap((point) => withTime(point, times.get(point.line))))
  const early = times.size > 0 ? Math.min(...times.values()) : beforeAll(lines)
  for (const line of lines) if (!times.has(line)) times.set(line, 'parallel' in line ? early : between(minutes, line))
  return times

  function between(all: Told[][], line: Exchange) {
    const [point] = pointOf(line)
    return (point && placed(all, point)) ?? Math.max(early, shownBy(line) + 1)
  }
}

/** Where no line tells its time: a day ahead of the first instant that any of them names. */
function beforeAll(lines: Line[]): number {
  const named =
    JSON.stringify(lines).match(/\b2\d{3}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?/g) ?? []
  const instants = named.map((text) => Date.parse(text)).filter((at) => !Number.isNaN(at))
  return instants.length > 0 ? Math.min(...instants) - DAY_MS : Date.UTC(2026, 0, 1)
}

/** The instant an answer names: of its making, of its end, or of an error. */
function toldBy({ request, response }: Exchange): number | undefined {
  const { body, status } = response
  if (isRecord(body) && typeof body.timestamp === 'string') return Date.parse(body.timestamp)
  const data = dataOf(response)
  if (!isRecord(data)) return undefined
  const { createdAt, updatedAt } = data
  const heldAt = holdOf(data)
  if (heldAt !== undefined) return heldAt
  // Who joins or leaves others is not the one who made the booking.
  if (data.seatUid || (isRecord(request.body) && request.body.seatUid)) return undefined
  if (status === 201 && createdAt) return Date.parse(String(createdAt))
  if (request.method === 'POST' && updatedAt) return Date.parse(String(updatedAt))
  return undefined
}

/** When a reservation was made. */
const holdOf = ({ reservationDuration: minutes, reservationUntil: until }: { [key: string]: Json }) =>
  typeof minutes === 'number' ? Date.parse(String(until)) - minutes * 60_000 : undefined

function firstWin(all: Json[]): number | undefined {
  const made = all.filter(isRecord).flatMap((data) => {
    return holdOf(data) ?? (data.createdAt ? Date.parse(String(data.createdAt)) : [])
  })
  return made.length > 0 ? Math.min(...made) : undefined
}

function pointOf(line: Line): Point[] {
  if ('parallel' in line) return []
  const headers = new Headers(line.response.headers)
  const left = headers.get('x-ratelimit-remaining-default')
  if (left === null) return []
  const caller = new Headers(line.request.headers).get('authorization')?.replace('Bearer ', '') ?? ''
  return [{ line, caller, remaining: Number(left), reset: Number(headers.get('x-ratelimit-reset-default')) }]
}

const withTime = (point: Point, at: number | undefined): Told[] => (at === undefined ? [] : [{ ...point, at }])

/** The points of each caller's minutes, in order; where the allowance rises, a new one has begun. */
function minutesOf(points: Told[]): Told[][] {
  const minutes: Told[][] = []
  for (const point of [...points].sort((a, b) => a.caller.localeCompare(b.caller) || a.at - b.at)) {
    const minute = minutes.at(-1)
    const last = minute?.at(-1)
    if (minute && last?.caller === point.caller && last.remaining > point.remaining) minute.push(point)
    else minutes.push([point])
  }
  return minutes
}

interface Place {
  minute: Told[]
  before?: Told
  after?: Told
}

/** The likeliest instant of a point: in the minute that has room for it; of several, where its own area is near. */
function placed(minutes: Told[][], point: Point): number | undefined {
  const places = minutes
    .filter(([first]) => first?.caller === point.caller)
    .filter((minute) => minute.every(({ remaining }) => remaining !== point.remaining))
    .map(
      (minute): Place => ({
        minute,
        before: minute.findLast(({ remaining }) => remaining > point.remaining),
        after: minute.find(({ remaining }) => remaining < point.remaining),
      }),
    )
    .filter(({ before, after }) => {
      const isInOrder = (before?.reset ?? Infinity) >= point.reset && (after?.reset ?? -Infinity) <= point.reset
      return isInOrder && (after?.at ?? Infinity) > shownBy(point.line)
    })
  const [place] = places.sort((a, b) => kinship(b, point) - kinship(a, point))
  return place && Math.max(within(place, point), shownBy(point.line) + 1)
}

/** The latest change that an answer shows: it was read after that. */
function shownBy({ response }: Exchange): number {
  const data = dataOf(response)
  const all = Array.isArray(data) ? data : [data]
  const changes = all.map((one) => (isRecord(one) ? Date.parse(String(one.updatedAt)) : Number.NaN))
  return Math.max(-Infinity, ...changes.filter((at) => !Number.isNaN(at)))
}

const areaOf = ({ name }: Line) => name.split('-')[0]?.replace(/s$/, '')

const kinship = ({ before, after }: Place, { line }: Point) =>
  [before, after].filter((one) => one && areaOf(one.line) === areaOf(line)).length

/** Between its neighbours, and in the second that the reset tells: as far on as it is in number, if they are near. */
function within({ minute, before, after }: Place, { remaining, reset }: Point): number {
  const end = Math.min(...minute.map((told) => told.at + told.reset * 1000))
  const from = Math.max(before?.at ?? -Infinity, end - reset * 1000)
  const to = Math.min(after?.at ?? Infinity, end - (reset - 1) * 1000)
  const first = before?.remaining ?? 120
  const share = (first - remaining) / (first - (after?.remaining ?? 0))
  if (from !== before?.at && to !== after?.at) return (from + to) / 2 + share
  const linear = (before?.at ?? from) + ((after?.at ?? to) - (before?.at ?? from)) * share
  return Math.min(Math.max(linear, from), to)
}
