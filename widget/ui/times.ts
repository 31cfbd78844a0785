import { html, nothing, type TemplateResult } from 'lit'
import type { Instant } from '../../proxy/contract.ts'
import type { Day, Month } from '../day.ts'
import type { Format } from '../format.ts'
import type { Words } from '../i18n/index.ts'

/** What stands beside the month. */
export interface TimesView {
  day: Day | undefined
  starts: readonly Instant[]
  /** The times of this month are on their way. */
  busy: boolean
  /** They could not be had. */
  failed: boolean
  now: Date
  /** The next month with a free time, when this one has none. */
  next: Month | undefined
  /** Whether this month has a free time at all. */
  any: boolean
  words: Words
  format: Format
}

export interface TimesMoves {
  pick(start: Instant): void
  show(month: Month): void
}

/** The free times of a day, as a labelled list of buttons. */
export function times(view: TimesView, moves: TimesMoves): TemplateResult {
  const { day, starts, format, busy } = view
  return html`<section part="times" class="times ${busy ? 'busy' : ''}" aria-labelledby="day">
    <h3 id="day">${day ? format.day(day) : nothing}</h3>
    ${
      starts.length
        ? html`<ul class="list ${format.time(starts[0] ?? '').length > 5 ? 'long' : ''}">
          ${starts.map(
            (start) => html`<li><button part="time" class="plain time" type="button" data-start=${start}
              @click=${() => moves.pick(start)}>${format.time(start)}</button></li>`,
          )}
        </ul>`
        : empty(view, moves)
    }
    <p class="zone quiet">${view.words.zoneOf(format.zone, format.isOwn)}, ${format.offset(format.zone, starts[0] ?? view.now)}</p>
  </section>`
}

function empty({ any, busy, failed, next, words, format }: TimesView, moves: TimesMoves) {
  if (busy) return html`<p class="quiet">${words.loading}</p>`
  if (failed) return nothing
  if (any) return html`<p class="quiet">${words.pickDay}</p>`
  return html`<div class="empty">
    <p class="quiet">${next ? words.monthEmpty : words.yearEmpty}</p>
    ${
      next &&
      html`<button class="plain" part="show-next" type="button" @click=${() => moves.show(next)}>
      ${words.showMonth}: ${format.month(next).toLocaleLowerCase(format.lang)}</button>`
    }
    <slot name="contact"></slot>
  </div>`
}
