import type { BookingField, EventType } from '../../../calcom/index.ts'
import type { Session } from '../../session.ts'
import { card, table } from '../../text.ts'

const isOn = (setting: EventType['seats']) => !!setting && !setting.disabled

/** Of a list of event types. */
export const COLUMNS = {
  ID: ({ id }: EventType) => id,
  Slug: ({ slug }: EventType) => slug,
  Title: ({ title }: EventType) => title,
  Minutes: ({ lengthInMinutes, lengthInMinutesOptions = [lengthInMinutes] }: EventType) =>
    lengthInMinutesOptions.join(', '),
  Notes: (eventType: EventType) => notesOf(eventType).join(', '),
}

const notesOf = ({ hidden, confirmationPolicy, seats, recurrence, price }: EventType): string[] =>
  Object.entries({
    hidden,
    'to be confirmed': isOn(confirmationPolicy),
    seats: isOn(seats),
    recurring: isOn(recurrence),
    paid: (price ?? 0) > 0,
  }).flatMap(([note, holds]) => (holds ? [note] : []))

export function showEventType(session: Session, eventType: EventType): Promise<void> {
  const { paint } = session.out
  const facts = {
    Slug: eventType.slug,
    Title: eventType.title,
    ID: eventType.id,
    Minutes: COLUMNS.Minutes(eventType),
    Where: eventType.locations.map(({ type }) => type).join(', ') || '–',
    Notice: `${eventType.minimumBookingNotice ?? 0} minutes`,
    Buffers: `${eventType.beforeEventBuffer ?? 0} minutes before, ${eventType.afterEventBuffer ?? 0} after`,
    Schedule: eventType.scheduleId ?? 'the default one',
    Notes: COLUMNS.Notes(eventType) || '–',
    Page: eventType.bookingUrl ?? '–',
  }
  const questions = eventType.bookingFields.filter(({ hidden }) => !hidden)
  return session.show(eventType, () => `${card(facts, paint)}\n\n${table(questions, QUESTIONS, paint)}`)
}

const QUESTIONS = {
  Question: ({ slug }: BookingField) => slug,
  Type: ({ type }: BookingField) => type,
  Required: ({ required }: BookingField) => (required ? 'yes' : ''),
}
