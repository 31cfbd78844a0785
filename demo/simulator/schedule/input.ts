import type { Schedule } from '../account.ts'
import { readChange } from '../http/body.ts'
import {
  aBoolean,
  all,
  anArray,
  anIsoDate,
  aString,
  aTimeZone,
  each,
  listOf,
  matching,
  oneOf,
  optional,
  type Rules,
} from '../http/check.ts'
import { iso, toMs } from '../time.ts'
import { DAYS, nineToFive } from './hours.ts'

const hour = all(
  matching(/^([01]\d|2[0-3]):[0-5]\d$/, (name) => `${name} must be a valid time format HH:MM`),
  aString,
)

const SCHEDULE: Rules = {
  name: aString,
  timeZone: aTimeZone,
  availability: optional(listOf({ days: all(each(oneOf(DAYS)), anArray), startTime: hour, endTime: hour })),
  isDefault: aBoolean,
  overrides: optional(listOf({ date: anIsoDate, startTime: hour, endTime: hour })),
}

const CHANGE: Rules = {
  ...SCHEDULE,
  name: optional(aString),
  timeZone: optional(aTimeZone),
  isDefault: optional(aBoolean),
}

/** A schedule to be, or what is to be different about one; `isDefault` goes to the user. */
export interface ScheduleInput extends Omit<Schedule, 'id'> {
  isDefault: boolean
}

/** Reads the body of `POST /v2/schedules`. */
export function readSchedule(body: unknown): ScheduleInput {
  const input = readChange<ScheduleInput>(body, SCHEDULE)
  const { availability = nineToFive(), overrides = [] } = input
  return { ...input, ...stored({ availability, overrides }) }
}

/** Reads the body of `PATCH /v2/schedules/:id`: hours and overrides come whole, in place of those that were. */
export function readScheduleChange(body: unknown): Partial<ScheduleInput> {
  const change = readChange<Partial<ScheduleInput>>(body, CHANGE)
  return { ...change, ...stored(change) }
}

// Only what the schedule keeps of each; a date with an hour is the day it falls on in UTC.
function stored({ availability, overrides }: Partial<Schedule>): Partial<Schedule> {
  return {
    ...(availability && {
      availability: availability.map(({ days, startTime, endTime }) => ({ days, startTime, endTime })),
    }),
    ...(overrides && {
      overrides: overrides.map(({ date, startTime, endTime }) => ({
        date: iso(toMs(date)).slice(0, 10),
        startTime,
        endTime,
      })),
    }),
  }
}
