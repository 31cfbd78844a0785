import { z } from 'zod'
import { inData } from './envelope.ts'
import type { Request } from './request.ts'

const Calendar = z.object({
  externalId: z.string(),
  credentialId: z.number(),
  name: z.string().nullish(),
  primary: z.boolean().nullish(),
  readOnly: z.boolean().nullish(),
  /** Whether its events make the host busy. */
  isSelected: z.boolean().nullish(),
})
/** One calendar of a connection, named by the two ids that `busy` asks for. */
export type Calendar = z.infer<typeof Calendar>

const Calendars = z.object({
  connectedCalendars: z.array(
    z.object({
      credentialId: z.number(),
      integration: z.object({ type: z.string().nullish(), title: z.string().nullish(), name: z.string().nullish() }),
      primary: Calendar.nullish(),
      /** Absent where the connection is broken. */
      calendars: z.array(Calendar).nullish(),
    }),
  ),
  /** The calendar that bookings are written to; `{}` where there is none. */
  destinationCalendar: z
    .object({
      integration: z.string().nullish(),
      externalId: z.string().nullish(),
      name: z.string().nullish(),
    })
    .nullish(),
})
/** The calendars that are connected to the account. */
export type Calendars = z.infer<typeof Calendars>

const Instant = z.union([z.iso.datetime({ offset: true }), z.date()]).transform((text) => new Date(text).toISOString())

const Busy = z.object({ start: Instant, end: Instant, title: z.string().nullish(), source: z.string().nullish() })
/** A busy time of a calendar, between two UTC instants. */
export type Busy = z.infer<typeof Busy>

/** Of which calendars, and when. */
export interface BusyInput {
  /** A UTC instant. */
  from: string
  /** A UTC instant. */
  to: string
  /** IANA; Cal.com asks for it, though the answer is in UTC. */
  timeZone: string
  calendars: Pick<Calendar, 'credentialId' | 'externalId'>[]
}

/** `/v2/calendars`. The version header is ignored there. */
export const calendars = (request: Request) => ({
  /** `GET /v2/calendars`. */
  list(signal?: AbortSignal): Promise<Calendars> {
    return request({ path: '/v2/calendars', schema: inData(Calendars), signal })
  },

  /**
   * `GET /v2/calendars/busy-times`: earliest first. `CalcomRefused` 401 for a connection of somebody else's. Events
   * outside the asked range have been seen: they are left out.
   */
  async busy({ from, to, timeZone, calendars }: BusyInput, signal?: AbortSignal): Promise<Busy[]> {
    const query = { timeZone, dateFrom: from, dateTo: to, ...toLoad(calendars) }
    const path = '/v2/calendars/busy-times'
    const found = await request({ path, query, schema: inData(z.array(Busy)), signal })
    const [start, end] = [new Date(from).toISOString(), new Date(to).toISOString()]
    return found.filter((busy) => busy.start < end && start < busy.end).sort((a, b) => (a.start < b.start ? -1 : 1))
  },
})

function toLoad(calendars: BusyInput['calendars']): Record<string, string | number> {
  return Object.fromEntries(
    calendars.flatMap(({ credentialId, externalId }, index) => [
      [`calendarsToLoad[${index}][credentialId]`, credentialId],
      [`calendarsToLoad[${index}][externalId]`, externalId],
    ]),
  )
}
