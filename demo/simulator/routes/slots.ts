import { Hono } from 'hono'
import { type Account, type EventType, eventTypeOf, seatsOf } from '../account.ts'
import { type Core, type Env, success } from '../core.ts'
import { guard } from '../http/guard.ts'
import { refuse } from '../http/refusal.ts'
import { only, pathOf } from '../http/version.ts'
import type { Range } from '../scheduler/ranges.ts'
import { offeredSlots, type Slot } from '../scheduler/slots.ts'
import { dayIn, isoIn, MINUTE, toMs } from '../time.ts'
import { readSlotsQuery, type SlotsInput } from './slots-query.ts'

// Cal.com answers the same question from memory for so long: a time just booked still looks free.
const CACHE_MS = 2000
const DAY_MS = 24 * 60 * MINUTE
const YEAR_MS = 365 * DAY_MS

/** `GET /v2/slots`: the times on offer, by the day of the asked zone. */
export function slots(core: Core) {
  const { account, clock } = core
  const cache = new Map<string, { at: number; body: object }>()
  return new Hono<Env>().get('/v2/slots', only('2024-09-04'), guard(core, 'open'), (c) => {
    const now = clock.now().getTime()
    const path = pathOf(c.req.raw)
    const input = readSlotsQuery(new URL(c.req.url).searchParams)
    const eventType = eventTypeFor(account, input)
    const known = cache.get(path)
    if (known && now >= known.at && now - known.at < CACHE_MS) return c.json(known.body)
    const body = success(byDay(account, eventType, input, now))
    cache.set(path, { at: now, body })
    return c.json(body)
  })
}

function eventTypeFor(account: Account, { eventTypeId, eventTypeSlug, username, teamSlug }: SlotsInput): EventType {
  if (username !== undefined && username !== account.user.username && eventTypeId === undefined) {
    throw refuse(404, `User with username ${username} not found`)
  }
  if (teamSlug !== undefined) throw refuse(404, `Team with slug ${teamSlug} not found`)
  const found =
    eventTypeId === undefined
      ? account.eventTypes.find(({ slug }) => slug === eventTypeSlug)
      : eventTypeOf(account, eventTypeId)
  if (!found) throw refuse(404, 'Event Type not found')
  return found
}

function byDay(account: Account, eventType: EventType, input: SlotsInput, now: number) {
  const { timeZone = 'UTC', duration, bookingUidToReschedule: exceptUid } = input
  const bounds = boundsOf(input, now)
  const days: Record<string, object[]> = {}
  for (const slot of offeredSlots({ account, eventType, bounds, timeZone, duration, exceptUid, now })) {
    const day = dayIn(slot.start, timeZone).toString()
    days[day] ??= []
    days[day].push(slotView(slot, eventType, input))
  }
  return days
}

/** What names no hour ends with its day, and so does an end at 00:00 UTC; nobody looks further than a year. */
function boundsOf({ start, end }: SlotsInput, now: number): Range {
  const last = Math.min(toMs(end), now + YEAR_MS)
  const isMidnight = new Date(last).toISOString().includes('T00:00:00')
  return { start: toMs(start), end: isMidnight ? last + DAY_MS - 1000 : last }
}

function slotView(
  { start, joins, reserved = 0 }: Slot,
  eventType: EventType,
  { timeZone = 'UTC', duration, format }: SlotsInput,
) {
  const end = start + (duration ?? eventType.lengthInMinutes) * MINUTE
  const times = { start: isoIn(start, timeZone), ...(format === 'range' ? { end: isoIn(end, timeZone) } : {}) }
  const seatsTotal = seatsOf(eventType)
  if (seatsTotal === 0) return times
  const seatsBooked = (joins?.attendees.length ?? 0) + reserved
  const seats = { seatsBooked, seatsRemaining: seatsTotal - seatsBooked, seatsTotal }
  return { ...times, ...seats, ...(joins ? { bookingUid: joins.uid } : {}) }
}
