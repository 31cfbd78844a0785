import { css } from 'lit'
import { dark, either, light } from './colours.ts'

/**
 * The look, by custom properties alone. `theme="auto"` follows the page's own `color-scheme`; browsers without
 * `light-dark()` stay light unless told `theme="dark"`.
 */
export const theme = css`
  :host {
    ${light}
    --_radius: var(--olga-radius, 14px);
    --_cell: var(--olga-day-size, 2.75em);
    box-sizing: border-box;
    color: var(--_ink);
    font-family: var(--olga-font, inherit);
    font-size: var(--olga-font-size, max(16px, 1em));
    line-height: 1.45;
    text-align: start;
  }
  :host([theme='dark']) {
    ${dark}
    color-scheme: dark;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      ${either}
    }
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
    background: none;
    border: 0;
    padding: 0;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .quiet {
    color: var(--_muted);
  }
  .main,
  .plain {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 3em;
    padding: 0.6em 1.4em;
    border-radius: var(--_radius);
    font-weight: 600;
    text-decoration: none;
    text-align: center;
    transition: background-color 0.15s, border-color 0.15s, transform 0.1s;
  }
  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .main:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }
  .plain {
    border: 1px solid var(--_line);
    color: var(--_ink);
  }
  .plain:hover {
    border-color: var(--_accent);
    background: var(--_soft);
  }
  .main:active,
  .plain:active {
    transform: translateY(1px);
  }
  .text {
    color: var(--_accent);
    font-weight: 500;
    border-radius: 6px;
  }
  .text:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .way {
    display: grid;
    gap: 0.75em;
    justify-items: start;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`
