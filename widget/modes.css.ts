import { css } from './element.ts'

/** The dialogs, and the button in the corner that opens one. */
export const modesCss = css`
  dialog {
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) + 10px);
    background: var(--_surface);
    animation: rise 0.2s ease-out;
  }
  ::backdrop {
    background: rgb(15 15 14 / 0.5);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 1em;
    }
  }
  .window {
    inline-size: 60em;
    overscroll-behavior: contain;
  }
  .window .card {
    border: 0;
    box-shadow: none;
  }
  .window hgroup {
    padding-inline-end: 3em;
  }
  .shut {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-end: 0.75em;
    background: var(--_surface);
  }
  .launcher {
    position: fixed;
    inset-block-end: 1.25em;
    inset-inline-end: 1.25em;
    z-index: 9999;
    border-radius: 99px;
    box-shadow: 0 8px 24px -8px rgb(0 0 0 / 0.35);
  }
  @media (max-width: 40em) {
    .window {
      inline-size: 100vw;
      block-size: 100dvh;
      max-inline-size: none;
      max-block-size: none;
      border-radius: 0;
    }
  }
  @media print {
    .launcher,
    .shut {
      display: none;
    }
  }
`
