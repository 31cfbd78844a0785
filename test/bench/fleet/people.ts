import { createConsent } from '../../../proxy/consent.ts'
import type { BookingRequest } from '../../../proxy/contract.ts'
import type { Offered } from './calcom.ts'

/** What one visitor sends, as often as it takes. */
export interface Submission {
  /** Under `/v1/bookings`. */
  path: string
  key: string
  headers: Record<string, string>
  body: string
}

let people = 0

/** A request to book by somebody new, from an address of his own (`TRUST_PROXY=1`). */
export async function submissionOf({ event, start }: Offered): Promise<Submission> {
  const number = ++people
  const request: BookingRequest = {
    event,
    start,
    answers: { name: 'Иван Петров', email: `ivan-${number}@example.com` },
    timeZone: 'Europe/Moscow',
    lang: 'ru',
    consent: (await createConsent()).version,
    took: 60_000,
  }
  const key = newKey()
  const address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
  return { path: '', key, headers: headersOf(key, address), body: JSON.stringify(request) }
}

/** A request to move a booking, or without a `start` to cancel it, by whoever has its token. */
export function changeOf(token: string, start?: string): Submission {
  const key = newKey()
  const path = `/${token}/${start ? 'reschedule' : 'cancel'}`
  return { path, key, headers: headersOf(key, '10.255.0.1'), body: JSON.stringify({ start }) }
}

const headersOf = (key: string, address: string) => ({
  'content-type': 'application/json',
  'idempotency-key': key,
  'x-forwarded-for': address,
})

export const newKey = () => crypto.randomUUID().replaceAll('-', '')
