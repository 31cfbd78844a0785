import { html, nothing, type TemplateResult } from 'lit'
import type { Instant } from '../../proxy/contract.ts'
import type { Outcome } from '../attempt.ts'
import type { Format } from '../format.ts'
import type { LaterWords } from '../i18n/later.ts'
import { dayIn } from '../zone.ts'
import { way } from './way.ts'

interface TroubleMoves {
  link: string | undefined
  /** The link with what he typed, made on his own click. */
  fill: () => string
  take(start: Instant): void
}

/** What went wrong with a submit, in words, and what can be done now. */
export function trouble(
  outcome: Outcome,
  words: LaterWords & { open: string },
  format: Format,
  moves: TroubleMoves,
): TemplateResult | typeof nothing {
  const { link, fill } = moves
  switch (outcome.is) {
    case 'booked':
      return nothing
    case 'fields':
      return html`<p class="error">${outcome.text}</p>`
    case 'taken':
      // None is near: then the plain page, which shows all.
      if (!outcome.alternatives.length)
        return way({ text: outcome.text, link, label: words.open, fill, place: 'corner' })
      return taken(outcome, words, format, moves)
    case 'unknown':
      // The link comes with a warning and without what he typed: he may be booked already.
      return way({
        text: `${outcome.text ?? words.form[outcome.code === 'processing' ? 'processing' : 'offline']}. ${words.form.unknown}`,
        link,
        label: words.open,
        place: 'corner',
      })
    case 'refused':
      return way({ text: `${outcome.text}. ${words.form.notBooked}`, link, label: words.open, fill, place: 'corner' })
  }
}

function taken(
  { text, alternatives }: Outcome & { is: 'taken' },
  words: LaterWords,
  format: Format,
  { take }: TroubleMoves,
) {
  return html`<div class="way" part="taken">
    <p>${text}</p>
    <p class="quiet">${words.form.takenOthers}</p>
    <div class="others">${alternatives.map(
      (start) => html`<button part="time" class="plain" type="button" data-start=${start} @click=${() => take(start)}>
        ${format.shortDay(dayIn(format.zone, start))}, ${format.time(start)}</button>`,
    )}</div>
  </div>`
}
