import { z } from 'zod'
import { inData, nothing } from './envelope.ts'
import { WEEKDAYS, type Weekday } from './me.ts'
import type { Request } from './request.ts'

const version = '2024-06-11'

const Time = z.string()

const Schedule = z.object({
  id: z.number(),
  name: z.string(),
  timeZone: z.string(),
  isDefault: z.boolean(),
  availability: z.array(z.object({ days: z.array(z.enum(WEEKDAYS)), startTime: Time, endTime: Time })),
  overrides: z.array(z.object({ date: z.iso.date(), startTime: Time, endTime: Time })),
})
/**
 * Weekly hours, and the hours of single days that stand in their place. Hours are `HH:MM`, all in `timeZone` (IANA).
 */
export type Schedule = z.infer<typeof Schedule>

/** Hours of one or more days of the week, `HH:MM` in the schedule's zone. */
export interface WeeklyHours {
  days: Weekday[]
  startTime: string
  endTime: string
}

/** Hours of one day, `YYYY-MM-DD`, in place of the weekly ones; a day from 00:00 to 00:00 is closed. */
export interface Override {
  date: string
  startTime: string
  endTime: string
}

/** A new schedule. */
export interface CreateScheduleInput {
  name: string
  /** IANA. */
  timeZone: string
  /** Whether it takes the place of the default one. */
  isDefault: boolean
  /** Default: Monday to Friday, 09:00 to 17:00. */
  availability?: WeeklyHours[]
  overrides?: Override[]
}

/** What is to be changed; what is left out stays, and a list takes the place of the whole one before. */
export type UpdateScheduleInput = Partial<CreateScheduleInput>

/** `/v2/schedules`. */
export const schedules = (request: Request) => ({
  /** `GET /v2/schedules`. */
  list(signal?: AbortSignal): Promise<Schedule[]> {
    return request({ path: '/v2/schedules', version, schema: inData(z.array(Schedule)), signal })
  },

  /** `GET /v2/schedules/:id`. `CalcomRefused` 404 when there is none. */
  get(id: number, signal?: AbortSignal): Promise<Schedule> {
    return request({ path: `/v2/schedules/${id}`, version, schema: inData(Schedule), signal })
  },

  /** `GET /v2/schedules/default`: the schedule of all event types without one of their own; `null` where none is. */
  default(signal?: AbortSignal): Promise<Schedule | null> {
    return request({ path: '/v2/schedules/default', version, schema: inData(Schedule.nullable()), signal })
  },

  /** `POST /v2/schedules`. `CalcomRefused` 400 for an unknown zone or an hour that is none. */
  create(body: CreateScheduleInput, signal?: AbortSignal): Promise<Schedule> {
    return request({ method: 'POST', path: '/v2/schedules', version, body, schema: inData(Schedule), signal })
  },

  /** `PATCH /v2/schedules/:id`. `CalcomRefused` 404 when there is none, 400 as for a new one. */
  update(id: number, body: UpdateScheduleInput, signal?: AbortSignal): Promise<Schedule> {
    const path = `/v2/schedules/${id}` as const
    return request({ method: 'PATCH', path, version, body, schema: inData(Schedule), signal })
  },

  /** `DELETE /v2/schedules/:id`. `CalcomRefused` **400** when there is none. */
  delete(id: number, signal?: AbortSignal): Promise<undefined> {
    return request({ method: 'DELETE', path: `/v2/schedules/${id}`, version, schema: nothing, signal })
  },
})
