import { css } from '../element.ts'

/** The last screen, and what there is to choose from. */
export const bookedCss = css`
  .booked {
    display: grid;
    grid-template-columns: 100%;
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
  .booked .others {
    justify-content: center;
  }
  .booked .others > * {
    display: grid;
    flex: auto;
  }
  .wide {
    inline-size: 100%;
    text-align: start;
  }
  .old {
    text-decoration: line-through;
  }
  .choices .plain {
    display: grid;
    justify-content: start;
    gap: 0.2em;
    inline-size: 100%;
    text-align: start;
    padding: 1em 1.25em;
    font-weight: 400;
  }
  .tick circle {
    fill: var(--_soft);
  }
  .tick path {
    stroke: var(--_accent);
    stroke-width: 3.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`
