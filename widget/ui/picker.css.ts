import { css } from '../element.ts'

/** The picker: a month beside the times of a day; a list of days where the room is narrow. */
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
  .turn[aria-disabled='true'] {
    background: none;
    opacity: 0.3;
    cursor: default;
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
    cursor: default;
    opacity: 0.62;
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
  .times {
    display: flex;
    flex-direction: column;
  }
  .times > h3 {
    padding-block: 0.65em;
    margin-block-end: 0.5em;
  }
  .times h3::first-letter,
  h4::first-letter {
    text-transform: uppercase;
  }
  h4 {
    font-size: 1em;
    margin-block-end: 0.6em;
  }
  [role='group'] {
    margin-block-end: 1.1em;
  }
  .list {
    --_time: 4.75em;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--olga-time-size, var(--_time)), 1fr));
    gap: 0.5em;
  }
  .scroller {
    /* However many times a day has, the page below stays where it is; half a row says that there is more. */
    max-block-size: 17.5em;
    overflow-y: auto;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
    padding: 3px;
    margin: -3px;
  }
  /* AM and PM want room, as do the host's clocks. */
  .long {
    --_time: 6.75em;
  }
  .time {
    flex-direction: column;
    inline-size: 100%;
    min-block-size: max(44px, 2.75em);
    padding: 0.4em 0.25em;
    font-weight: 550;
    line-height: 1.25;
    text-align: center;
  }
  .time small {
    font-size: 0.75em;
    font-weight: 400;
    opacity: 0.8;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
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
  .foot {
    gap: 0.4em;
    margin-block-start: auto;
    padding-block-start: 1.25em;
    font-size: 0.875em;
  }
  .zone {
    display: flex;
    align-items: center;
    gap: 0.35em;
  }
  .zone:hover {
    color: var(--_accent);
  }
  .bone,
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
