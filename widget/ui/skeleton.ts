import { html, type TemplateResult } from 'lit/html.js'

const several = (count: number, kind: string) =>
  Array.from({ length: count }, () => html`<div class="bone ${kind}"></div>`)

/** The shape of what stands below the header while nothing is known: what comes will not move it. */
export const bones = (isNarrow: boolean): TemplateResult =>
  html`<div class="pick" aria-hidden="true">
    ${isNarrow ? '' : html`<div>${several(1, 'name')}<div class="month">${several(42, 'cell')}</div></div>`}
    <div>${several(1, 'name')}<div class="list">${several(isNarrow ? 18 : 9, 'slot')}</div></div>
  </div>`

/** The shape of the whole card. */
export const skeleton = (isNarrow: boolean): TemplateResult =>
  html`<hgroup aria-hidden="true">${several(1, 'title')}${several(2, 'fact')}</hgroup>${bones(isNarrow)}`
