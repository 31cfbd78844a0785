import { toBooking } from '../booking/answer.ts'
import type { Heart } from '../booking/heart.ts'
import { minutesOf } from '../booking/minutes.ts'
import { readWish } from '../booking/wish.ts'
import { type CalcomBooking, CalcomError } from '../calcom/index.ts'
import { bookingLink } from '../config.ts'
import type { ManagedBooking } from '../contract.ts'
import { type CalendarEvent, calendarFoot, calendarHead, icsEvent } from '../ics.ts'
import type { Offer } from '../offer/catalog.ts'
import { ProblemError, toProblemError } from '../problem.ts'
import { follow, isUnknownThere, movesBefore } from '../reconcile/follow.ts'
import { sighted } from '../reconcile/sighted.ts'
import { toContact } from '../settings/contacts.ts'
import type { Entry } from '../store/store.ts'
import { CALENDAR_STATUS, toCalendarEvent } from './calendar-event.ts'
import { isChangeable } from './changeable.ts'
import { recently } from './recently.ts'

/** The booking that a token opens, as the journal has it. Throws `booking_not_found`. */
export async function openedBy({ secrets, store }: Heart, token: string): Promise<Entry> {
  const ref = await secrets.opened(token)
  const entry = ref === undefined ? undefined : await store.journal.find(ref)
  if (entry?.action !== 'book' || entry.state === 'abandoned' || entry.erasedAt !== null)
    throw new ProblemError('booking_not_found')
  return entry
}

/** A booking as its visitor may see it, as it is at Cal.com now; as the journal has it when Cal.com cannot be asked. */
export async function managed(heart: Heart, opened: Entry): Promise<ManagedBooking> {
  const { entry, booking } = await current(heart, opened)
  const offer = await offerOf(heart, entry)
  const shown = await toBooking(heart, entry)
  const contacts = heart.config.CONTACTS
  const isChanging = await hasOpenChange(heart, entry)
  const timeZone = entry.wish ? readWish(entry.wish).timeZone : booking?.attendees[0]?.timeZone
  return {
    ...shown,
    status: isChanging ? 'processing' : entry.state === 'refused' ? 'rejected' : shown.status,
    duration: minutesOf(entry),
    host: offer?.info.host ?? hostOf(heart, booking),
    ...(timeZone && { timeZone }),
    place: offer?.info.place ?? 'other',
    changeable: !isChanging && isChangeable(heart, entry),
    link: bookingLink(heart.config, entry.event),
    ...(contacts.length && { contacts: contacts.map(toContact) }),
    ics: `/v1/bookings/${shown.token}/event.ics`,
  }
}

/** A booking as an .ics file. Throws `not_found` as long as Cal.com has none. */
export async function calendarFile(heart: Heart, opened: Entry): Promise<string> {
  const { entry, booking } = await current(heart, opened)
  if (!entry.icsUid) throw new ProblemError('not_found')
  const event = booking
    ? await recently(heart, `moves ${booking.uid}`, () => movesBefore(heart.calcom.reads, booking))
        .then((moves) => toCalendarEvent(booking, moves))
        .catch(unlessUnavailable(() => knownEvent(heart, entry)))
    : await knownEvent(heart, entry)
  return calendarHead + icsEvent({ ...event, uid: entry.icsUid }) + calendarFoot
}

/** What Cal.com says, taken into the journal. Nothing, when it has no booking yet or cannot be asked. */
async function current(heart: Heart, entry: Entry): Promise<{ entry: Entry; booking?: CalcomBooking | undefined }> {
  const { uid, version } = entry
  if (!uid) return { entry }
  // Of another version there is news.
  const read = recently(heart, `${uid} ${version}`, () => follow(heart.calcom.reads, uid))
  const booking = await read.catch(async (error: unknown) => {
    if (isUnknownThere(error) && entry.state === 'confirmed') await heart.notify.tell('conflict', entry.ref)
    return unlessUnavailable(() => undefined)(error)
  })
  if (!booking) return { entry }
  const seen = await sighted(heart, booking).catch(unlessUnavailable(() => undefined))
  return { entry: seen?.ref === entry.ref ? seen : entry, booking }
}

/** Does without Cal.com; throws on what is no failure of its. */
const unlessUnavailable =
  <T>(instead: () => T) =>
  (error: unknown): T => {
    if (!(error instanceof CalcomError)) throw error
    return instead()
  }

/** Its event type, unless that is not offered any more or cannot be asked for. */
const offerOf = ({ catalog }: Heart, { event }: Entry): Promise<Offer | undefined> =>
  catalog.get(event).catch((error: unknown) => {
    if (toProblemError(error).code === 'internal') throw error
    return undefined
  })

function hostOf({ config }: Heart, booking: CalcomBooking | undefined): ManagedBooking['host'] {
  const host = booking?.hosts[0]
  return { name: host?.name ?? config.CAL_USERNAME, timeZone: host?.timeZone ?? 'UTC' }
}

async function hasOpenChange({ store }: Heart, { ref }: Entry): Promise<boolean> {
  return (await store.journal.list({ of: ref, states: ['received', 'sent', 'queued'] })).length > 0
}

/** As far as the journal knows: without those who meet, and where. */
async function knownEvent({ store }: Heart, entry: Entry): Promise<CalendarEvent> {
  const { ref, icsUid, start, end, title, updatedAt, standing, state } = entry
  const moves = await store.journal.list({ of: ref, action: 'move', states: ['confirmed'] })
  return {
    uid: icsUid ?? '',
    ...{ start, end, changedAt: updatedAt, summary: title, attendees: [] },
    sequence: moves.length + Number(state === 'cancelled'),
    status: CALENDAR_STATUS[standing ?? 'accepted'],
  }
}
