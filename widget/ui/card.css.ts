import { css } from '../element.ts'

/** The card that holds every step, and what may stand on it at any: header, skeleton, a way on. */
export const cardCss = css`
  .place {
    container-type: inline-size;
  }
  .card {
    --_high: 48em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 10px);
    padding: var(--olga-padding, clamp(1em, 4cqi, 2em));
    box-shadow: var(--olga-shadow, 0 1px 2px rgb(0 0 0 / 0.04), 0 16px 40px -24px rgb(0 0 0 / 0.18));
  }
  /* As high as a usual day of times, so that neither the skeleton nor another day moves the page. */
  .card:not(.at-away, .at-booked, .at-manage) {
    min-block-size: var(--olga-min-height, var(--_high));
  }
  hgroup {
    gap: 0.3em;
    margin-block-end: 1.25em;
  }
  .bone {
    border-radius: 8px;
    background: var(--_line);
  }
  .title {
    inline-size: 14em;
    max-inline-size: 100%;
    block-size: 1.75em;
  }
  .fact,
  .name {
    inline-size: 11em;
    block-size: 1.4em;
  }
  .name {
    margin-block: 0.6em 1.1em;
  }
  .month {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    gap: 0.25em;
    padding-block-start: 1.9em;
  }
  .cell {
    block-size: var(--_cell);
  }
  .slot {
    block-size: 2.75em;
    border-radius: var(--_radius);
  }
  .card > .way {
    margin-block-start: 1em;
  }
  .at-away > .way {
    margin: auto;
    max-inline-size: 30em;
    text-align: center;
    justify-items: center;
    padding-block: 2em;
    background: none;
  }
  ::slotted([slot='contact']) {
    color: var(--_accent);
  }
  @container (min-width: 40em) {
    .card {
      --_high: 34em;
    }
    .probe {
      block-size: 1px;
      margin-block-end: -1px;
    }
  }
`
