import { html, type TemplateResult } from 'lit/html.js'
import type { Visit } from './controllers/visit.ts'
import type { OlgaBooking } from './olga-booking.ts'
import { wordsFor } from './ui/words.ts'

/** What `mode` adds: what opens the dialog, as any trigger on the page does, and the dialog with the card in it. */
export function frame(visit: Visit, card: () => TemplateResult): TemplateResult {
  const { host } = visit
  const words = wordsFor(visit)
  // What is pressed beside the card is the dialog itself; a click may also be the end of a choice of words in a field.
  const onPress = ({ target, currentTarget }: Event) => target === currentTarget && host.close()
  return html`<span part="trigger" data-olga-booking>${
    host.mode === 'floating'
      ? html`<button part="launcher" class="main launcher" type="button" aria-haspopup="dialog">${words.submit}</button>`
      : html`<slot></slot>`
  }</span><dialog part="dialog" class="window" aria-label=${words.submit} @mousedown=${onPress} @close=${() => lock(false)}>
    ${visit.api ? card() : ''}
    <form method="dialog"><button part="close" class="turn shut" aria-label=${words.close}><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6 6 18" /></svg></button></form>
  </dialog>`
}

const dialogOf = ({ shadowRoot }: OlgaBooking) => shadowRoot?.querySelector<HTMLDialogElement>('.window')

/** Opens the dialog; an element that stands in the page itself is led to. */
export async function open(host: OlgaBooking): Promise<void> {
  await host.updateComplete
  const dialog = dialogOf(host)
  if (!dialog) host.scrollIntoView()
  else if (!dialog.open) {
    dialog.showModal()
    lock(true)
  }
}

export const close = (host: OlgaBooking): void => dialogOf(host)?.close()

/** The page behind does not scroll, nor does it jump for want of its scroll bar. */
function lock(isLocked: boolean): void {
  const { style, clientWidth } = document.documentElement
  style.paddingInlineEnd = isLocked ? `${innerWidth - clientWidth}px` : ''
  style.overflow = isLocked ? 'hidden' : ''
}
