import { css } from '../element.ts'

/** The last screen. */
export const bookedCss = css`
  .booked {
    display: grid;
    gap: 1em;
    justify-items: center;
    text-align: center;
    padding-block: clamp(1.5em, 8cqi, 4em);
    max-inline-size: 32em;
    margin-inline: auto;
    text-wrap: balance;
  }
  .booked h2 {
    font-size: 1.75em;
  }
  .booked .when {
    padding: 1em 1.75em;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .calendars {
    display: grid;
    gap: 0.5em;
  }
  .calendars ul {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 0.5em;
  }
  .calendars .plain {
    min-block-size: 2.5em;
    padding: 0.35em 1em;
    font-weight: 500;
  }
  .choices {
    display: grid;
    gap: 0.75em;
  }
  .choices .plain {
    inline-size: 100%;
    justify-content: start;
    text-align: start;
    padding: 1em 1.25em;
    font-weight: 400;
  }
  .choices .plain > span {
    display: grid;
    gap: 0.2em;
  }
  .tick circle {
    fill: var(--_soft);
    stroke: none;
  }
  .tick path {
    stroke: var(--_accent);
    stroke-width: 3.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-dasharray: 30;
    animation: draw 0.45s 0.1s ease-out backwards;
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 30;
    }
  }
`
