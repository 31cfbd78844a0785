/** One entry of a calendar. Instants are ISO strings. */
export interface CalendarEvent {
  /** Stays the same when the event is moved or called off, so that a calendar replaces what it has. */
  uid: string
  start: string
  end: string
  /** When it was last changed: of two with the same `sequence`, a calendar keeps the later one. */
  changedAt: string
  /** How often it was moved or called off. */
  sequence: number
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  summary: string
  location?: string | undefined
  description?: string | undefined
  organizer?: Person | undefined
  attendees: Person[]
}

interface Person {
  name: string
  email: string
}

const MAX_OCTETS = 75

// No METHOD: with PUBLISH there may be no attendees, and with REQUEST a calendar would ask its owner to answer.
/** What stands before the events of an .ics file (RFC 5545, UTF-8, `text/calendar`). */
export const calendarHead = written(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//olga-booking//EN'])

/** What stands behind them. */
export const calendarFoot = written(['END:VCALENDAR'])

/** An event as the lines of an .ics file. Times are in UTC, so that no zone needs to be described. */
export function icsEvent(event: CalendarEvent): string {
  const { location, description, organizer } = event
  return written([
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `DTSTART:${utc(event.start)}`,
    `DTEND:${utc(event.end)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status}`,
    `SUMMARY:${text(event.summary)}`,
    ...(location ? [`LOCATION:${text(location)}`] : []),
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(organizer ? [person('ORGANIZER', organizer)] : []),
    ...event.attendees.map((attendee) => person('ATTENDEE', attendee)),
    'END:VEVENT',
  ])
}

// Between the quotes of a parameter there may be no quote, and no way to escape one is known everywhere.
function person(property: string, { name, email }: Person): string {
  const called = name ? `;CN="${name.replaceAll('"', "'")}"` : ''
  return `${property}${called}:mailto:${email}`
}

/** `20261201T070000Z` */
const utc = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')

const text = (value: string) => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

function written(lines: string[]): string {
  return lines.map((line) => `${fold(line.replace(/\p{Cc}/gu, ' '))}\r\n`).join('')
}

/** Breaks a line so that none is longer than 75 octets of UTF-8, and no character is broken. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_0000 ? 3 : 4
}
