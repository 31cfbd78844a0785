import { html, type TemplateResult } from 'lit/html.js'
import { addMonths } from '../day.ts'
import type { PickerView } from './picker.ts'

/** A stroke of the pen, on a button. */
export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${path} /></svg>`

/** The month's name, and the way to its neighbours. */
export function bar({ visit, month, first, last, words }: PickerView): TemplateResult {
  const { picking, format } = visit
  const [canGoBack, canGoOn] = [month > first, month < last]
  const intend = () => canGoOn && picking.intend(addMonths(month, 1))
  return html`<div class="bar">
    <h3 id="month" part="month" aria-live="polite">${format.month(month)}</h3>
    <button part="prev" class="turn" type="button" aria-label=${words.prevMonth} aria-disabled=${!canGoBack}
      @click=${() => canGoBack && picking.turn(addMonths(month, -1))}>${icon('m15 18-6-6 6-6')}</button>
    <button part="next" class="turn" type="button" aria-label=${words.nextMonth} aria-disabled=${!canGoOn}
      @pointerenter=${intend} @focus=${intend}
      @click=${() => canGoOn && picking.turn(addMonths(month, 1))}>${icon('m9 18 6-6-6-6')}</button>
  </div>`
}
