import { html, type TemplateResult } from 'lit/html.js'
import type { Booking } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { wordsFor } from './words.ts'

const linkOf = (address: string, query: Record<string, string>) => `${address}?${new URLSearchParams(query)}`
/** `20261127T160000Z`, as Google writes it. */
const stamp = (instant: string) => instant.replace(/[-:]|\.\d+/g, '')

/**
 * Ways to put a booking into the visitor's own calendar. The file has the UID of Cal.com's own invitation, so that it is
 * no second entry beside it; it comes by address, since browsers inside other apps block what a page makes itself.
 */
export function toCalendar(
  visit: Visit,
  { token, title, start, end }: Pick<Booking, 'token' | 'title' | 'start' | 'end'>,
): TemplateResult {
  const words = wordsFor(visit)
  const google = linkOf('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: title,
    dates: `${stamp(start)}/${stamp(end)}`,
  })
  const outlook = linkOf('https://outlook.live.com/calendar/0/deeplink/compose', {
    rru: 'addevent',
    subject: title,
    startdt: start,
    enddt: end,
  })
  const links = [
    [words.calendarFile, visit.api.url(`/v1/bookings/${token}/event.ics`)],
    ['Google', google],
    ['Outlook', outlook],
  ]
  return html`<div class="calendars"><p class="quiet small" id="to-calendar">${words.toCalendar}</p>
    <ul aria-labelledby="to-calendar">${links.map(
      ([name, href]) =>
        html`<li><a class="plain" href=${href} target="_blank" rel="noopener" referrerpolicy="no-referrer">${name}</a></li>`,
    )}</ul></div>`
}
