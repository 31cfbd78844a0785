import { html, nothing, type TemplateResult } from 'lit'

/** A way on when ours does not lead there. */
export interface WayView {
  text: string
  /** The plain page; absent when nobody has told us of one. */
  link: string | undefined
  label: string
  /** Offers to try again. */
  retry?: { label: string; do(): void }
  /** Beside something else, or alone on the card. */
  place: 'corner' | 'whole'
  /** On the visitor's own click: the link with what he typed. */
  fill?: () => string
}

/** Words, the plain link, and the contacts that the page's owner gave. */
export function way({ text, link, label, retry, place, fill }: WayView): TemplateResult {
  const open = (event: Event) => {
    if (fill && event.currentTarget instanceof HTMLAnchorElement) event.currentTarget.href = fill()
  }
  return html`<div class="way ${place}" part="fallback">
    <p>${text}</p>
    ${
      link
        ? html`<a part="link" class="main" href=${link} target="_blank" rel="noopener" referrerpolicy="no-referrer" @click=${open}>${label}</a>`
        : html`<slot></slot>`
    }
    ${retry ? html`<button class="plain" part="retry" type="button" @click=${retry.do}>${retry.label}</button>` : nothing}
    <slot name="contact"></slot>
  </div>`
}
