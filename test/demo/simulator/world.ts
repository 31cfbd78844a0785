import type { Account, EventType, Reservation, Schedule } from '../../../demo/simulator/index.ts'
import { eventType, olga } from '../../../demo/simulator/index.ts'
import type { Line, Recording } from '../../support/recording.ts'
import { bookingBefore, bookingFrom, withMoves } from './past-booking.ts'
import { type Data, type Kind, type Sighting, sightingsOf, stateBefore } from './sightings.ts'
import { timelineOf } from './timeline.ts'

/** A recording read once: when its lines were, and what they show. */
export interface Past {
  times: Map<Line, number>
  sightings: Record<Kind, Map<string, Sighting[]>>
}

export function pastOf(recording: Recording): Past {
  const times = timelineOf(recording)
  const of = (kind: Kind) => sightingsOf(recording, times, kind)
  const sightings = {
    ...{ bookings: withMoves(of('bookings')), eventTypes: of('eventTypes'), schedules: of('schedules') },
    ...{ reservations: of('reservations'), webhooks: of('webhooks'), me: of('me') },
  }
  return { times, sightings }
}

/** The account the recording was made on, as it was when a line was sent at an instant, as far as the lines tell. */
export function worldAt({ sightings }: Past, line: Line, at: number): Account {
  const account = olga()
  const before = (kind: Kind) =>
    [...sightings[kind].values()].map((seen) => stateBefore(seen, at, line, ({ view }) => view)).filter(isKnown)
  const schedules = before('schedules')
  if (sightings.schedules.size > 0) account.schedules = schedules.map(scheduleFrom)
  for (const view of before('me')) Object.assign(account.user, view)
  const byDefault = schedules.find(({ isDefault }) => isDefault)
  if (sightings.schedules.size > 0) account.user.defaultScheduleId = byDefault ? Number(byDefault.id) : null
  account.bookings = [...sightings.bookings.values()]
    .map((seen) => bookingBefore(seen, at, line))
    .filter(isKnown)
    .map(bookingFrom)
    .sort((a, b) => a.id - b.id)
  account.reservations = before('reservations').map(reservationFrom)
  const known = eventTypesBefore(sightings.eventTypes, at, line)
  account.eventTypes = [...known, ...onlyBooked(sightings, at)].sort((a, b) => a.id - b.id)
  return account
}

const isKnown = (view: Data | undefined) => view !== undefined

const scheduleFrom = ({ id, name, timeZone, availability, overrides }: Data) =>
  ({ id, name, timeZone, availability, overrides }) as unknown as Schedule

const reservationFrom = (view: Data): Reservation => ({
  uid: String(view.reservationUid),
  eventTypeId: Number(view.eventTypeId),
  start: String(view.slotStart),
  end: String(view.slotEnd),
  until: String(view.reservationUntil),
})

function eventTypesBefore(all: Map<string, Sighting[]>, at: number, line: Line): EventType[] {
  return [...all.values()].flatMap((seen) => {
    const view = stateBefore(seen, at, line, (next) => next.view)
    if (!view) return []
    // A list leaves hidden fields out.
    const whole = seen.find((one) => one.at <= at && JSON.stringify(one.view).includes('"slug":"title"'))
    return stored({ ...view, bookingFields: whole?.view.bookingFields ?? view.bookingFields ?? [] })
  })
}

// The answer holds things of the owner, too, which the simulator adds by itself.
function stored(view: Data): EventType {
  const plain = eventType({ slug: String(view.slug) })
  const own = Object.entries(view).filter(([key]) => key in plain || key === 'lengthInMinutesOptions')
  return { ...plain, ...Object.fromEntries(own) }
}

/** Event types that no answer shows, but bookings are of: what the bookings tell. */
function onlyBooked({ bookings, eventTypes }: Past['sightings'], at: number): EventType[] {
  const found = new Map<string, EventType>()
  for (const { view } of [...bookings.values()].flat()) {
    if (eventTypes.has(String(view.eventTypeId)) || !view.eventType) continue
    const [title = ''] = String(view.title).split(' между ')
    const { slug } = view.eventType as Data
    const waits = [...bookings.values()].flat().some((one) => {
      return one.view.eventTypeId === view.eventTypeId && one.view.status === 'pending'
    })
    const confirmation = { type: 'always', blockUnconfirmedBookingsInBooker: false } as const
    const id = Number(view.eventTypeId)
    const more = { lengthInMinutes: Number(view.duration), ...(waits ? { confirmationPolicy: confirmation } : {}) }
    if (Date.parse(String(view.createdAt)) <= at + 60_000)
      found.set(`${id}`, eventType({ id, slug: String(slug), title, ...more }))
  }
  return [...found.values()]
}
