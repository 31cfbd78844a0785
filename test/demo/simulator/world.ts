import type { Account, Attendee, Booking, BookingStatus, EventType } from '../../../demo/simulator/index.ts'
import { eventType, olga } from '../../../demo/simulator/index.ts'
import { type Answer, dataOf, isRecord, type Json, type Recording } from '../../support/recording.ts'

type Data = { [key: string]: Json }

/** The account the recording was made on, as it was at an instant (ISO), as far as the recording tells. */
export function worldAt(recording: Recording, instant: string): Account {
  const account = olga()
  account.eventTypes = eventTypesIn(recording)
  account.bookings = bookingsAt(recording, instant)
  return account
}

function eventTypesIn({ exchanges }: Recording): EventType[] {
  const made = exchanges
    .filter(({ name, response }) => name.startsWith('event-types-create-') && response.status === 201)
    .map(({ response }) => dataOf(response) as unknown as EventType)
    .filter(({ id }) => id <= 8)
  // Its making was not kept.
  const confirmation = { type: 'always', blockUnconfirmedBookingsInBooker: false } as const
  const confirm = eventType({ id: 6, slug: 'confirm', title: 'С подтверждением', confirmationPolicy: confirmation })
  return [...made.map(stored), confirm].sort((a, b) => a.id - b.id)
}

// The answer holds things of the owner, too, which the simulator adds by itself.
function stored(view: EventType): EventType {
  const plain = eventType({ slug: view.slug })
  const own = Object.entries(view).filter(([key]) => key in plain || key === 'lengthInMinutesOptions')
  return { ...plain, ...Object.fromEntries(own) }
}

/** Every booking seen in any answer, as it was seen last before the instant. */
function bookingsAt({ exchanges, races }: Recording, instant: string): Booking[] {
  const answers: Answer[] = [...exchanges.map(({ response }) => response), ...races.flatMap(({ parallel }) => parallel)]
  const seen = answers.flatMap(bookingsOf).filter(({ createdAt }) => String(createdAt) < instant)
  const byUid = new Map<string, Data[]>()
  for (const view of seen) byUid.set(String(view.uid), [...(byUid.get(String(view.uid)) ?? []), view])
  return [...byUid.values()].map((views) => bookingFrom(lastBefore(views, instant))).sort((a, b) => a.id - b.id)
}

function bookingsOf(answer: Answer): Data[] {
  const data = dataOf(answer)
  const all = Array.isArray(data) ? data : [data]
  return all.filter((one): one is Data => isRecord(one) && 'icsUid' in one)
}

function lastBefore(views: Data[], instant: string): Data {
  const inOrder = [...views].sort((a, b) => String(a.updatedAt).localeCompare(String(b.updatedAt)))
  const found = inOrder.filter(({ updatedAt }) => String(updatedAt) < instant).at(-1)
  if (found) return found
  const [first] = inOrder
  if (!first) throw new Error('No view of the booking')
  // Seen for the first time when it was cancelled: until then it was not.
  return first.status === 'cancelled' ? { ...first, status: 'accepted', cancellationReason: '' } : first
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
