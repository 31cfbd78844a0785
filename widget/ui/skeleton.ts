import { html, type TemplateResult } from 'lit'

const bone = (inline: string, block: string) =>
  html`<span class="bone" .style=${`inline-size:${inline};block-size:${block}`}></span>`

/** The shape of what stands below the header while nothing is known: what comes will not move it. */
export const bones = (): TemplateResult =>
  html`<div class="pick" aria-hidden="true">${bone('100%', '23.5em')}${bone('100%', '14em')}</div>`

/** The shape of the whole card. */
export const skeleton = (): TemplateResult =>
  html`<header aria-hidden="true">${bone('14em', '1.7em')}${bone('18em', '1.4em')}${bone('16em', '1.4em')}</header>${bones()}`
