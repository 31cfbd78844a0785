import { css } from '../element.ts'

/** The form, and the day and time above it. */
export const detailsCss = css`
  .step h3 {
    margin-block: 1.5em 0.9em;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
    justify-content: space-between;
    align-items: center;
    padding: 1em 1.25em;
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .chosen .text {
    min-block-size: 2em;
  }
  summary {
    cursor: pointer;
    color: var(--_accent);
    font-weight: 500;
    inline-size: fit-content;
    border-radius: 6px;
  }
  details[open] summary {
    margin-block-end: 0.5em;
  }
  .when {
    display: grid;
  }
  .when strong {
    font-weight: 650;
  }
  .when strong::first-letter {
    text-transform: uppercase;
  }
  .when .quiet {
    font-size: 0.875em;
  }
  .fields {
    display: grid;
    gap: 1.1em;
  }
  .field {
    display: grid;
    gap: 0.4em;
  }
  label,
  legend {
    font-weight: 550;
    font-size: 0.9375em;
    padding: 0;
  }
  label .quiet,
  legend .quiet {
    margin-inline-start: 0.4em;
    font-weight: 400;
    font-size: 0.9em;
  }
  .input {
    inline-size: 100%;
    min-block-size: 3em;
    padding: 0.65em 0.9em;
    border: 1px solid color-mix(in srgb, var(--_ink) 45%, var(--_surface));
    border-radius: var(--_radius);
    background: var(--_surface);
    transition: border-color 0.15s, box-shadow 0.15s;
  }
  textarea.input {
    resize: vertical;
    line-height: 1.4;
  }
  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .input:hover:enabled {
    border-color: var(--_ink);
  }
  .input:focus-visible {
    outline-offset: -1px;
    border-color: var(--_accent);
  }
  .input[aria-invalid] {
    border-color: var(--_danger);
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.7em;
    align-items: start;
    font-weight: 400;
    min-block-size: 1.75em;
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.375em;
    block-size: 1.375em;
    accent-color: var(--_accent);
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: 1.1em 0.75em;
  }
  .input:read-only {
    background: var(--_soft);
  }
  .faults {
    margin-block-end: 1.25em;
    font-size: 0.9375em;
  }
  .waits {
    animation: wait 1.2s ease-in-out infinite alternate;
  }
  .error {
    color: var(--_danger);
    font-size: 0.875em;
  }
  fieldset:disabled {
    opacity: 0.6;
  }
  [role='alert']:not(:empty) {
    margin-block-start: 1.1em;
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .others .plain {
    background: var(--_surface);
  }
  .submit {
    inline-size: 100%;
    margin-block-start: 1.25em;
  }
  .submit[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  @container (min-width: 40em) {
    .step {
      display: grid;
      grid-template-columns: minmax(13em, 1fr) minmax(0, 1.7fr);
      gap: 2.5em;
      align-items: start;
    }
    .step h3 {
      margin-block-start: 0.25em;
    }
    .chosen {
      flex-direction: column;
      align-items: start;
    }
  }
`
