import { css } from '../element.ts'

/** The dialog of time zones. */
export const zonesCss = css`
  .zones {
    inline-size: min(26em, 100vw - 2em);
    block-size: min(32em, 100dvh - 2em);
    padding: 1.25em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 6px);
    background: var(--_surface);
    color: inherit;
  }
  .zones[open] {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
  }
  .zones ul {
    overflow-y: auto;
    flex: 1;
  }
  .zones li button {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 1em;
    inline-size: 100%;
    padding: 0.6em 0.75em;
    border-radius: calc(var(--_radius) - 4px);
    text-align: start;
  }
  .zones li :is(:hover, [aria-current='true']) {
    background: var(--_soft);
  }
`
