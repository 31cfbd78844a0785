import { css } from '../element.ts'

/** The picker: a month beside the times of a day. */
export const pickerCss = css`
  .pick {
    display: grid;
    gap: 1.5em;
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: grid;
    grid-template-columns: 1fr auto auto;
    align-items: center;
    margin-block-end: 0.5em;
  }
  .turn {
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 50%;
    display: grid;
    place-items: center;
  }
  .turn:hover {
    background: var(--_soft);
  }
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  .turn[aria-disabled='true'] {
    opacity: 0.3;
  }
  .turn svg,
  .zone svg {
    inline-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='prev'] svg {
    rotate: 180deg;
  }
  .zone svg {
    inline-size: 1em;
    rotate: 90deg;
  }
  .bar:dir(rtl) svg {
    scale: -1;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    text-align: center;
  }
  th {
    font-size: 0.8125em;
    font-weight: 500;
    color: var(--_muted);
    block-size: 2.25em;
    padding: 0;
  }
  td {
    padding: 0.125em;
    block-size: calc(var(--_cell) + 0.25em);
  }
  .day {
    position: relative;
    inline-size: 100%;
    max-inline-size: calc(var(--_cell) * 1.2);
    block-size: var(--_cell);
    border-radius: calc(var(--_radius) - 2px);
  }
  .day[aria-disabled] {
    color: var(--_muted);
  }
  .free {
    background: var(--_soft);
    color: var(--_accent);
    font-weight: 650;
  }
  /* Only under the pointer: with every day of a new month in transition a phone would take twice as long to draw it. */
  .free:hover {
    transition: 0.15s;
    background: color-mix(in srgb, var(--_accent) 18%, var(--_surface));
  }
  .selected,
  .selected:hover,
  .time.plain:hover {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .today::after {
    content: '';
    position: absolute;
    inset-block-end: 0.3em;
    inset-inline: calc(50% - 2px);
    block-size: 4px;
    border-radius: 50%;
    background: currentColor;
  }
  .chips,
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .chips {
    margin-block-end: 1em;
  }
  .chip {
    min-block-size: 2.5em;
    padding: 0.35em 1em;
    font-weight: 500;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_soft);
    color: var(--_accent);
  }
  .bone,
  .waits,
  [aria-busy='true'] .day {
    animation: wait 1s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      opacity: 0.45;
    }
  }
  @container (min-width: 40em) {
    .pick {
      grid-template-columns: minmax(0, 1.35fr) minmax(15em, 1fr);
      gap: 2.5em;
    }
  }
  @media (forced-colors: active) {
    .free {
      border: 1px solid;
    }
    .selected,
    [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`
