import { css } from 'lit'

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
  h2 {
    font-size: 1.75em;
    font-weight: 650;
    letter-spacing: -0.015em;
  }
  .booked .when {
    padding: 1em 1.75em;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .small {
    font-size: 0.875em;
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
