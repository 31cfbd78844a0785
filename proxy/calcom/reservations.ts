import { z } from 'zod'
import { inData, nothing } from './envelope.ts'
import type { Request } from './request.ts'

const version = '2024-09-04'
const route = '/v2/slots/reservations/:uid'

const Reservation = z.object({
  reservationUid: z.string(),
  eventTypeId: z.number(),
  slotStart: z.iso.datetime({ offset: true }),
  slotEnd: z.iso.datetime({ offset: true }),
  /** In minutes. */
  slotDuration: z.number(),
  reservationUntil: z.iso.datetime({ offset: true }),
})
/** A time that is hidden from the slots of all the host's event types until `reservationUntil`. */
export type Reservation = z.infer<typeof Reservation>

/** A time to be hidden. */
export interface ReserveInput {
  eventTypeId: number
  /** A UTC instant; any is taken, a past one and one outside the hours too. */
  slotStart: string
  /** In minutes (default: the event type's length). */
  slotDuration?: number
  /** For how long, in minutes (default 5). */
  reservationDuration?: number
}

/**
 * `/v2/slots/reservations`. Advisory: a reservation stops nobody from booking, is not atomic (of parallel ones several
 * succeed), and stays after the booking. Whoever knows its uid may change and release it.
 */
export const reservations = (request: Request) => ({
  /**
   * `POST /v2/slots/reservations`. `CalcomRefused` 404 for an unknown event type, 422 when the time is reserved or
   * booked.
   */
  create(body: ReserveInput, signal?: AbortSignal): Promise<Reservation> {
    return request({
      method: 'POST',
      path: '/v2/slots/reservations',
      version,
      body,
      schema: inData(Reservation),
      signal,
    })
  },

  /**
   * `GET /v2/slots/reservations/:uid`: `null` when there is none. Look at `reservationUntil`: one that has run out may
   * still be told.
   */
  get(uid: string, signal?: AbortSignal): Promise<Reservation | null> {
    return request({ path: pathOf(uid), route, version, schema: inData(Reservation.nullable()), signal })
  },

  /** `PATCH /v2/slots/reservations/:uid`: moves it. `CalcomRefused` 404 when there is none, 422 for its own time. */
  update(uid: string, body: ReserveInput, signal?: AbortSignal): Promise<Reservation> {
    return request({ method: 'PATCH', path: pathOf(uid), route, version, body, schema: inData(Reservation), signal })
  },

  /** `DELETE /v2/slots/reservations/:uid`: shows the time again. Succeeds for an unknown one, too. */
  delete(uid: string, signal?: AbortSignal): Promise<undefined> {
    return request({ method: 'DELETE', path: pathOf(uid), route, version, schema: nothing, signal })
  },
})

const pathOf = (uid: string) => `/v2/slots/reservations/${encodeURIComponent(uid)}` as const
