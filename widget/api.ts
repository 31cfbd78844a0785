import type { EventInfo, Problem, Slots } from '../proxy/contract.ts'
import type { Offer } from './agenda.ts'
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

/** The proxy: what the first step asks of it, and how all else is asked. */
export class Api {
  /** What there is to choose from, once it was asked for. */
  choices: EventInfo[] | undefined

  constructor(
    readonly origin: string,
    private readonly fetch: typeof globalThis.fetch,
  ) {}

  /** Throws `ApiError`. */
  event(slug: string, init: Init): Promise<EventInfo> {
    return this.ask(`/v1/events/${encodeURIComponent(slug)}`, init)
  }

  /** Without `month`: the first month that has a free time, under an address that a page can preload. Throws `ApiError`. */
  slots({ slug, duration, token }: Offer, month: Month | undefined, init: Init): Promise<Slots> {
    const length = duration && { duration: `${duration}` }
    const query = new URLSearchParams({ ...(!token && { event: slug, ...length }), ...(month && { month }) })
    return this.ask(token ? `/v1/bookings/${token}/slots?${query}` : `/v1/slots?${query}`, init)
  }

  /** Throws `ApiError`. */
  async ask<T>(path: string, init: RequestInit): Promise<T> {
    try {
      const response = await this.fetch.call(undefined, this.url(path), init)
      const body = await response.json()
      if (response.ok) return body
      throw new ApiError(typeof body?.code === 'string' ? body : undefined)
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError(undefined, { cause: error })
    }
  }

  /** An address of the proxy's. */
  url(path: string): string {
    return new URL(path, this.origin).href
  }
}
