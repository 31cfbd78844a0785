import { z } from 'zod'
import {
  CalcomBooking,
  type CancelBookingInput,
  type CreateBookingInput,
  type RescheduleBookingInput,
} from './booking.ts'
import { byCreation, type EachPage, type UnsortedFilter } from './by-creation.ts'
import { inData } from './envelope.ts'
import type { Request } from './request.ts'

const version = '2024-08-13'

/** Which bookings are listed, and in which order. Instants are UTC; all conditions must hold. */
export interface BookingsFilter {
  /** Any of these; `recurring` are those of a series, `unconfirmed` those that wait for the host. */
  status?: readonly ('upcoming' | 'recurring' | 'past' | 'cancelled' | 'unconfirmed')[] | undefined
  attendeeEmail?: string | undefined
  /** The whole of it. */
  attendeeName?: string | undefined
  bookingUid?: string | undefined
  eventTypeIds?: readonly number[] | undefined
  afterStart?: string | undefined
  beforeEnd?: string | undefined
  afterCreatedAt?: string | undefined
  beforeCreatedAt?: string | undefined
  afterUpdatedAt?: string | undefined
  beforeUpdatedAt?: string | undefined
  sortStart?: 'asc' | 'desc' | undefined
  sortEnd?: 'asc' | 'desc' | undefined
  sortCreated?: 'asc' | 'desc' | undefined
  sortUpdatedAt?: 'asc' | 'desc' | undefined
}

/** A part of a list: `take` (at most 250, default 100) after the first `skip`. */
export interface Page {
  take?: number | undefined
  skip?: number | undefined
}

const BookingsPage = z
  .object({ data: z.array(CalcomBooking), pagination: z.object({ totalItems: z.number(), hasNextPage: z.boolean() }) })
  .transform(({ data, pagination }) => ({
    bookings: data,
    total: pagination.totalItems,
    hasNext: pagination.hasNextPage,
  }))
/** Some of the bookings, how many there are in all, and whether more come after these. */
export type BookingsPage = z.infer<typeof BookingsPage>

/** The same, but for those of a shape we do not know: of them, only how many. */
export type ReadablePage = Pick<BookingsPage, 'bookings' | 'hasNext'> & { unreadable: number }

const ReadablePage = z
  .object({ data: z.array(z.unknown()), pagination: z.object({ hasNextPage: z.boolean() }) })
  .transform(({ data, pagination }): ReadablePage => {
    const read = data.map((row) => CalcomBooking.safeParse(row)).flatMap(({ success, data }) => (success ? [data] : []))
    return { bookings: read, unreadable: data.length - read.length, hasNext: pagination.hasNextPage }
  })

/** `/v2/bookings`. */
export const bookings = (request: Request) => {
  const list = (filter: BookingsFilter & Page = {}, signal?: AbortSignal): Promise<BookingsPage> =>
    request({ path: '/v2/bookings', version, query: filter, schema: BookingsPage, signal })

  const write = (uid: string, verb: string, body: object, signal?: AbortSignal): Promise<CalcomBooking> => {
    const [path, route] = [`${pathOf(uid)}/${verb}`, `/v2/bookings/:uid/${verb}`] as const
    return request({ method: 'POST', path, route, version, body, schema: inData(CalcomBooking), signal })
  }

  return {
    /** `GET /v2/bookings`: one page of the list. `CalcomRefused` 400 for a filter that is none. */
    list,

    /** The same as `list`, for who must go on when one of them cannot be read. */
    readable: (filter: BookingsFilter & Page = {}, signal?: AbortSignal): Promise<ReadablePage> =>
      request({ path: '/v2/bookings', version, query: filter, schema: ReadablePage, signal }),

    /**
     * All bookings that fit, in the order they were made, each once; asked for page by page as they are taken. What is
     * made meanwhile comes last. Of what changes meanwhile, that is missed which comes to fit after its turn.
     */
    all: (filter: UnsortedFilter = {}, options: EachPage = {}) => byCreation(list, filter, options),

    /** `GET /v2/bookings/:uid`. `CalcomRefused` 404 when there is none. */
    get(uid: string, signal?: AbortSignal): Promise<CalcomBooking> {
      return request({ path: pathOf(uid), route: '/v2/bookings/:uid', version, schema: inData(CalcomBooking), signal })
    },

    /**
     * `POST /v2/bookings`. `CalcomRefused` when the time is not available, too soon, or a field is wrong; two calls at
     * the same time may both succeed with overlapping times.
     */
    create(body: CreateBookingInput, signal?: AbortSignal): Promise<CalcomBooking> {
      return request({ method: 'POST', path: '/v2/bookings', version, body, schema: inData(CalcomBooking), signal })
    },

    /** `POST /v2/bookings/:uid/cancel`. `CalcomRefused` 400 without a reason and when it is cancelled already, 404. */
    cancel: (uid: string, body: CancelBookingInput, signal?: AbortSignal) => write(uid, 'cancel', body, signal),

    /**
     * `POST /v2/bookings/:uid/reschedule`: answers with a new booking of a new uid, linked to the old one, which is
     * then cancelled. `CalcomRefused` 400 when the time is not available or it was cancelled or moved already, 404.
     */
    reschedule: (uid: string, body: RescheduleBookingInput, signal?: AbortSignal) =>
      write(uid, 'reschedule', body, signal),

    /** `POST /v2/bookings/:uid/confirm`: accepts a pending booking. `CalcomRefused` 400 when it is accepted already. */
    confirm: (uid: string, signal?: AbortSignal) => write(uid, 'confirm', {}, signal),

    /** `POST /v2/bookings/:uid/decline`: rejects a pending booking. `CalcomRefused` 400 when it is accepted already. */
    decline: (uid: string, body: { reason?: string } = {}, signal?: AbortSignal) => write(uid, 'decline', body, signal),
  }
}

const pathOf = (uid: string) => `/v2/bookings/${encodeURIComponent(uid)}` as const
