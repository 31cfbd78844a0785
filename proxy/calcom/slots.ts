import { z } from 'zod'
import { inData } from './envelope.ts'
import type { Request } from './request.ts'

const version = '2024-09-04'

const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())

const Start = z.object({ start: Instant })

const Slot = Start.extend({
  end: Instant,
  /** At event types with seats. */
  seatsTotal: z.number().optional(),
  seatsBooked: z.number().optional(),
  seatsRemaining: z.number().optional(),
})
/** A free time, from one UTC instant to the other. */
export type Slot = z.infer<typeof Slot>

const inDays = <T>(slot: z.ZodType<T>) =>
  inData(z.record(z.string(), z.array(slot))).transform((days) => Object.values(days).flat())

/** Which times are asked for. */
export interface SlotsInput {
  eventTypeId: number
  /** A UTC instant. */
  start: string
  /** A UTC instant; exactly midnight would be taken for 23:59:59 of that day. */
  end: string
  /** In minutes, for an event type of several lengths. */
  duration?: number | undefined
  /** A booking that is to be moved: its own time counts as free. */
  bookingUidToReschedule?: string | undefined
}

/**
 * `/v2/slots`: `CalcomRefused` 404 for an unknown event type; no free time at all is an empty list. A time just booked
 * still shows for about 2 seconds. Starts outside the asked range have been seen: they are left out.
 */
export const slots = (request: Request) => ({
  /** `GET /v2/slots`: the free starts as UTC instants, earliest first. */
  async list(query: SlotsInput, signal?: AbortSignal): Promise<string[]> {
    const found = await request({ path: '/v2/slots', version, query, schema: inDays(Start), signal })
    return within(query, found).map(({ start }) => start)
  },

  /**
   * `GET /v2/slots?format=range`: the free times with their ends, earliest first, with the seats where there are any.
   */
  async range(query: SlotsInput, signal?: AbortSignal): Promise<Slot[]> {
    const asked = { ...query, format: 'range' }
    return within(query, await request({ path: '/v2/slots', version, query: asked, schema: inDays(Slot), signal }))
  },
})

function within<T extends { start: string }>({ start, end }: SlotsInput, found: T[]): T[] {
  const [from, to] = [new Date(start).toISOString(), new Date(end).toISOString()]
  return found.filter((slot) => from <= slot.start && slot.start < to).sort((a, b) => (a.start < b.start ? -1 : 1))
}
