import { colours } from './colours.ts'
import { css } from './element.ts'

/**
 * The look, by custom properties alone. `theme` is but a `color-scheme`, and `auto` the page's own; browsers without
 * `light-dark()` stay light. What is important here would be undone by a page that resets all elements of its own.
 */
export const theme = css`
  :host {
    ${colours}
    --_radius: var(--olga-radius, 14px);
    --_cell: var(--olga-day-size, 2.75em);
    display: block !important;
    inline-size: 100%;
    font-size: var(--olga-font-size, max(16px, 1em)) !important;
    font-family: var(--olga-font, inherit);
  }
  .place,
  dialog {
    color: var(--_ink);
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([hidden]) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    list-style: none;
  }
  h2,
  h3,
  h4 {
    font-family: var(--olga-heading-font, inherit);
    font-weight: 600;
    font-size: 1.0625em;
    line-height: 1.3;
  }
  h2 {
    font-size: 1.375em;
    font-weight: 650;
    text-wrap: balance;
  }
  button {
    font: inherit;
    color: inherit;
    margin: 0;
    cursor: pointer;
    background: none;
    border: 0;
    padding: 0;
    touch-action: manipulation;
  }
  a,
  .text {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .quiet {
    color: var(--_muted);
    font-weight: 400;
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
    transition: 0.15s;
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
    transform: scale(0.975);
  }
  .text,
  .zone {
    min-block-size: 1.75em;
    border-radius: 6px;
    text-align: start;
  }
  .text {
    font-weight: 500;
  }
  .text:hover {
    text-decoration: underline;
  }
  .empty,
  .foot,
  .way,
  hgroup {
    display: grid;
    gap: 0.75em;
    justify-items: start;
  }
  .way {
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
  @media print, (prefers-reduced-motion: reduce) {
    *,
    ::backdrop {
      transition: none !important;
      animation: none !important;
    }
  }
`
