import { html, type TemplateResult } from 'lit/html.js'
import { intend, isOpen, turn } from '../controllers/picking.ts'
import { addMonths } from '../day.ts'
import { chevron } from './button.ts'
import type { PickerView } from './picker.ts'

/** The month's name, and the way to its neighbours. */
export function bar({ visit, month, words }: PickerView): TemplateResult {
  const way = (part: string, label: string, count: number) => {
    const to = addMonths(month, count)
    const canGo = isOpen(to, visit)
    const onIntent = () => canGo && intend(visit, to)
    return html`<button part=${part} class="turn" type="button" aria-label=${label} aria-disabled=${!canGo}
      @pointerenter=${onIntent} @focus=${onIntent} @click=${() => canGo && turn(visit, to)}>${chevron}</button>`
  }
  return html`<div class="bar">
    <h3 id="month" part="month" aria-live="polite">${visit.format.month(month)}</h3>
    ${way('prev', words.prevMonth, -1)}${way('next', words.nextMonth, 1)}
  </div>`
}
