import { dataOf, type Exchange, isRecord, type Json, type Line } from '../../support/recording.ts'

export type Data = { [key: string]: Json }

/** What an account holds several of, and how it is known in an answer: by a property that only it has. */
export const KINDS = {
  bookings: { has: 'icsUid', key: 'uid', path: '/v2/bookings' },
  eventTypes: { has: 'lengthInMinutes', key: 'id', path: '/v2/event-types' },
  schedules: { has: 'overrides', key: 'id', path: '/v2/schedules' },
  reservations: { has: 'reservationUid', key: 'reservationUid', path: '/v2/slots/reservations' },
  webhooks: { has: 'subscriberUrl', key: 'id', path: '/v2/webhooks' },
  me: { has: 'defaultScheduleId', key: 'id', path: '/v2/me' },
} as const

export type Kind = keyof typeof KINDS

/** One look at a thing: in the answer that made, showed, changed or deleted it, or in a full list that lacks it. */
export interface Sighting {
  at: number
  line: Line
  how: 'made' | 'seen' | 'changed' | 'gone' | 'absent'
  view: Data
}

/** Everything a recording shows of one kind, by key, each in the order of time. */
export function sightingsOf(lines: Line[], times: Map<Line, number>, kind: Kind): Map<string, Sighting[]> {
  const all = lines.flatMap((line) => inLine(line, times.get(line) ?? 0, kind))
  const byKey = new Map<string, Sighting[]>()
  for (const sighting of all) {
    const key = String(sighting.view[KINDS[kind].key])
    byKey.set(key, [...(byKey.get(key) ?? []), sighting])
  }
  for (const line of lines.filter((one): one is Exchange => 'request' in one && isFullList(one, kind))) {
    const listed = viewsIn(line.response.body, kind).map((view) => String(view[KINDS[kind].key]))
    for (const [key, seen] of byKey) {
      if (!listed.includes(key)) seen.push({ at: times.get(line) ?? 0, line, how: 'absent', view: {} })
    }
  }
  for (const seen of byKey.values()) seen.sort((a, b) => a.at - b.at)
  return byKey
}

function inLine(line: Line, at: number, kind: Kind): Sighting[] {
  if ('parallel' in line) {
    const won = line.parallel.filter(({ status }) => status === 201).flatMap(({ body }) => viewsIn(body, kind))
    return won.map((view): Sighting => ({ at, line, how: 'made', view }))
  }
  const { request, response } = line
  if (response.status >= 300) return []
  const views = viewsIn(response.body, kind)
  if (views.length > 0) return views.map((view) => ({ at, line, how: howSeen(line, view), view }))
  const { path, key } = KINDS[kind]
  const isDeleted = request.method === 'DELETE' && request.path.startsWith(`${path}/`)
  return isDeleted ? [{ at, line, how: 'gone', view: { [key]: request.path.split('/').at(-1) ?? '' } }] : []
}

function howSeen({ request, response }: Exchange, view: Data): Sighting['how'] {
  if (request.method === 'GET') return 'seen'
  if (request.method === 'DELETE') return 'gone'
  // Who takes a seat beside others makes nothing new.
  const isJoined = Boolean(view.seatUid) && Array.isArray(view.attendees) && view.attendees.length > 1
  return response.status === 201 && !isJoined ? 'made' : 'changed'
}

function viewsIn(body: Json, kind: Kind): Data[] {
  const data = dataOf({ status: 200, body })
  const all = Array.isArray(data) ? data : [data]
  return all.filter((one): one is Data => isRecord(one) && KINDS[kind].has in one)
}

const isFullList = ({ request, response }: Exchange, kind: Kind) =>
  kind !== 'bookings' &&
  request.method === 'GET' &&
  request.path === KINDS[kind].path &&
  Array.isArray(dataOf(response)) &&
  (viewsIn(response.body, kind).length > 0 || isEmpty(response.body)) &&
  new Headers(request.headers).has('authorization')

const isEmpty = (body: Json) => JSON.stringify(dataOf({ status: 200, body })) === '[]'

/** A thing as it was just before a line (for a read: as the read shows it); `undefined` when it was not there. */
export function stateBefore(seen: Sighting[], at: number, line: Line, back: (next: Sighting) => Data | undefined) {
  const last = seen.findLast(
    (one) => one.at < at || (one.line === line && (one.how === 'seen' || one.how === 'absent')),
  )
  if (last) return last.how === 'gone' || last.how === 'absent' ? undefined : last.view
  // An answer to a deletion does not always say what there was.
  const next = seen.find(({ view, how }) => how !== 'gone' || Object.keys(view).length > 1)
  return !next || next.how === 'made' || next.how === 'absent' ? undefined : back(next)
}
