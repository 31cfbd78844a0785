import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Booking } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { toCalendar } from './to-calendar.ts'
import { when } from './when.ts'
import { wordsFor } from './words.ts'

export const isOff = ({ status }: Pick<Booking, 'status'>): boolean => status === 'cancelled' || status === 'rejected'

/** A booking as its visitor sees it: how it stands, what and when; then what is said of it, and what can be done. */
export function ticket(
  visit: Visit,
  booking: Booking & { host?: { timeZone: string } },
  title: string,
  said: unknown,
  below?: unknown,
): TemplateResult {
  const words = wordsFor(visit)
  const { status, start, end, ref, host } = booking
  // A tick for what holds, a clock for what waits, a stroke for what is called off.
  const path = status === 'accepted' ? 'm15 24.5 6.5 6.5L34 18' : isOff(booking) ? 'M15 24h18' : 'M24 13v12l8 5'
  return html`<svg class="tick" viewBox="0 0 48 48" width="56" height="56" fill="none" aria-hidden="true"><circle cx="24" cy="24" r="23" /><path d=${path} /></svg>
    <h2 id="title" tabindex="-1">${title}</h2>
    <p>${booking.title}</p>${when(visit, start, end, host?.timeZone)}${said}
    ${status === 'accepted' ? toCalendar(visit, booking) : nothing}${below}
    <p class="quiet small">${words.ref}: <b>${ref}</b></p>`
}
