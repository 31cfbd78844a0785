import type { Attendee, Booking, BookingStatus } from '../../../demo/simulator/index.ts'
import { isRecord, type Line } from '../../support/recording.ts'
import { type Data, type Sighting, stateBefore } from './sightings.ts'

/** A booking as it was just before a line was sent at an instant, as an answer would have shown it. */
export function bookingBefore(seen: Sighting[], at: number, line: Line): Data | undefined {
  const before = stateBefore(seen, at, line, (next) => {
    // What a line changed was there, whenever it was.
    const isThere = next.line === line || Date.parse(String(next.view.createdAt)) < at
    return isThere ? undone(next) : undefined
  })
  return before && seated(before, line)
}

/** Whoever gave his seat up had one, whatever the order of the lines may seem to be. */
function seated(view: Data, line: Line): Data {
  if ('parallel' in line || line.response.status >= 300 || !isRecord(line.request.body)) return view
  const { seatUid } = line.request.body
  if (!seatUid || !line.request.path.includes(String(view.uid))) return view
  const sits = (view.attendees as Data[]).some((attendee) => attendee.seatUid === seatUid)
  return sits ? view : withSeat(view, String(seatUid))
}

/** What a change found, told from what it left behind. */
function undone({ how, line, view }: Sighting): Data {
  if (how !== 'changed' || 'parallel' in line) return view.status === 'cancelled' ? accepted(view) : view
  const { path, body } = line.request
  if (view.seatUid) return without(view, String(view.seatUid))
  if (isRecord(body) && body.seatUid) return withSeat(view, String(body.seatUid))
  if (/\/(confirm|decline)$/.test(path)) {
    return { ...view, status: 'pending', location: 'integrations:daily', meetingUrl: 'integrations:daily' }
  }
  return accepted(view)
}

function accepted({ rescheduledToUid: _, ...view }: Data): Data {
  return { ...view, status: 'accepted', cancellationReason: '', rescheduledByEmail: null }
}

const without = (view: Data, seatUid: string): Data => ({
  ...view,
  attendees: (view.attendees as Data[]).filter((attendee) => attendee.seatUid !== seatUid),
})

function withSeat(view: Data, seatUid: string): Data {
  const attendee = { name: 'Anna', email: 'anna@example.com', timeZone: 'Europe/Moscow', language: 'ru', seatUid }
  return { ...view, attendees: [...(view.attendees as Data[]), attendee] }
}

/** Adds what a move did to the booking that was moved: it is off, and known even if no answer showed it. */
export function withMoves(byUid: Map<string, Sighting[]>): Map<string, Sighting[]> {
  const moves = [...byUid.values()].flat().filter(({ how, view }) => how === 'made' && view.rescheduledFromUid)
  for (const { at, line, view } of moves) {
    const { rescheduledFromUid, reschedulingReason: _, ...rest } = view
    const uid = String(rescheduledFromUid)
    const seen = byUid.get(uid) ?? []
    const known = seen[0]?.view ?? beforeMove(rest, uid, at)
    const off: Data = { ...known, status: 'cancelled', rescheduledToUid: view.uid ?? null }
    byUid.set(
      uid,
      [...seen, { at, line, how: 'changed' as const, view: off }].sort((a, b) => a.at - b.at),
    )
  }
  return byUid
}

// No answer showed it: much of it stayed what it was.
function beforeMove(view: Data, uid: string, movedAt: number): Data {
  const { rescheduledReason: _, ...bookingFieldsResponses } = (view.bookingFieldsResponses ?? {}) as Data
  return { ...view, uid, bookingFieldsResponses, createdAt: new Date(movedAt - 1000).toISOString() }
}

/** The stored booking behind a view of it. */
export function bookingFrom(view: Data): Booking {
  const { displayEmail: _, displayGuests: __, ...responses } = (view.bookingFieldsResponses ?? {}) as Data
  const text = (key: string) => (view[key] ? String(view[key]) : undefined)
  const where = String(view.location)
  const isRoom = where.startsWith('https://app.cal.com/video/')
  return {
    id: Number(view.id),
    uid: String(view.uid),
    icsUid: String(view.icsUid),
    title: String(view.title),
    description: view.description === null ? null : String(view.description),
    status: view.status as BookingStatus,
    start: String(view.start),
    end: String(view.end),
    eventTypeId: Number(view.eventTypeId),
    location: isRoom ? 'integrations:daily' : where,
    ...(isRoom ? { videoCallUrl: where } : {}),
    createdAt: String(view.createdAt),
    updatedAt: String(view.updatedAt),
    metadata: (view.metadata ?? {}) as Data,
    attendees: view.attendees as unknown as Attendee[],
    ...(view.guests ? { guests: view.guests as string[] } : {}),
    responses,
    cancellationReason: text('cancellationReason'),
    cancelledByEmail: text('cancelledByEmail'),
    reschedulingReason: text('reschedulingReason'),
    rescheduledByEmail: text('rescheduledByEmail'),
    rescheduledFromUid: text('rescheduledFromUid'),
    rescheduledToUid: text('rescheduledToUid'),
  }
}
