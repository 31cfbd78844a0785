import { css } from '../element.ts'

/** The times of a day, or of several, and what stands below them. */
export const timesCss = css`
  .times {
    display: flex;
    flex-direction: column;
  }
  .times > h3 {
    padding-block: 0.65em;
    margin-block-end: 0.5em;
  }
  h3::first-letter,
  h4::first-letter,
  strong::first-letter {
    text-transform: uppercase;
  }
  h4 {
    font-size: 1em;
    margin-block-end: 0.6em;
  }
  .days > [role] {
    margin-block-end: 1.1em;
  }
  .list {
    --_time: 4.4em;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--olga-time-size, var(--_time)), 1fr));
    gap: 0.5em;
  }
  .scroller {
    /* However many times a day has, the page below stays where it is; half a row says that there is more. */
    max-block-size: 17.5em;
    overflow-y: auto;
    scrollbar-width: thin;
    padding: 3px;
    margin: -3px;
  }
  /* AM and PM want room, as do the host's clocks: two in a row of a phone. */
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
`
