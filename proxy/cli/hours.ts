import { Temporal } from 'temporal-polyfill'
import { type Override, type Schedule, WEEKDAYS, type Weekday, type WeeklyHours } from '../calcom/index.ts'
import { UsageError } from './errors.ts'

/** From one clock time to another, `HH:MM`, on the clocks of the schedule. */
interface Span {
  startTime: string
  endTime: string
}

const NAMES: Record<Weekday, string[]> = {
  Monday: ['monday', 'mon', 'mo', 'понедельник', 'пн'],
  Tuesday: ['tuesday', 'tue', 'tu', 'вторник', 'вт'],
  Wednesday: ['wednesday', 'wed', 'we', 'среда', 'ср'],
  Thursday: ['thursday', 'thu', 'th', 'четверг', 'чт'],
  Friday: ['friday', 'fri', 'fr', 'пятница', 'пт'],
  Saturday: ['saturday', 'sat', 'sa', 'суббота', 'сб'],
  Sunday: ['sunday', 'sun', 'su', 'воскресенье', 'вс'],
}

const GRAMMAR = 'write "Mon-Fri 10:00-18:00", "Sat,Sun 11:00-14:00" or "Пн-Пт 10:00-13:00,14:00-18:00"'

/**
 * Weekly hours out of `Mon-Fri 10:00-18:00`: days and spans by commas, days in English or Russian. Throws `UsageError`.
 */
export function readHours(text: string): WeeklyHours[] {
  const [, days, spans] = /^\s*(\S.*?)\s+([\d].*)$/.exec(text.replace(/[–—−]/g, '-')) ?? []
  if (!days || !spans) throw new UsageError(`--hours: "${text}" is not understood; ${GRAMMAR}.`)
  const on = [...new Set(days.split(/\s*,\s*/).flatMap(readDays))]
  return readSpans(spans, '--hours').map((span) => ({ days: on, ...span }))
}

/** The hours of a week out of several such texts. Throws `UsageError` where two overlap: Cal.com would add them up. */
export function readWeek(texts: string[]): WeeklyHours[] {
  const all = texts.flatMap(readHours)
  for (const day of WEEKDAYS) {
    const hours = all.filter(({ days }) => days.includes(day)).sort((a, b) => (a.startTime < b.startTime ? -1 : 1))
    if (hours.some(({ startTime }, at) => startTime < (hours[at - 1]?.endTime ?? ''))) {
      throw new UsageError(`--hours: ${day} has hours that overlap; name each day's once.`)
    }
  }
  return all
}

/** Days out of `Mon`, `пн` or `Fri-Mon`, which goes over the end of the week. */
function readDays(text: string): Weekday[] {
  const [from, to = from, ...rest] = text.split(/\s*-\s*/).map(indexOf)
  if (from === undefined || to === undefined || rest.length) throw new UsageError(`--hours: no days: "${text}".`)
  const length = ((to - from + 7) % 7) + 1
  return [...WEEKDAYS, ...WEEKDAYS].slice(from, from + length)
}

function indexOf(name: string): number {
  const index = WEEKDAYS.findIndex((day) => NAMES[day].includes(name.toLowerCase()))
  if (index < 0) throw new UsageError(`--hours: "${name}" is no day; ${GRAMMAR}.`)
  return index
}

/** Spans out of `10:00-13:00,14-18`, which must come one after the other. */
function readSpans(text: string, option: string): Span[] {
  const spans = text.split(',').map((one) => readSpan(one.trim(), option))
  const [overlap] = spans.filter(({ startTime }, at) => startTime < (spans[at - 1]?.endTime ?? ''))
  if (overlap) throw new UsageError(`${option}: the times must come one after the other: "${text}".`)
  return spans
}

function readSpan(text: string, option: string): Span {
  const [, from, fromMinutes = '00', to, toMinutes = '00'] =
    /^(\d{1,2})(?::(\d\d))?\s*-\s*(\d{1,2})(?::(\d\d))?$/.exec(text) ?? []
  const span = {
    startTime: `${from?.padStart(2, '0')}:${fromMinutes}`,
    endTime: `${to?.padStart(2, '0')}:${toMinutes}`,
  }
  if (!isClock(span.startTime) || !isClock(span.endTime) || span.startTime >= span.endTime) {
    throw new UsageError(`${option}: "${text}" is no span of a day; write 10:00-18:00, at the latest 23:59.`)
  }
  return span
}

const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The hours of one day, out of `2026-12-31=12:00-13:00`. */
export function readOverride(text: string): Override[] {
  const [, day, spans] = /^([\d-]+)=(.+)$/.exec(text.replace(/[–—−]/g, '-')) ?? []
  if (!day || !spans) throw new UsageError(`--override: "${text}" is not understood; write 2026-12-31=12:00-13:00.`)
  const [date = ''] = readDates(day, '--override')
  return readSpans(spans, '--override').map((span) => ({ date, ...span }))
}

// What Cal.com takes for a closed day.
const CLOSED: Span = { startTime: '00:00', endTime: '00:00' }

/** Closed days, out of `2027-01-01` or `2027-01-01..2027-01-08`. */
export const readClosed = (text: string): Override[] => readDates(text, '--close').map((date) => ({ date, ...CLOSED }))

/** A day, or all from one to another: `2027-01-01..2027-01-08`. */
export function readDates(text: string, option: string): string[] {
  const [first, last = first, ...rest] = text.split('..').map((day) => toDay(day, option))
  if (!first || !last || rest.length || Temporal.PlainDate.compare(first, last) > 0) {
    throw new UsageError(`${option}: "${text}" is no span of days; write 2027-01-01..2027-01-08.`)
  }
  const { days } = first.until(last, { largestUnit: 'days' })
  return Array.from({ length: days + 1 }, (_, count) => first.add({ days: count }).toString())
}

function toDay(text: string, option: string): Temporal.PlainDate {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    try {
      return Temporal.PlainDate.from(text)
    } catch {
      // Told below, as any other text that is no day.
    }
  }
  throw new UsageError(`${option}: "${text}" is no day; write 2027-01-01.`)
}

/** `Mon–Fri 10:00–18:00` */
export const wordsOfHours = ({ days, startTime, endTime }: WeeklyHours) =>
  `${wordsOfDays(days)} ${startTime}–${endTime}`

/** `Mon–Wed, Fri` */
function wordsOfDays(days: Weekday[]): string {
  const runs: number[][] = []
  for (const index of days.map((day) => WEEKDAYS.indexOf(day)).sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run.at(-1) === index - 1) run.push(index)
    else runs.push([index])
  }
  const name = (index: number | undefined) => WEEKDAYS[index ?? 0]?.slice(0, 3) ?? ''
  return runs
    .map((run) => (run.length > 1 ? `${name(run[0])}${run.length > 2 ? '–' : ', '}${name(run.at(-1))}` : name(run[0])))
    .join(', ')
}

/** `2027-01-01 closed`, `2026-12-31 12:00–13:00` */
export const wordsOfOverride = ({ date, startTime, endTime }: Schedule['overrides'][number]) =>
  `${date} ${startTime === endTime ? 'closed' : `${startTime}–${endTime}`}`
