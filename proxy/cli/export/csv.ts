import type { CalcomBooking } from '../../calcom/index.ts'
import { lineOf, localTime, MARK } from './cells.ts'
import { type SubstanceBooking, type Titles, toSubstance } from './substance.ts'

export interface CsvOptions {
  titles: Titles
  /** IANA; the times are in it, and the headings name it. */
  timeZone: string
  /** Of the headings. Also says what stands between two cells: Excel asks its system, and that is «;» in Russian. */
  lang: 'ru' | 'en'
}

const WORDS = {
  ru: {
    between: ';',
    head: (zone: string) => [
      ...[`Начало (${zone})`, `Конец (${zone})`, 'Минут', 'Статус', 'Встреча', 'Имя', 'Почта', 'Телефон'],
      ...['Пояс гостя', 'Ещё приглашены', 'Сообщение', 'Ответы', 'Место', 'Причина отмены', 'Причина переноса'],
      ...[`Записан (${zone})`, 'uid'],
    ],
    status: { accepted: 'подтверждена', pending: 'ждёт решения', cancelled: 'отменена', rejected: 'отклонена' },
    moved: 'перенесена',
  },
  en: {
    between: ',',
    head: (zone: string) => [
      ...[`Start (${zone})`, `End (${zone})`, 'Minutes', 'Status', 'Event', 'Name', 'E-mail', 'Phone'],
      ...['Their time zone', 'Guests', 'Message', 'Answers', 'Location', 'Why cancelled', 'Why moved'],
      ...[`Booked (${zone})`, 'uid'],
    ],
    status: { accepted: 'accepted', pending: 'pending', cancelled: 'cancelled', rejected: 'rejected' },
    moved: 'moved',
  },
}

/** A table that Excel opens as it is: UTF-8 with its mark, a line per booking, nothing that could run as a formula. */
export async function* toCsv(
  bookings: AsyncIterable<CalcomBooking>,
  { titles, timeZone, lang }: CsvOptions,
): AsyncGenerator<string> {
  const { between, head } = WORDS[lang]
  const line = lineOf(between)
  const toLocal = localTime(timeZone)
  yield `${MARK}${line(head(timeZone))}`
  for await (const booking of bookings) yield line(cellsOf(toSubstance(booking, titles), toLocal, lang))
}

function cellsOf(booking: SubstanceBooking, toLocal: (instant: string) => string, lang: CsvOptions['lang']): string[] {
  const { status, moved } = WORDS[lang]
  const people = booking.attendees.filter(({ email }) => !booking.guests.includes(email ?? ''))
  const ofPeople = (key: 'name' | 'email' | 'phone' | 'timeZone') =>
    [...new Set(people.flatMap((person) => person[key] ?? []))].join(', ')
  return [
    ...[toLocal(booking.start), toLocal(booking.end), String(booking.minutes)],
    booking.rescheduledTo ? moved : status[booking.status],
    booking.eventType.title ?? booking.eventType.slug ?? booking.title,
    ...[ofPeople('name'), ofPeople('email'), ofPeople('phone'), ofPeople('timeZone')],
    ...[booking.guests.join(', '), booking.description ?? '', answersOf(booking), booking.location ?? ''],
    ...[
      booking.cancellationReason ?? '',
      booking.reschedulingReason ?? '',
      booking.createdAt ? toLocal(booking.createdAt) : '',
      booking.uid,
    ],
  ]
}

/** Fields that have a column of their own. */
const SHOWN = ['name', 'email', 'attendeePhoneNumber', 'guests', 'notes', 'location', 'rescheduledReason', 'title']

const answersOf = ({ answers }: SubstanceBooking) =>
  Object.entries(answers ?? {})
    .filter(([slug]) => !SHOWN.includes(slug))
    .map(([slug, answer]) => `${slug}: ${typeof answer === 'string' ? answer : JSON.stringify(answer)}`)
    .join('; ')
