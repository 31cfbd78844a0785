import { z } from 'zod'
import type { Request } from './request.ts'

const VERSION = '2024-09-04'

const SlotsResponse = z.object({
  data: z.record(z.string(), z.array(z.object({ start: z.iso.datetime({ offset: true }) }))),
})

/** Which times are asked for. */
export interface SlotsInput {
  eventTypeId: number
  /** A UTC instant. */
  start: string
  /** A UTC instant; exactly midnight would be taken for 23:59:59 of that day. */
  end: string
  /** In minutes, for an event type of several lengths. */
  duration?: number | undefined
}

/**
 * `GET /v2/slots`: the free starts as UTC instants, earliest first. 404 for an unknown event type; none at all is an
 * empty list. Starts outside the asked range have been seen: they are left out.
 */
export async function listSlots(request: Request, query: SlotsInput, signal?: AbortSignal): Promise<string[]> {
  const { data } = await request({ path: '/v2/slots', version: VERSION, query, schema: SlotsResponse, signal })
  const [from, to] = [toUtc(query.start), toUtc(query.end)]
  return Object.values(data)
    .flatMap((day) => day.map(({ start }) => toUtc(start)))
    .filter((start) => from <= start && start < to)
    .sort()
}

const toUtc = (instant: string) => new Date(instant).toISOString()
