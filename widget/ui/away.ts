import { html } from 'lit/html.js'
import type { Instant } from '../../proxy/contract.ts'
import { GRID, turn } from '../controllers/picking.ts'
import type { Visit } from '../controllers/visit.ts'
import type { FallbackEvent } from '../events.ts'
import { button } from './button.ts'

/** How the visitor is sent on: with what time, and whether he may try again. */
export interface Leaving {
  start?: Instant | undefined
  retry?: (() => void) | undefined
}

/** Why, in words; all of them come with later code. */
export function why(visit: Visit, reason: FallbackEvent['reason']): string {
  const { awaySlow, awayUnavailable } = visit.words
  return visit.later.module?.why(visit, reason) ?? (reason === 'slow' ? awaySlow : awayUnavailable)
}

/**
 * The way to the plain page, in words that say why: alone on the card, or beside something else. The filled-in link
 * comes with later code; where that cannot be had either, what the page's owner wrote needs none.
 */
export function away(visit: Visit, reason: FallbackEvent['reason']): unknown {
  const { flow, later, words } = visit
  const again = () => {
    visit.lead(...GRID)
    if (flow.step === 'pick') void turn(visit, flow.month)
    else if (flow.step === 'away') visit.open()
    else void later.load()
  }
  const start = 'start' in flow ? flow.start : undefined
  const retry = /unav|month/.test(reason) || later.module === null ? again : undefined
  return (
    later.module?.away(visit, reason, { start, retry }) ??
    html`<div class="way ${flow.step === 'away' ? 'whole' : 'corner'}" part="fallback">
    <p>${why(visit, reason)}</p><slot></slot>
    ${retry && button('retry', 'plain', words.retry, retry)}
    <slot name="contact"></slot></div>`
  )
}
