import { css } from '../element.ts'

/** The form, and the day and time above it. */
export const detailsCss = css`
  .step {
    display: grid;
    gap: 1.5em;
    align-items: start;
  }
  .when,
  .fields,
  .field {
    display: grid;
  }
  .step form > :not(:empty) {
    margin-block-start: 1.1em;
  }
  .fields {
    gap: 1.1em;
  }
  .field {
    gap: 0.4em;
  }
  label,
  legend {
    font-weight: 600;
    font-size: 0.9375em;
  }
  summary {
    cursor: pointer;
  }
  .input {
    inline-size: 100%;
    min-block-size: 3em;
    padding: 0.65em 0.9em;
    border: 1px solid color-mix(in srgb, var(--_ink) 45%, var(--_surface));
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  textarea {
    resize: vertical;
  }
  ::placeholder {
    color: var(--_muted);
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: 0 0 0 1px var(--_danger);
  }
  .input[readonly] {
    background: var(--_soft);
  }
  .choice {
    display: flex;
    gap: 0.7em;
    font-weight: 400;
    min-block-size: 1.75em;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--_accent);
  }
  .error,
  .faults {
    color: var(--_danger);
  }
  .faults {
    background: none;
    border: 1px solid;
  }
  fieldset:disabled,
  .text:disabled {
    opacity: 0.6;
  }
  .others .plain {
    background: var(--_surface);
  }
  .submit {
    inline-size: 100%;
  }
  @container (min-width: 40em) {
    .step:not(.booked) {
      grid-template-columns: minmax(13em, 1fr) minmax(0, 1.7fr);
      gap: 2.5em;
    }
  }
`
