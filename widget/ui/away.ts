import { html, type TemplateResult } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import type { FallbackEvent } from '../events.ts'

/** How the visitor is sent on: with what time, and whether he may try again. */
export interface Leaving {
  start?: Instant | undefined
  retry?: () => void
}

/**
 * The way to the plain page, in words that say why: alone on the card, or beside something else. Those words and the
 * filled-in link come with later code; where that cannot be had either, what the page's owner wrote needs none.
 */
export function away(visit: Visit, reason: FallbackEvent['reason'], leaving: Leaving = {}): TemplateResult {
  const full = visit.words && visit.later.module?.away(visit, reason, leaving)
  if (full) return full
  const text = reason === 'slow' ? visit.words?.awaySlow : visit.words?.awayUnavailable
  const { retry } = leaving
  return html`<div class="way ${visit.flow.step === 'away' ? 'whole' : 'corner'}" part="fallback">
    <p>${text}</p><slot></slot>
    ${retry && html`<button class="plain" part="retry" type="button" @click=${() => visit.retry(retry)}>${visit.words?.retry}</button>`}
    <slot name="contact"></slot></div>`
}
