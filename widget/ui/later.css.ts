import { css } from '../element.ts'

/** What several of the later steps have, and paper. */
export const laterCss = css`
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  h2:focus,
  h3:focus,
  .faults:focus {
    outline: none;
  }
  .small {
    font-size: 0.875em;
  }
  .main {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .main:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }
  @media print {
    .place {
      color-scheme: light;
    }
    .scroller {
      max-block-size: none;
    }
  }
`
