import { css } from 'lit'

/** The card that holds every step, and what may stand on it at any: header, skeleton, a way on. */
export const cardCss = css`
  :host {
    display: block;
    /* A container has no width of its own: as the item of a flex row it would vanish. */
    inline-size: 100%;
    container-type: inline-size;
  }
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 10px);
    padding: clamp(1em, 4cqi, 2em);
    /* As high as a usual day of times, so that neither the skeleton nor another day moves the page. */
    min-block-size: var(--olga-min-height, 60em);
  }
  .card:is(.at-away, .at-booked) {
    min-block-size: 0;
  }
  .card.at-away {
    padding-block: 3em;
  }
  header {
    display: grid;
    gap: 0.3em;
    margin-block-end: 1.25em;
  }
  h2 {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .bone {
    display: block;
    border-radius: 8px;
    background: var(--_line);
    animation: wait 0.9s ease-in-out infinite alternate;
  }
  .empty {
    display: grid;
    gap: 1em;
    justify-items: start;
  }
  .whole {
    margin: auto;
    max-inline-size: 30em;
    text-align: center;
    justify-items: center;
    background: none;
  }
  .corner {
    margin-block-start: 1em;
  }
  ::slotted([slot='contact']) {
    color: var(--_accent);
  }
  @container (min-width: 40em) {
    .card:not(.at-away) {
      min-block-size: var(--olga-min-height, 34em);
    }
  }
`
