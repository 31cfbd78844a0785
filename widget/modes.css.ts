import { css } from './element.ts'

/** The dialog, and the button in the corner that opens it. */
export const modesCss = css`
  .window {
    inline-size: min(60em, 100vw - 2em);
    max-inline-size: none;
    max-block-size: calc(100dvh - 2em);
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) + 10px);
    background: var(--_surface);
    color: inherit;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .window .card {
    border: 0;
    box-shadow: none;
    padding-inline-end: max(3.5em, var(--olga-padding, 0px));
  }
  .window::backdrop {
    background: rgb(15 15 14 / 0.5);
  }
  .window[open] {
    animation: rise 0.2s ease-out;
  }
  .window[open]::backdrop {
    animation: wait 0.2s ease-out reverse;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(1em);
    }
  }
  .shut {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-end: 0.75em;
    inline-size: 2.75em;
    block-size: 2.75em;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--_surface);
  }
  .shut:hover {
    background: var(--_soft);
  }
  .launcher {
    position: fixed;
    inset-block-end: max(1.25em, env(safe-area-inset-bottom));
    inset-inline-end: 1.25em;
    z-index: 2147483000;
    border-radius: 99px;
    box-shadow: 0 8px 24px -8px rgb(0 0 0 / 0.35);
  }
  @media (max-width: 40em) {
    .window {
      inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: none;
      border-radius: 0;
    }
    .window .card {
      min-block-size: 100%;
      border-radius: 0;
      padding-inline-end: clamp(1em, 4cqi, 2em);
    }
    .window header {
      padding-inline-end: 3em;
    }
  }
  @media print {
    .launcher,
    .shut {
      display: none;
    }
  }
`
