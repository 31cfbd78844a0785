/** The looks of our own page. It stands in the page as it is: its digest in the policy lets this very text through. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #23201c;
  --quiet: #6a645b;
  --ground: #f7f4ee;
  --line: #e0dace;
  --accent: #2c5f50;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f1ede5;
    --quiet: #aba498;
    --ground: #131210;
    --line: #37332c;
    --accent: #8ecbb4;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  min-block-size: 100vh;
  background: var(--ground);
  color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  -webkit-text-size-adjust: 100%;
}
main {
  max-inline-size: 46rem;
  margin-inline: auto;
  padding: clamp(1.5rem, 6vw, 4rem) clamp(1rem, 5vw, 2rem) 4rem;
}
h1 {
  margin: 0 0 0.5rem;
  font: 500 clamp(1.875rem, 7vw, 2.75rem) / 1.1 Georgia, 'Times New Roman', serif;
  letter-spacing: -0.02em;
  text-wrap: balance;
}
.lead {
  margin: 0 0 clamp(1.5rem, 5vw, 2.5rem);
  color: var(--quiet);
}
olga-booking {
  display: block;
}
olga-booking:defined {
  min-block-size: 24rem;
}
a {
  color: var(--accent);
  text-underline-offset: 0.2em;
}
olga-booking:not(:defined) > a,
footer a {
  display: inline-block;
  margin-inline-end: 1.25rem;
  padding-block: 0.5rem;
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 3px;
  border-radius: 2px;
}
.no-script {
  margin: 0 0 1rem;
  padding: 1rem 1.25rem;
  border: 1px solid var(--line);
  border-radius: 14px;
}
footer {
  margin-block-start: clamp(2rem, 6vw, 3rem);
  padding-block-start: 1rem;
  border-block-start: 1px solid var(--line);
  color: var(--quiet);
  font-size: 0.9375rem;
}
footer p {
  margin: 0;
}
olga-booking:not(:defined) ~ footer {
  display: none;
}
`
