import { html, type TemplateResult } from 'lit'
import './booked.ts'
import './details.ts'
import type { Visit } from '../controllers/visit.ts'
import type { Flow } from '../flow.ts'
import type { Plain } from '../link.ts'
import type { DoneEvent, OpenEvent, OtherTimeEvent } from './moves.ts'

export { OnReturn } from '../controllers/on-return.ts'

/** What the page's owner knows of the visitor. */
interface Prefill {
  name: string
  email: string
  phone: string
  notes: string
}

/** The form: what comes after the first times is one chunk, fetched right after them. */
export function details(
  visit: Visit,
  { start }: Flow & { step: 'details' },
  plain: Plain,
  { name, email, phone, notes }: Prefill,
): TemplateResult {
  const { agenda, format, draft } = visit
  const prefill = { name, email, attendeePhoneNumber: phone, notes }
  return html`<olga-details .agenda=${agenda} .format=${format} .start=${start} .draft=${draft} .prefill=${prefill} .plain=${plain}
    exportparts="form, field, label, input, error, consent, submit, back, fallback, link, time, taken, when"
    @step-back=${() => visit.back()}
    @step-time=${({ start: other }: OtherTimeEvent) => visit.pickTime(other)}
    @step-open=${({ isOpen }: OpenEvent) => visit.hold(isOpen)}
    @step-done=${({ booking, email: to }: DoneEvent) => visit.booked(booking, to)}>
    <slot name="consent" slot="consent"></slot><slot name="contact" slot="contact"></slot>
  </olga-details>`
}

/** The last screen. */
export function booked({ agenda, format }: Visit, { booking, email }: Flow & { step: 'booked' }): TemplateResult {
  return html`<olga-booked .agenda=${agenda} .format=${format} .booking=${booking} .email=${email} exportparts="booked, when">
    <slot name="contact" slot="contact"></slot><slot name="success" slot="success"></slot></olga-booked>`
}
