import type { Account, EventType, Reservation, Schedule, Webhook } from '../../../demo/simulator/index.ts'
import { eventType, olga } from '../../../demo/simulator/index.ts'
import type { Exchange, Line } from '../../support/recording.ts'
import { bookingBefore, bookingFrom, withMoves } from './past-booking.ts'
import { calendarsIn } from './past-calendars.ts'
import { type Data, type Kind, type Sighting, sightingsOf, stateBefore } from './sightings.ts'
import { timelineOf } from './timeline.ts'
import { unseenBooking } from './unseen.ts'

/** Lines of one session read once: when they were, and what they show. */
export interface Past {
  exchanges: Exchange[]
  times: Map<Line, number>
  sightings: Record<Kind, Map<string, Sighting[]>>
}

export function pastOf(lines: Line[]): Past {
  const times = timelineOf(lines)
  const of = (kind: Kind) => sightingsOf(lines, times, kind)
  const sightings = {
    ...{ bookings: withMoves(of('bookings')), eventTypes: of('eventTypes'), schedules: of('schedules') },
    ...{ reservations: of('reservations'), webhooks: of('webhooks'), me: of('me') },
  }
  return { exchanges: lines.filter((line): line is Exchange => 'request' in line), times, sightings }
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
  account.bookings.push(...unseenBooking(line, at, account.bookings))
  account.reservations = before('reservations').map(reservationFrom)
  Object.assign(account, calendarsIn(line))
  account.webhooks = before('webhooks').map(webhookFrom)
  if (sightings.eventTypes.size > 0) account.eventTypes = eventTypesBefore(sightings.eventTypes, at, line)
  const shown = [...sightings.eventTypes.keys()].map(Number)
  const known = [...shown, ...account.eventTypes.map(({ id }) => id)]
  account.eventTypes.push(...onlyBooked(sightings.bookings, known, at))
  account.eventTypes.sort((a, b) => a.id - b.id)
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

const webhookFrom = ({ id, subscriberUrl, triggers, active, secret, payloadTemplate, createdAt }: Data) =>
  ({ id, subscriberUrl, triggers, active, secret, payloadTemplate, createdAt }) as unknown as Webhook

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
function onlyBooked(bookings: Map<string, Sighting[]>, known: number[], at: number): EventType[] {
  const views = [...bookings.values()].flat().map(({ view }) => view)
  const ids = new Set(views.map(({ eventTypeId }) => Number(eventTypeId)).filter((id) => !known.includes(id)))
  return [...ids].flatMap((id) => {
    const own = views.filter(({ eventTypeId, eventType }) => eventTypeId === id && eventType)
    // It was made before its first booking, but nobody knows how long.
    const isThere = own.some(({ createdAt }) => Date.parse(String(createdAt)) <= at + 60_000)
    return isThere ? [likeItsBookings(id, own)] : []
  })
}

function likeItsBookings(id: number, views: Data[]): EventType {
  const [first = {}] = views
  const attendees = views.map((view) => view.attendees as Data[])
  const seatsPerTimeSlot = Math.max(...attendees.map(({ length }) => length))
  const isSeated = attendees.flat().some(({ seatUid }) => seatUid)
  return eventType({
    id,
    slug: String((first.eventType as Data).slug),
    title: String(first.title).split(' между ')[0],
    lengthInMinutes: Number(first.duration),
    ...(views.some(({ status }) => status === 'pending')
      ? { confirmationPolicy: { type: 'always', blockUnconfirmedBookingsInBooker: false } }
      : {}),
    ...(isSeated ? { seats: { seatsPerTimeSlot, showAttendeeInfo: true, showAvailabilityCount: true } } : {}),
  })
}
