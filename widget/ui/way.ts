import { html, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import type { Answers } from '../form/answers.ts'
import { linkTo } from '../link.ts'
import { button } from './button.ts'

/** A way on when ours does not lead there. */
export interface Way {
  start?: Instant | undefined
  /** Offers to try again. */
  retry?: (() => void) | undefined
  /** What he typed: goes into the link on his own click. */
  answers?: () => Answers
}

/** Words, the plain link, and the contacts that the page's owner gave; else those that the proxy knows. */
export function way(visit: Visit, text: string, { start, retry, answers }: Way = {}): TemplateResult {
  const { words } = visit
  const link = linkTo(visit, start)
  const fill = ({ currentTarget }: Event) => {
    if (answers) (currentTarget as HTMLAnchorElement).href = linkTo(visit, start, answers()) ?? ''
  }
  return html`<div class="way" part="fallback">
    <p>${text}</p>
    ${
      link
        ? html`<a part="link" class="main" href=${link} target="_blank" rel="noopener" referrerpolicy="no-referrer" @click=${fill}>${words.open}</a>`
        : html`<slot></slot>`
    }
    ${retry && button('retry', 'plain', words.retry, retry)}
    ${contacts(visit)}
  </div>`
}

/** The third rung: other ways to reach the host. */
export const contacts = ({ agenda }: Visit, known = agenda?.event?.contacts): TemplateResult =>
  html`<slot name="contact">${known?.map(
    ({ label, href }) => html`<a href=${href} class="contact" rel="noopener">${label}</a>`,
  )}</slot>`
