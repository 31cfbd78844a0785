import { css } from '../element.ts'

/** The picker: a month beside the times of a day; a list of days where the room is narrow. */
export const pickerCss = css`
  .pick {
    display: grid;
    gap: 1.5em;
    flex: 1;
    align-content: start;
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
    transition: background-color 0.15s;
  }
  .turn:hover:not([aria-disabled='true']) {
    background: var(--_soft);
  }
  .turn[aria-disabled='true'] {
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
    scale: -1 1;
  }
  table {
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }
  th {
    font-size: 0.8125em;
    font-weight: 500;
    color: var(--_muted);
    block-size: 2.25em;
    padding: 0;
    text-align: center;
  }
  td {
    padding: 0.125em;
    text-align: center;
    block-size: calc(var(--_cell) + 0.25em);
  }
  .day {
    position: relative;
    inline-size: 100%;
    max-inline-size: calc(var(--_cell) * 1.2);
    block-size: var(--_cell);
    border-radius: calc(var(--_radius) - 2px);
    font-variant-numeric: tabular-nums;
  }
  .day[aria-disabled] {
    color: var(--_muted);
    cursor: default;
    opacity: 0.62;
  }
  .day.free {
    background: var(--_soft);
    color: var(--_accent);
    font-weight: 650;
  }
  /* Only under the pointer: with every day of a new month in transition a phone would take twice as long to draw it. */
  .day.free:hover {
    transition: background-color 0.12s;
    background: color-mix(in srgb, var(--_accent) 18%, var(--_surface));
  }
  .day.selected,
  .day.selected:hover {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .day.today::after {
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
    min-inline-size: 0;
  }
  .times h3:first-child {
    padding-block: 0.65em;
    margin-block-end: 0.5em;
  }
  .times h3::first-letter,
  h4::first-letter {
    text-transform: uppercase;
  }
  h4 {
    font-size: 1em;
    margin-block: 1.1em 0.6em;
  }
  .days > [role='group']:first-of-type h4 {
    margin-block-start: 0;
  }
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--olga-time-size, 4.75em), 1fr));
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
  .list.long {
    grid-template-columns: repeat(auto-fill, minmax(var(--olga-time-size, 6.75em), 1fr));
  }
  .time {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0.4em 0.25em;
    font-variant-numeric: tabular-nums;
    font-weight: 550;
    line-height: 1.25;
  }
  .time.plain {
    flex-direction: column;
  }
  .time.text {
    text-align: center;
  }
  .time.plain:hover {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .time small {
    font-size: 0.75em;
    font-weight: 400;
    opacity: 0.8;
  }
  .days > .plain {
    margin-block-start: 1.1em;
  }
  .empty {
    display: grid;
    gap: 1em;
    justify-items: start;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 1em;
  }
  .chip input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .chip span {
    min-block-size: 2.5em;
    padding: 0.35em 1em;
    font-weight: 500;
    cursor: pointer;
  }
  .chip :checked + span {
    border-color: var(--_accent);
    background: var(--_soft);
    color: var(--_accent);
  }
  .chip :focus-visible + span {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .foot {
    display: grid;
    gap: 0.4em;
    justify-items: start;
    margin-block-start: auto;
    padding-block-start: 1.25em;
    font-size: 0.875em;
  }
  .zone {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: 1.75em;
    border-radius: 6px;
    text-align: start;
  }
  .zone:hover {
    color: var(--_accent);
  }
  .busy .day,
  .busy .list {
    animation: wait 1.2s ease-in-out infinite alternate;
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
  @media (pointer: coarse) {
    .time {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .day.free {
      border: 1px solid ButtonText;
    }
    .day.selected,
    .chip :checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`
