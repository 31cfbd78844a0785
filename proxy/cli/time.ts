import { InvalidArgumentError } from '@commander-js/extra-typings'
import { Temporal } from 'temporal-polyfill'
import { TimeZone } from '../contract.ts'
import { UsageError } from './errors.ts'

/** What a day alone stands for: its first moment, the one after its last, or nothing, where a time is wanted. */
export type Edge = 'from' | 'to' | 'exactly'

/** Whether a text names its moment without a zone's help: `…Z`, `…+03:00`. */
export const hasZone = (text: string) => /\d[T ]\d.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text)

/**
 * The UTC instant of `2026-12-01`, `2026-12-01 10:00`, `2026-12-01T10:00+03:00` or `2026-12-01T07:00Z`; the first two
 * by the clocks of `timeZone`. Throws `UsageError` in words that name the option.
 */
export function toInstant(option: string, text: string, edge: Edge, timeZone: string): string {
  const wall = text.trim().replace(' ', 'T')
  try {
    return toTemporal(option, wall, edge, timeZone).toString({ fractionalSecondDigits: 3 })
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${option}: "${text}" is no time. Write 2026-12-01, "2026-12-01 10:00" or 2026-12-01T07:00Z.`)
  }
}

function toTemporal(option: string, wall: string, edge: Edge, timeZone: string): Temporal.Instant {
  // Temporal would read over a zone in brackets, and the moment would be another one.
  if (wall.includes('[')) throw new RangeError('A zone in brackets')
  if (hasZone(wall)) return Temporal.Instant.from(wall)
  if (wall.includes('T')) return fromWall(option, Temporal.PlainDateTime.from(wall), timeZone)
  const day = Temporal.PlainDate.from(wall)
  if (edge === 'exactly') throw new UsageError(`${option}: a day is not enough, write "${day} 10:00".`)
  return (edge === 'to' ? day.add({ days: 1 }) : day).toZonedDateTime(timeZone).toInstant()
}

/** Throws `UsageError` where a span ends before it begins; each of its ends by the name of its option. */
export function checkOrder(...ends: [from: [string, string | undefined], to: [string, string | undefined]]): void {
  const [[from, start], [to, end]] = ends
  if (start !== undefined && end !== undefined && start >= end)
    throw new UsageError(`${to} must be later than ${from}.`)
}

/** When clocks are put forward a time of that night is missing; when they are put back, one comes twice. */
function fromWall(option: string, wall: Temporal.PlainDateTime, timeZone: string): Temporal.Instant {
  try {
    return wall.toZonedDateTime(timeZone, { disambiguation: 'reject' }).toInstant()
  } catch {
    throw new UsageError(`${option}: the clocks of ${timeZone} are changed at ${wall}; add an offset, like +03:00.`)
  }
}

/** A zone in which times are shown. */
export class Zone {
  constructor(
    /** IANA. */
    readonly id: string,
    private readonly isAccounts: boolean,
  ) {}

  /** For a heading: `Europe/Moscow (the account's zone)`. */
  get words(): string {
    return this.isAccounts ? `${this.id} (the account's zone)` : this.id
  }

  /** `Tue 2026-12-01 10:00` */
  time(instant: string): string {
    const { year, month, day, hour, minute, dayOfWeek } = this.#at(instant)
    return `${DAYS[dayOfWeek - 1]} ${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
  }

  /** `Tue 2026-12-01 10:00–10:40` */
  span(start: string, end: string): string {
    const isSameDay = this.#at(start).toPlainDate().equals(this.#at(end).toPlainDate())
    return `${this.time(start)}–${isSameDay ? this.time(end).slice(-5) : this.time(end)}`
  }

  #at(instant: string) {
    return Temporal.Instant.from(instant).toZonedDateTimeISO(this.id)
  }
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const two = (number: number) => String(number).padStart(2, '0')

/** Reads the value of an option that is an IANA zone. */
export function zoneOption(text: string): string {
  if (TimeZone.safeParse(text).success) return text
  throw new InvalidArgumentError('It must be an IANA zone, like Europe/Moscow.')
}
