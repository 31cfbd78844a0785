import { html, type TemplateResult } from 'lit/html.js'
import type { Booking } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { wordsFor } from './words.ts'

/** `20261127T160000Z`, as Google writes it. */
const stamp = (instant: string) => instant.replace(/[-:]|\.\d+/g, '')

/**
 * Ways to put a booking into the visitor's own calendar. The file has the UID of Cal.com's own invitation, so that it
 * is no second entry beside it; it comes by address, since browsers inside other apps block what a page makes itself.
 */
export function toCalendar(visit: Visit, { token, title, start, end }: Booking): TemplateResult {
  const words = wordsFor(visit)
  const name = encodeURIComponent(title)
  const links = {
    [words.calendarFile]: visit.api.url(`/v1/bookings/${token}/event.ics`),
    Google: `https://calendar.google.com/calendar/render?action=TEMPLATE&text=${name}&dates=${stamp(start)}/${stamp(end)}`,
    Outlook: `https://outlook.live.com/calendar/0/deeplink/compose?rru=addevent&subject=${name}&startdt=${start}&enddt=${end}`,
  }
  return html`<div class="field"><p class="quiet small">${words.toCalendar}</p>
    <ul class="others" aria-label=${words.toCalendar}>${Object.entries(links).map(
      ([name, href]) =>
        html`<li><a class="plain" href=${href} target="_blank" rel="noopener" referrerpolicy="no-referrer">${name}</a></li>`,
    )}</ul></div>`
}
