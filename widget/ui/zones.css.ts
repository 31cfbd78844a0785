import { css } from '../element.ts'

/** The dialog of time zones. */
export const zonesCss = css`
  .zones {
    inline-size: 26em;
  }
  .zones form {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    block-size: min(32em, 100dvh - 3em);
    padding: 1.25em;
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
