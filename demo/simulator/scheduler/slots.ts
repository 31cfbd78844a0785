import { type Account, type Booking, type EventType, eventTypeOf, type Reservation, seatsOf } from '../account.ts'
import { nineToFive } from '../schedule/hours.ts'
import { dayIn, MINUTE, toMs } from '../time.ts'
import { startsIn } from './grid.ts'
import { type Limits, limitsOf, lookAhead } from './period.ts'
import { clip, contains, overlaps, type Range, subtract } from './ranges.ts'
import { hasOpenSeats, rangeOf, takenTimes } from './taken.ts'
import { type Hours, windowsOf } from './windows.ts'

/** A time on offer; at event types with seats also the booking one would join. */
export interface Slot {
  start: number
  joins?: Booking
  /** How many seats are held. */
  reserved?: number
}

export interface SlotsQuery {
  account: Account
  eventType: EventType
  bounds: Range
  /** Zone of the days and of the round hours. */
  timeZone: string
  /** Minutes; the event type's own when left out. */
  duration?: number
  /** The booking being moved: its time counts as free. */
  exceptUid?: string
  now: number
}

/** The times on offer between two instants, in order. */
export function offeredSlots(query: SlotsQuery): Slot[] {
  const limits = limitsFor(query)
  const slots = gridSlots(query).filter(({ start }) => start >= limits.from && start <= limits.to)
  return query.eventType.onlyShowFirstAvailableSlot ? firstOfDays(slots, query.timeZone) : slots
}

/** Whether one may book at all at this time: `past`, `bounds` (notice, booking window), `taken` – or free. */
export function refusalFor(query: Omit<SlotsQuery, 'bounds'>, meeting: Range): 'past' | 'bounds' | 'taken' | undefined {
  const { account, eventType, now, timeZone } = query
  if (meeting.start < now) return 'past'
  if (meeting.start < now + eventType.minimumBookingNotice * MINUTE) return 'bounds'
  const { from, to } = limitsOf({ window: eventType.bookingWindow, now, timeZone, hostZone: account.user.timeZone })
  if (meeting.start < from || meeting.start > to) return 'bounds'
  const open = windowsOf(scheduleOf(account, eventType), meeting).some((window) => contains(window, meeting))
  const taken = takenTimes(account, eventType, query.exceptUid).some((one) => overlaps(one, meeting))
  return open && !taken ? undefined : 'taken'
}

/** The event type's hours, else the user's default ones; who has set no default has the first ones for it. */
function scheduleOf({ schedules, user }: Account, { scheduleId }: EventType): Hours {
  const wanted = scheduleId ?? user.defaultScheduleId ?? schedules[0]?.id
  const none = { timeZone: user.timeZone, availability: nineToFive(), overrides: [] }
  return schedules.find(({ id }) => id === wanted) ?? none
}

function gridSlots(query: SlotsQuery): Slot[] {
  const { account, eventType, now, timeZone, bounds } = query
  const length = query.duration ?? eventType.lengthInMinutes
  const earliest = now + eventType.minimumBookingNotice * MINUTE
  const asked = { start: Math.max(bounds.start, now + (eventType.minimumBookingNotice || 1) * MINUTE), end: bounds.end }
  const open = clip(windowsOf(scheduleOf(account, eventType), asked), asked)
  const free = subtract(open, takenTimes(account, eventType, query.exceptUid))
  const grid = { every: eventType.slotInterval || length, length, offset: eventType.offsetStart, timeZone }
  const reserved = reservedTimes(account, eventType, now)
  return startsIn(free, grid)
    .filter((start) => start >= earliest)
    .filter((start) => !reserved.some((one) => overlaps(one, { start, end: start + length * MINUTE })))
    .flatMap((start) => withSeats(account, eventType, { start, end: start + length * MINUTE }, now))
}

// Reservations hide starts; they do not move the grid, as a booking does. One of a seat hides nothing.
const reservedTimes = (account: Account, eventType: EventType, now: number) =>
  seatsOf(eventType) > 0
    ? []
    : liveReservations(account, now)
        .filter(({ eventTypeId }) => seatsOf(eventTypeOf(account, eventTypeId)) === 0)
        .map(rangeOf)

const liveReservations = ({ reservations }: Account, now: number) =>
  reservations.filter(({ until }) => toMs(until) > now)

/**
 * One joins a booking that has open seats at its start; in its midst nothing is on offer. A reserved seat is not open.
 */
function withSeats(account: Account, eventType: EventType, meeting: Range, now: number): Slot[] {
  const { start } = meeting
  const seats = seatsOf(eventType)
  if (seats === 0) return [{ start }]
  const met = account.bookings.find((one) => hasOpenSeats(one, eventType) && overlaps(rangeOf(one), meeting))
  if (met && toMs(met.start) !== start) return []
  const isHere = (one: Reservation) => one.eventTypeId === eventType.id && toMs(one.start) === start
  const reserved = liveReservations(account, now).filter(isHere).length
  return (met?.attendees.length ?? 0) + reserved < seats ? [{ start, joins: met, reserved }] : []
}

function limitsFor(query: SlotsQuery): Limits {
  const { eventType, now, timeZone, account } = query
  const openDays = () =>
    new Set(gridSlots({ ...query, bounds: lookAhead(now) }).map(({ start }) => dayIn(start, timeZone).toString()))
  return limitsOf({ window: eventType.bookingWindow, now, timeZone, hostZone: account.user.timeZone, openDays })
}

function firstOfDays(slots: Slot[], timeZone: string) {
  const days = new Set<string>()
  return slots.filter(({ start }) => {
    const day = dayIn(start, timeZone).toString()
    return !days.has(day) && days.add(day)
  })
}
