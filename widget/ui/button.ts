import { html, type TemplateResult } from 'lit/html.js'

/** A button, by its part and its classes. One that is held does nothing, but keeps the focus. */
export const button = (
  part: string,
  look: string,
  label: unknown,
  onClick: () => unknown,
  isHeld = false,
): TemplateResult =>
  html`<button part=${part} class=${look} type="button" aria-disabled=${isHeld} @click=${() => isHeld || onClick()}>${label}</button>`

/** An arrow onwards; styles turn it elsewhere. */
export const chevron = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m9 18 6-6-6-6" /></svg>`
