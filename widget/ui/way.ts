import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Answer, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { linkTo } from '../link.ts'
import { wordsFor } from './words.ts'

/** A way on when ours does not lead there. */
export interface Way {
  text: string
  start?: Instant | undefined
  /** Offers to try again. */
  retry?: (() => void) | undefined
  /** What he typed: goes into the link on his own click. */
  answers?: () => Record<string, Answer>
}

/** Words, the plain link, and the contacts that the page's owner gave; else those that the proxy knows. */
export function way(visit: Visit, { text, start, retry, answers }: Way): TemplateResult {
  const { agenda, host, format } = visit
  const words = wordsFor(visit)
  const owners = host.querySelector<HTMLAnchorElement>(
    ':scope > a[href]:not([slot]), :scope > :not([slot]) a[href]',
  )?.href
  const plain = { ours: agenda?.event?.link, owners }
  const known = { zone: format.zone, start, duration: agenda?.offer.duration }
  const link = linkTo(plain, known)
  const fill = (event: Event) => {
    const { currentTarget } = event
    if (answers && currentTarget instanceof HTMLAnchorElement)
      currentTarget.href = linkTo(plain, { ...known, answers: answers() }) ?? ''
  }
  return html`<div class="way ${visit.flow.step === 'away' ? 'whole' : 'corner'}" part="fallback">
    <p>${text}</p>
    ${
      link
        ? html`<a part="link" class="main" href=${link} target="_blank" rel="noopener" referrerpolicy="no-referrer" @click=${fill}>${words.open}</a>`
        : html`<slot></slot>`
    }
    ${retry ? html`<button class="plain" part="retry" type="button" @click=${retry}>${words.retry}</button>` : nothing}
    ${contacts(visit)}
  </div>`
}

/** The third rung: other ways to reach the host. */
export const contacts = ({ agenda }: Visit, known = agenda?.event?.contacts): TemplateResult =>
  html`<slot name="contact">${known?.map(
    ({ label, href }) => html`<a href=${href} class="contact" rel="noopener">${label}</a>`,
  )}</slot>`
