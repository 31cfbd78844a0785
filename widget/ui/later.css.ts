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
  @media print {
    .place {
      color-scheme: light;
    }
    .scroller {
      max-block-size: none;
    }
  }
`
