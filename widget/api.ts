import type { Booking, BookingRequest, EventInfo, Problem, Slots } from '../proxy/contract.ts'
import type { Month } from './day.ts'

/** The proxy did not do what it was asked. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  constructor(
    /** What the proxy said; absent when it did not answer, or not in our words. */
    readonly problem?: Problem,
    options?: ErrorOptions,
  ) {
    super(problem?.code ?? 'no_answer', options)
  }
}

type Init = Pick<RequestInit, 'signal' | 'cache'>

/** After this a visitor is told that there is no answer, in ms. */
const SUBMIT_MS = 12_000

/** The proxy, as a few functions. */
export class Api {
  constructor(
    private readonly origin: string,
    private readonly fetch: typeof globalThis.fetch,
  ) {}

  /** Throws `ApiError`. */
  event(slug: string, init: Init): Promise<EventInfo> {
    return this.#ask(`/v1/events/${encodeURIComponent(slug)}`, init)
  }

  /** Without `month`: the first month that has a free time, under an address that a page can preload. Throws `ApiError`. */
  slots(event: string, month: Month | undefined, init: Init): Promise<Slots> {
    return this.#ask(`/v1/slots?${new URLSearchParams({ event, ...(month && { month }) })}`, init)
  }

  /** Safe to repeat with the same key and body. Never rejects: neither a booking nor a problem means no answer. */
  async book(request: BookingRequest, key: string): Promise<{ booking?: Booking; problem?: Problem }> {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), SUBMIT_MS)
    const asked = this.#ask<Booking>('/v1/bookings', {
      method: 'POST',
      // The language stands in the body too, but a refusal may come before that is read.
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': request.lang ?? 'ru' },
      body: JSON.stringify(request),
      signal: stop.signal,
    })
    return asked
      .then(
        (booking) => ({ booking }),
        ({ problem }: ApiError) => (problem ? { problem } : {}),
      )
      .finally(() => clearTimeout(timer))
  }

  async #ask<T>(path: string, init: RequestInit): Promise<T> {
    try {
      const response = await this.fetch.call(undefined, new URL(path, this.origin).href, init)
      const body = await response.json()
      if (response.ok) return body
      throw new ApiError(typeof body?.code === 'string' ? body : undefined)
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError(undefined, { cause: error })
    }
  }
}
