import { html, type TemplateResult } from 'lit/html.js'
import type { Visit } from './controllers/visit.ts'
import type { OlgaBooking } from './olga-booking.ts'
import { wordsFor } from './ui/words.ts'

const opened = new WeakSet<OlgaBooking>()

/** A booking that is to be managed, named by the page's address, is not waited for a click with. */
export function openEarly({ host }: Visit): void {
  if (host.mode !== 'inline' && host.token !== undefined) void open(host)
}

/** What `mode` adds: what opens the dialog, and the dialog with the card in it. */
export function frame(visit: Visit, card: () => TemplateResult): TemplateResult {
  const { host } = visit
  const words = wordsFor(visit)
  const close = () => host.close()
  // What is clicked beside the card is the dialog itself.
  const onClick = ({ target, currentTarget }: Event) => target === currentTarget && close()
  return html`${
    host.mode === 'floating'
      ? html`<button part="launcher" class="main launcher" type="button" aria-haspopup="dialog"
        @pointerenter=${() => host.want()} @focus=${() => host.want()} @click=${() => host.open()}>${words.submit}</button>`
      : html`<span part="trigger" @pointerenter=${() => host.want()} @focusin=${() => host.want()} @click=${(event: Event) => onTrigger(host, event)}><slot></slot></span>`
  }<dialog part="dialog" class="window" aria-label=${words.submit} @click=${onClick} @close=${() => onClose(host)}>
    ${opened.has(host) ? card() : ''}
    <button part="close" class="shut" type="button" aria-label=${words.close} @click=${close}>
      <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18" /></svg></button>
  </dialog>`
}

/** Its own link opens the dialog, unless it is to be opened elsewhere. */
function onTrigger(host: OlgaBooking, event: Event): void {
  const { ctrlKey, metaKey, shiftKey } = event as MouseEvent
  if (ctrlKey || metaKey || shiftKey) return
  event.preventDefault()
  host.open()
}

const dialogOf = ({ shadowRoot }: OlgaBooking) => shadowRoot?.querySelector<HTMLDialogElement>('dialog.window')

/** Opens the dialog; an element that stands in the page itself is led to. */
export async function open(host: OlgaBooking): Promise<void> {
  if (host.mode === 'inline') {
    host.scrollIntoView({ behavior: 'smooth', block: 'start' })
    return
  }
  opened.add(host)
  host.requestUpdate()
  await host.updateComplete
  const dialog = dialogOf(host)
  if (!dialog || dialog.open) return
  dialog.showModal()
  lock(true)
}

export const close = (host: OlgaBooking): void => dialogOf(host)?.close()

function onClose(host: OlgaBooking): void {
  lock(false)
  host.requestUpdate()
}

/** The page behind does not scroll, nor does it jump for want of its scroll bar. */
function lock(isLocked: boolean): void {
  const { style, clientWidth } = document.documentElement
  style.paddingInlineEnd = isLocked ? `${innerWidth - clientWidth}px` : ''
  style.overflow = isLocked ? 'hidden' : ''
}
