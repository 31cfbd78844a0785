import type { Account, Schedule } from '../account.ts'

const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** A schedule as version 2024-06-11 shows it. */
export function scheduleView({ user }: Account, schedule: Schedule) {
  const { id, name, timeZone, availability, overrides } = schedule
  return { id, ownerId: user.id, name, timeZone, availability, isDefault: id === user.defaultScheduleId, overrides }
}

/** The same in the shape of 2024-04-15: days by number, hours as minutes and as times of 1970. */
export function oldScheduleView({ user, schedules }: Account, schedule: Schedule, today: string) {
  const spans = schedule.availability.map((span) => ({ ...span, days: span.days.map((day) => WEEK.indexOf(day)) }))
  return {
    id: schedule.id,
    name: schedule.name,
    isManaged: false,
    workingHours: spans.map(({ days, startTime, endTime }) => {
      return { days, startTime: minutes(startTime), endTime: minutes(endTime), userId: user.id }
    }),
    schedule: spans.map(({ days, startTime, endTime }, index) => ({
      id: index + 1,
      userId: user.id,
      eventTypeId: null,
      days,
      startTime: on('1970-01-01', startTime),
      endTime: on('1970-01-01', endTime),
      date: null,
      scheduleId: schedule.id,
    })),
    availability: WEEK.map((_, day) =>
      spans.filter(({ days }) => days.includes(day)).map((span) => range(today, span)),
    ),
    timeZone: schedule.timeZone,
    isDefault: schedule.id === user.defaultScheduleId,
    dateOverrides: schedule.overrides.map((override) => ({ ranges: [range(override.date, override)] })),
    readOnly: false,
    isLastSchedule: schedules.length === 1,
    userId: user.id,
  }
}

const on = (day: string, time: string) => `${day}T${time}:00.000Z`

const range = (day: string, { startTime, endTime }: { startTime: string; endTime: string }) => ({
  start: on(day, startTime),
  end: on(day, endTime),
})

function minutes(time: string) {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  return hours * 60 + rest
}
